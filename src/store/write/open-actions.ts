import type { EntityManager } from '@mikro-orm/postgresql';
import type { Risk } from '../../domain/observation/observation.ts';
import { OVERDUE_NOTICE } from '../../domain/workflow/concern-notice.ts';
import { execute } from '../database.ts';
import { waitingOf, type Waiting } from './waiting-alerts.ts';

/** What is still to be done about a child. */
export interface OpenAction {
  readonly id: string;
  /** The person record of the child. */
  readonly person: string;
  /** Who set it, as `person@agency`. */
  readonly by: string;
  /** Since when somebody is told that its owner reads it no longer, epoch milliseconds; null where nobody is. */
  readonly lostSince: number | null;
  /** Whether its owner ever read of it in the hub. */
  readonly wasRead: boolean;
}

/** A restricted child's is given to nobody who does not read it, one's own is read by oneself, and whoever else reads it was told. */
const WAS_READ = `(a.restricted = 'YES' or a.owner = a.by
  or exists (select from briefing_notice n where n.about = a.id and n.kind in ('ACTION', 'ACTION_OVERDUE') and n."to" && array[a.owner, 'PLACEMENT_PROVIDER:' || a.owner]))`;

/** What is still to be done about a child, by the id they are shown under. */
export async function openActions(em: EntityManager, child: string): Promise<readonly OpenAction[]> {
  return execute<OpenAction>(
    em,
    `select a.id, d.child as person, a.by, (select extract(epoch from max(n.raised_at)) * 1000 from briefing_notice n where n.about = a.id and n.kind = 'ACTION_LOST' and n.acknowledged_at is null)::float8 as "lostSince", ${WAS_READ} as "wasRead"
     from case_action a join decision d on d.id = a.id where a.child_id = $1::uuid and a.state = 'OPEN' order by a.due, a.id`,
    [child],
  );
}

/**
 * What was to be done: who set it, in which role, its time in epoch milliseconds, and how urgent it is: as the concern it answers,
 * else as the child who is missing now, where nobody graded that as HIGH, else LOW.
 */
interface Answered {
  readonly answeredBy: string;
  readonly role: string;
  readonly due: number;
  readonly risk: Risk;
}
const ANSWERED = `a.by as "answeredBy", d.role, (extract(epoch from a.due) * 1000)::float8 as due, coalesce(c.risk,
  (select coalesce(e.risk, 'HIGH') from episode e where e.child_id = a.child_id and e.is_open order by e.missing_from_at desc, e.id desc limit 1), 'LOW') as risk`;
const BEHIND = `case_action a left join concern c on c.id = a.comes_from join decision d on d.id = a.id`;

/** What of an action is told once it is overdue; null of one that is not there. */
export async function setWith(em: EntityManager, action: string): Promise<Answered | null> {
  const [row] = await execute<Answered>(em, `select ${ANSWERED} from ${BEHIND} where a.id = $1::uuid`, [action]);
  return row ?? null;
}

/** One that is not closed and comes before somebody once it is overdue. */
export interface OpenAnswer extends Answered, Waiting {
  readonly id: string;
  /** The person record of the child. */
  readonly person: string;
  readonly owner: string;
}

/** What is to be done about these children, as far as it comes before somebody once it is overdue. */
export async function openAnswers(em: EntityManager, children: readonly string[]): Promise<readonly OpenAnswer[]> {
  return children.length === 0 ? [] : execute<OpenAnswer>(
    em,
    `select a.id, d.child as person, a.owner, a.restricted, ${ANSWERED}, w.alerts
     from (${waitingOf('$1', '$2')}) w join ${BEHIND} on a.id = w.about where a.state = 'OPEN' order by a.due, a.id`,
    [children, OVERDUE_NOTICE],
  );
}
