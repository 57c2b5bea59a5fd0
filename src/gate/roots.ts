import { sql } from 'kysely';
import type { Family } from '../policy/attributes.ts';
import type { EpisodeFilter, ReadRoot, RootNamed } from './read-request.ts';
import { ownObjects } from './disclosure-shape.ts';
import { isFollowed, planFollowed } from './followed-roots.ts';
import { notReplaced } from './case-shapes.ts';
import type { RootPlan, Sorting } from './root-plan.ts';
import { holdsNow } from './rule-sql.ts';
import { slot, type Sql } from './slot.ts';

const byRecord = (row: string, id: Sql): Sql => sql`${sql.ref(`${row}.record_ids`)} @> array[${id}]`;
const byId = (row: string): Sql => sql.ref(`${row}.id`);

/** The plan of a root. */
export function planRoot(root: ReadRoot): RootPlan {
  if ('id' in root) {
    return ONE_ROW[root.name];
  }
  if (isPlainList(root)) {
    return LISTS[root.name];
  }
  if (isFollowed(root)) {
    return planFollowed(root, { briefing, notices });
  }
  switch (root.name) {
    case 'episodes':
      return planEpisodes(root);
    case 'returns':
      return planReturns(root);
    case 'theseReturns':
      return planTheseReturns(root);
    case 'quarantine':
      return planQuarantine(root);
    case 'disclosures':
      return planDisclosures(root);
    case 'transmissions':
      return planTransmissions(root);
  }
}

const oneOf = (family: Family, where: (row: string) => Sql): RootPlan => ({
  family,
  operation: 'read',
  shape: '',
  where: ({ row }) => where(row),
  order: byId,
  page: null,
  steady: true,
});
const anyRecord = (row: string): Sql => byRecord(row, slot('id'));
const ownId = (row: string): Sql => sql`${byId(row)} = ${slot('id')}`;

const ONE_ROW = {
  child: oneOf('Child', anyRecord),
  episode: oneOf('Episode', anyRecord),
  interview: oneOf('ReturnInterview', anyRecord),
  intelligence: oneOf('IntelligenceItem', anyRecord),
  offer: oneOf('Offer', ownId),
  safetyNote: oneOf('SafetyNote', ownId),
  redaction: oneOf('Redaction', ownId),
  review: oneOf('MatchReview', ownId),
  returnStep: oneOf('ReturnStep', (row) => sql`${ownId(row)} and ${notReplaced(row)}`),
  caseRecord: oneOf('CaseRecord', (row) => sql`${ownId(row)} and ${notReplaced(row)}`),
  concern: oneOf('Concern', ownId),
  caseAction: oneOf('CaseAction', ownId),
  transmission: oneOf('Transmission', ownId),
} as const satisfies Partial<Record<ReadRoot['name'], RootPlan>>;

const isOpenNow = (row: string): Sql => sql`${sql.ref(`${row}.acknowledged_at`)} is null and ${sql.ref(`${row}.visible_from`)} <= ${slot('now')}`;

/** Those of one instant stand in one order whatever else was put up then: their own ids are by chance. */
const byWhatItSaysOf = (row: string): Sql => sql`${sql.ref(`${row}.kind`)}, ${sql.ref(`${row}.about`)}, ${byId(row)}`;

const notices: RootPlan = {
  family: 'BriefingNotice',
  operation: 'read',
  shape: '',
  where: ({ row }) => sql`${isOpenNow(row)} and array[${slot('person')}, ${slot('role')}] && ${sql.ref(`${row}.to`)}`,
  order: (row) => sql`${sql.ref(`${row}.raised_at`)} desc, ${byWhatItSaysOf(row)}`,
  page: null,
  steady: true,
};

/** What waits for an answer, by whom and since when, the longest due first. */
const alerts: RootPlan = {
  ...notices,
  where: ({ row }) => sql`${isOpenNow(row)} and ${sql.ref(`${row}.alert`)} is not null`,
  order: (row) => sql`${sql.ref(`${row}.answer_by`)}, ${byWhatItSaysOf(row)}`,
};

