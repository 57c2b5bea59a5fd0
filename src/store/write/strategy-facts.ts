import type { EntityManager } from '@mikro-orm/postgresql';
import type { Span } from '../../domain/interval/compare-intervals.ts';
import type { AbsenceKind } from '../../domain/observation/observation.ts';
import { execute } from '../database.ts';
import { placementStands } from '../placement-stands.ts';

/** What decides whether an episode asks for a strategy discussion; epoch milliseconds. */
export interface StrategyFactsOf {
  readonly status: AbsenceKind | 'LOCATED' | 'RETURNED';
  readonly since: Span | null;
  readonly located: Span | null;
  readonly back: Span | null;
  readonly lookedAfter: boolean;
  /** When each of the child's episodes began. */
  readonly starts: readonly Span[];
}

interface Stated {
  readonly from: string;
  readonly until: string;
}

interface FactsRow extends Pick<StrategyFactsOf, 'status'> {
  readonly since: Stated | null;
  readonly located: Stated | null;
  readonly back: Stated | null;
  readonly looked_after: boolean;
  readonly starts: readonly Stated[];
}

/** The facts of one episode, by its shown id, at one moment (epoch ms); null where there is none. */
export async function strategyFacts(em: EntityManager, episode: string, now: number): Promise<StrategyFactsOf | null> {
  const [row] = await execute<FactsRow>(
    em,
    `select e.status, e.missing_since as since, e.located_at as located, e.returned_at as back,
       c.legal_status is not null or exists (select from placement p where p.child_id = e.child_id and ${placementStands('p', '$2::timestamptz')}) as looked_after,
       (select coalesce(json_agg(other.missing_since), '[]') from episode other where other.child_id = e.child_id and other.missing_since is not null) as starts
     from episode e join child c on c.id = e.child_id where e.id = $1::uuid`,
    [episode, new Date(now).toISOString()],
  );
  return row === undefined ? null : factsOf(row);
}

function factsOf({ status, since, located, back, looked_after, starts }: FactsRow): StrategyFactsOf {
  return { status, since: spanOf(since), located: spanOf(located), back: spanOf(back), lookedAfter: looked_after, starts: starts.flatMap((start) => spanOf(start) ?? []) };
}

// Written by `momentOf` as instants.
function spanOf(stated: Stated | null): Span | null {
  return stated === null ? null : { from: Date.parse(stated.from), until: Date.parse(stated.until) };
}
