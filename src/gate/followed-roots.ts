import { sql } from 'kysely';
import { looksLikeId } from './looks-like-id.ts';
import type { ReadRoot, RootNamed } from './read-request.ts';
import type { RootPlan } from './root-plan.ts';
import { holdsNow } from './rule-sql.ts';
import { slot, type Sql } from './slot.ts';

/** Lists that are followed as they change: the whole of one, then what has changed of it. */
type FollowedList = RootNamed<'briefing' | 'ownAlerts' | 'received'>;
const FOLLOWED: readonly ReadRoot['name'][] = ['briefing', 'ownAlerts', 'received'] satisfies readonly FollowedList['name'][];

export const isFollowed = (root: ReadRoot): root is FollowedList => FOLLOWED.includes(root.name);

/** The lists that others are part of. */
interface Whole {
  readonly briefing: RootPlan;
  readonly notices: RootPlan;
}

/** The plan of a list that is followed; with ids, of these alone. */
export function planFollowed(root: FollowedList, { briefing, notices }: Whole): RootPlan {
  switch (root.name) {
    case 'briefing':
      return root.ids === undefined ? briefing : { ...briefing, shape: 'of children', where: (rows) => sql`${ofTheseChildren(rows.row)} and ${briefing.where(rows)}` };
    case 'ownAlerts':
      return planAlerts(root, notices);
    case 'received':
      return planReceived(root);
  }
}

/** The values they are asked with. */
export function valuesOfFollowed(root: FollowedList): Readonly<Record<string, unknown>> {
  const ids = root.ids?.filter(looksLikeId);
  switch (root.name) {
    case 'briefing':
      return { ids, authority: root.authority, since: new Date(root.returnedSince).toISOString() };
    case 'ownAlerts':
      return { ids };
    case 'received':
      return { ids, since: new Date(root.heldSince).toISOString() };
  }
}

const ofTheseChildren = (row: string): Sql => sql`${sql.ref(`${row}.child_id`)} = any (${slot('ids')})`;

function planAlerts({ ids }: RootNamed<'ownAlerts'>, notices: RootPlan): RootPlan {
  return {
    ...notices,
    shape: JSON.stringify([ids !== null]),
    where: (rows) => sql`${sql.ref(`${rows.row}.alert`)} is not null and ${notices.where(rows)}
      ${ids === null ? sql`` : sql`and ${sql.ref(`${rows.row}.id`)} = any (${slot('ids')})`}`,
  };
}

/** Held by another agency, of a child for whom the viewer's own answers, or whose social worker or return worker the viewer is. */
function planReceived({ ids }: RootNamed<'received'>): RootPlan {
  const isTheirs = (row: string): Sql =>
    sql.join([holdsNow(row, 'responsible', slot('agency')), ...['SOCIAL_WORKER:', 'WORKER:'].map((as) => holdsNow(row, 'named', sql`(${sql.lit(as)} || ${slot('person')})`))], sql` or `);
  return {
    family: 'ReturnInterview',
    operation: 'read',
    shape: JSON.stringify([ids !== null]),
    where: ({ row }) => sql`${ids === null ? sql`` : sql`${ofTheseChildren(row)} and`} ${sql.ref(`${row}.held_by`)} <> ${slot('agency')}
      and ${sql.ref(`${row}.held_from_at`)} >= ${slot('since')} and (${isTheirs(row)})`,
    order: (row) => sql.ref(`${row}.id`),
    page: null,
    steady: false,
  };
}