const concerns: RootPlan = {
  ...oneOf('Concern', (row) => sql`${sql.ref(`${row}.answered_at`)} is null`),
  order: (row) => sql`${sql.ref(`${row}.heard_from_at`)}, ${byId(row)}`,
};
const ownActions: RootPlan = {
  ...oneOf('CaseAction', (row) => sql`${sql.ref(`${row}.state`)} = 'OPEN' and ${sql.ref(`${row}.owner`)} in (${slot('person')}, ${slot('agency')})`),
  order: (row) => sql`${sql.ref(`${row}.due`)}, ${byId(row)}`,
};

const FILTERS: Readonly<Record<keyof EpisodeFilter, (row: string) => Sql>> = {
  open: (row) => sql.ref(`${row}.is_open`),
  status: (row) => sql`${sql.ref(`${row}.status`)} = any (${slot('status')})`,
  kind: (row) => sql`${sql.ref(`${row}.kind`)} = any (${slot('kind')})`,
  risk: (row) => sql`${sql.ref(`${row}.risk`)} = any (${slot('risk')})`,
  missingFrom: (row) => sql`${sql.ref(`${row}.missing_from_at`)} >= ${slot('missingFrom')}`,
  missingUntil: (row) => sql`${sql.ref(`${row}.missing_from_at`)} < ${slot('missingUntil')}`,
};
/** A filter reads what it compares: it holds only where the viewer may read that attribute. */
const FILTER_READS: Readonly<Record<keyof EpisodeFilter, string>> = {
  open: 'open',
  status: 'status',
  kind: 'kind',
  risk: 'risk',
  missingFrom: 'missingSince',
  missingUntil: 'missingSince',
};

function planEpisodes({ filter, latestFirst }: RootNamed<'episodes'>): RootPlan {
  // The keys of FILTERS are the keys of EpisodeFilter.
  const asked = (Object.keys(FILTERS) as (keyof EpisodeFilter)[]).filter((name) => filter[name] !== undefined);
  const condition = (name: keyof EpisodeFilter, row: string): Sql =>
    name === 'open' && filter.open === false ? sql`not ${FILTERS.open(row)}` : FILTERS[name](row);
  const page = { by: 'missing_from_at', descending: latestFirst, named: (row: string) => byRecord(row, slot('after')) };
  return {
    family: 'Episode',
    operation: 'read',
    shape: JSON.stringify([asked, filter.open, latestFirst]),
    where: ({ row, opens }) =>
      asked.length === 0
        ? sql`true`
        : sql.join(
            asked.map((name) => sql`${opens([FILTER_READS[name]])} and ${condition(name, row)}`),
            sql` and `,
          ),
    order: (row) => sortedBy(row, page),
    page,
    steady: false,
  };
}

/**
 * Every open episode of one authority, and those closed since; open and closed each have an index of their own. The upper
 * bound shuts nothing out: it tells the planner, which does not know the lower one, that a stretch is few rows.
 */
const briefing: RootPlan = {
  family: 'Episode',
  operation: 'read',
  shape: '',
  where: ({ row }) => sql`(${sql.ref(`${row}.is_open`)}
    or (not ${sql.ref(`${row}.is_open`)} and ${sql.ref(`${row}.returned_until_at`)} >= ${slot('since')}
      and ${sql.ref(`${row}.returned_until_at`)} <= 'infinity'))
    and (${slot('authority')} = any (${sql.ref(`${row}.candidates`)})
      or ${holdsNow(row, 'responsible', slot('authority'))}
      or ${holdsNow(row, 'hosts', slot('authority'))})`,
  order: (row) => sql`${sql.ref(`${row}.missing_from_at`)}, ${byId(row)}`,
  page: null,
  steady: true,
};

/** A return of one's own authority, or of a guest of it. */
const ofOwnService = (row: string): Sql => sql`(${holdsNow(row, 'responsible', slot('agency'))} or ${holdsNow(row, 'hosts', slot('agency'))})`;
/** Whom a worker follows somebody leads already; what nobody has is in the hand of the coordinator's post. */
const leftToThePost = (row: string): Sql => sql`(${slot('role')} = 'HUB_COORDINATOR:' || ${slot('agency')} and ${ofOwnService(row)}
  and not exists (select from unnest(${sql.ref(`${row}.named`)}, ${sql.ref(`${row}.named_during`)}) as holder(who, during)
    where (starts_with(holder.who, 'WORKER:') or starts_with(holder.who, 'GUEST_WORKER:')) and holder.during @> ${slot('now')}))`;

