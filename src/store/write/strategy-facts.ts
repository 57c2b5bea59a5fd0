import type { EntityManager } from '@mikro-orm/postgresql';
import type { Span } from '../../domain/interval/compare-intervals.ts';
import { heldDiscussions, type StartedEpisode } from '../../domain/briefing/held-discussions.ts';
import type { RiskKnown } from '../../domain/briefing/risk-trigger.ts';
import type { AbsenceKind, Risk } from '../../domain/observation/observation.ts';
import { execute } from '../database.ts';
import { placementStands } from '../placement-stands.ts';

/** What decides whether an episode asks for a strategy discussion; epoch milliseconds. */
export interface StrategyFactsOf {
  readonly status: AbsenceKind | 'LOCATED' | 'RETURNED';
  readonly since: Span | null;
  readonly located: Span | null;
  readonly back: Span | null;
  readonly lookedAfter: boolean;
  /** Null: the child is missing no more, or the risk is not graded. */
  readonly risk: RiskKnown | null;
  /** When each of the child's episodes began, with the discussions held about it; and those about this one. */
  readonly starts: readonly StartedEpisode[];
  readonly held: readonly Span[];
}

interface Stated {
  readonly from: string;
  readonly until: string;
}
interface StartRow {
  readonly since: Stated | null;
  readonly held: readonly { readonly at: Stated; readonly departs: boolean }[];
}
interface FactsRow extends Pick<StrategyFactsOf, 'status'> {
  readonly since: Stated | null;
  readonly located: Stated | null;
  readonly back: Stated | null;
  readonly looked_after: boolean;
  readonly risk: Risk | null;
  readonly risk_changes: readonly { readonly risk: Risk | null; readonly at: Stated | null }[];
  readonly held: StartRow['held'];
  readonly starts: readonly StartRow[];
}

/** The discussions recorded of an episode, as far as each still stands at the moment `$2`. */
const held = (episode: string): string => `(select coalesce(json_agg(json_build_object('at', s.at, 'departs', s.departure is not null)), '[]')
  from return_step s where s.episode = ${episode}.id and s.step = 'STRATEGY_MEETING' and s.replaced_from_at > $2::timestamptz)`;

/** The facts of one episode, by its shown id, at one moment (epoch ms); null where there is none. */
export async function strategyFacts(em: EntityManager, episode: string, now: number): Promise<StrategyFactsOf | null> {
  const [row] = await execute<FactsRow>(
    em,
    `select e.status, e.missing_since as since, e.located_at as located, e.returned_at as back,
       c.legal_status is not null or exists (select from placement p where p.child_id = e.child_id and ${placementStands('p', '$2::timestamptz')}) as looked_after,
       e.risk, e.risk_changes, ${held('e')} as held,
       (select coalesce(json_agg(json_build_object('since', other.missing_since, 'held', ${held('other')})), '[]') from episode other where other.child_id = e.child_id) as starts
     from episode e join child c on c.id = e.child_id where e.id = $1::uuid`,
    [episode, new Date(now).toISOString()],
  );
  return row === undefined ? null : factsOf(row, now);
}

function factsOf({ status, since, located, back, looked_after, risk, risk_changes, held: about, starts }: FactsRow, now: number): StrategyFactsOf {
  return {
    status,
    since: spanOf(since),
    located: spanOf(located),
    back: spanOf(back),
    lookedAfter: looked_after,
    risk: risk === null || (status !== 'MISSING' && status !== 'AWAY') ? null : { grade: risk, changes: risk_changes.map((change) => ({ risk: change.risk, at: spanOf(change.at) })) },
    starts: starts.flatMap((start) => startedOf(start, now)),
    held: heldOf({ since, held: about }, now),
  };
}

function startedOf(start: StartRow, now: number): StartedEpisode[] {
  const since = spanOf(start.since);
  return since === null ? [] : [{ ...since, held: heldOf(start, now) }];
}

function heldOf({ since, held: steps }: StartRow, now: number): Span[] {
  const dated = steps.map(({ at, departs }) => ({ step: 'STRATEGY_MEETING' as const, at: { from: Date.parse(at.from), until: Date.parse(at.until) }, departs }));
  return heldDiscussions(dated, spanOf(since), now);
}

// Written by `momentOf` as instants.
function spanOf(stated: Stated | null): Span | null {
  return stated === null ? null : { from: Date.parse(stated.from), until: Date.parse(stated.until) };
}