/** Whose hand a return needs: the worker's who is assigned now, the coordinator's where none is, and whoever has something to do about the child; or the service's that answers for it. */
const WHOSE_HAND: Readonly<Record<RootNamed<'returns'>['of'], (row: string) => Sql>> = {
  MINE: (row) => sql`(${sql.join(['WORKER:', 'GUEST_WORKER:'].map((as) => holdsNow(row, 'named', sql`(${sql.lit(as)} || ${slot('person')})`)), sql` or `)}
    or exists (select from case_action where case_action.child_id = ${sql.ref(`${row}.child_id`)} and case_action.state = 'OPEN'
      and ${holdsNow('case_action', 'doer', slot('person'))} and case_action.restricted = 'NO') or ${leftToThePost(row)})`,
  SERVICE: ofOwnService,
};

/** Back, or located and not back, and not finalised or owing something still, however long ago; only where the reader may know what each waits for. */
function planReturns({ of }: RootNamed<'returns'>): RootPlan {
  const page = { by: 'missing_from_at', descending: true, named: (row: string) => byRecord(row, slot('after')) };
  return {
    family: 'Episode',
    operation: 'read',
    shape: of,
    where: ({ row, opens }) => sql`(${sql.ref(`${row}.finalised_at`)} is null or ${sql.ref(`${row}.duties_left`)} <> '{}' or ${sql.ref(`${row}.owing_until_at`)} > ${slot('now')}) and ${sql.ref(`${row}.status`)} in ('RETURNED', 'LOCATED')
      and ${opens(['nextStep'])} and ${WHOSE_HAND[of](row)}`,
    order: (row) => sortedBy(row, page),
    page,
    steady: true,
  };
}

function planTheseReturns({ of }: RootNamed<'theseReturns'>): RootPlan {
  const all = planReturns({ name: 'returns', of, first: 0, after: null });
  return { ...all, where: (rows) => sql`${byId(rows.row)} = any (${slot('ids')}) and ${all.where(rows)}`, order: byId, page: null };
}

const returnsBetween: RootPlan = {
  ...briefing,
  where: ({ row, opens }) => sql`not ${sql.ref(`${row}.is_open`)} and ${sql.ref(`${row}.returned_until_at`)} >= ${slot('since')}
    and ${sql.ref(`${row}.returned_until_at`)} < ${slot('missingUntil')} and ${opens(['nextStep'])} and ${holdsNow(row, 'responsible', slot('authority'))}`,
  order: byId,
};

/** The latest that were settled, of those the viewer's agency is shown: the second wall counts them. */
const LATEST_SETTLED = sql`(select id from quarantine where state <> 'OPEN' order by settled_at desc, id limit 500)`;

/** Our figure: so many of one document stand on a briefing, those about a missing child first; each source counts all (`quarantined`), and `quarantine` lists them. */
const MOST_OF_A_DOCUMENT = 50;
const FIRST_OF_EACH_DOCUMENT = sql`(select id from (select id, row_number() over (
    partition by document order by coalesce(absence is not null or message_kind in ('MISSING', 'UPDATE', 'FOUND'), false) desc, raised_at, id) as nth
  from quarantine where state = 'OPEN' and ${slot('authority')} = any (shown_to)) as listed where nth <= ${sql.lit(MOST_OF_A_DOCUMENT)})`;

function planQuarantine({ ids, authority, settled = false }: RootNamed<'quarantine'>): RootPlan {
  return {
    family: 'QuarantineEntry',
    operation: 'quarantine',
    shape: JSON.stringify([ids !== null, authority !== null, settled]),
    where: ({ row }) => sql`${settled ? sql`${byId(row)} in ${LATEST_SETTLED}` : sql`${sql.ref(`${row}.state`)} = 'OPEN'`}
      ${ids === null ? sql`` : sql`and ${byId(row)} = any (${slot('ids')})`}
      ${authority === null ? sql`` : sql`and ${slot('authority')} = any (${sql.ref(`${row}.shown_to`)}) and ${byId(row)} in ${FIRST_OF_EACH_DOCUMENT}`}`,
    order: (row) => (settled ? sql`${sql.ref(`${row}.settled_at`)} desc, ${byId(row)}` : sql`${sql.ref(`${row}.raised_at`)}, ${byId(row)}`),
    page: null,
    steady: false,
  };
}

const REVIEW_PAGE: Sorting = { by: 'since', descending: false, named: (row) => sql`${byId(row)} = ${slot('after')}` };
const matchReview: RootPlan = {
  family: 'MatchReview',
  operation: 'read',
  shape: '',
  where: ({ row }) => sql`${sql.ref(`${row}.state`)} = any (${slot('status')})`,
  order: (row) => sortedBy(row, REVIEW_PAGE),
  page: REVIEW_PAGE,
  steady: true,
};

const sources: RootPlan = {
  family: 'Source',
  operation: 'read',
  shape: '',
  where: () => sql`true`,
  order: (row) => sql`${sql.ref(`${row}.agency`)}, ${sql.ref(`${row}.system`)}, ${sql.ref(`${row}.adapter`)}`,
  page: null,
  steady: false,
};

const LISTS = { notices, alerts, returnsBetween, concerns, ownActions, matchReview, sources } as const satisfies Partial<Record<ReadRoot['name'], RootPlan>>;

function isPlainList(root: ReadRoot): root is RootNamed<keyof typeof LISTS> {
  return Object.hasOwn(LISTS, root.name);
}

function planDisclosures({ child }: RootNamed<'disclosures'>): RootPlan {
  const page = { by: 'at', descending: true, named: (row: string) => sql`${byId(row)} = ${slot('after')}` };
  return {
    family: 'DisclosureRecord',
    operation: 'read',
    shape: JSON.stringify([child !== null]),
    // An answer may hold children of several controllers: the child asked for must be one of the viewer's own.
    where: ({ row }) =>
      child === null
        ? sql`true`
        : sql`${sql.ref(`${row}.children`)} @> array[${slot('child')}]
          and exists (select from ${ownObjects(row)} and named.child = ${slot('child')}::text)`,
    order: (row) => sortedBy(row, page),
    page,
    steady: false,
  };
}

const TRANSMISSION_PAGE: Sorting = { by: 'made_at', descending: true, named: (row) => sql`${byId(row)} = ${slot('after')}` };
/** Owed by now, and no receipt of it has come. */
const OVERDUE = (row: string): Sql => sql`${sql.ref(`${row}.acknowledged_at`)} is null and ${sql.ref(`${row}.due_at`)} < ${slot('now')}`;

/** Agreed by when, in figures or in words, and no receipt of it has come. */
const OWED = (row: string): Sql => sql`${sql.ref(`${row}.acknowledged_at`)} is null and ${sql.ref(`${row}.held_from_at`)} is not null and (${sql.ref(`${row}.deadline`)} is not null or ${sql.ref(`${row}.result_by`)} is not null)`;
/** What waits longest comes first. */
const OWED_PAGE: Sorting = { ...TRANSMISSION_PAGE, descending: false };

/** A filter holds only where the viewer may read what it compares. */
function planTransmissions({ states, overdue, withdrawnTooLate, owed = false }: RootNamed<'transmissions'>): RootPlan {
  const page = owed ? OWED_PAGE : TRANSMISSION_PAGE;
  return {
    family: 'Transmission',
    operation: 'read',
    shape: JSON.stringify([states !== null, overdue, withdrawnTooLate, owed]),
    where: ({ row, opens }) => sql`${states === null ? sql`true` : sql`${sql.ref(`${row}.state`)} = any (${slot('status')})`}
      ${owed ? sql`and ${opens(['deadline'])} and ${OWED(row)}` : sql``}
      ${overdue ? sql`and ${opens(['overdue'])} and ${OVERDUE(row)}` : sql``}
      ${withdrawnTooLate ? sql`and ${opens(['withdrawnTooLate'])} and ${sql.ref(`${row}.withdrawn_too_late`)}` : sql``}`,
    order: (row) => sortedBy(row, page),
    page,
    steady: false,
  };
}

function sortedBy(row: string, { by, descending }: Pick<Sorting, 'by' | 'descending'>): Sql {
  const direction = descending ? sql`desc` : sql`asc`;
  return sql`${sql.ref(`${row}.${by}`)} ${direction}, ${byId(row)} ${direction}`;
}
