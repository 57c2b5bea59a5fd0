import type { EntityManager } from '@mikro-orm/postgresql';
import type { Span } from '../../domain/interval/compare-intervals.ts';
import { execute } from '../database.ts';

/** What decides whether an episode asks for a strategy discussion; epoch milliseconds. */
export interface StrategyFactsOf {
  readonly since: Span | null;
  readonly back: Span | null;
  readonly lookedAfter: boolean;
  /** When each of the child's episodes began. */
  readonly starts: readonly Span[];
}

interface Stated {
  readonly from: string;
  readonly until: string;
}

/** The facts of one episode, by its shown id; null where there is none. */
export async function strategyFacts(em: EntityManager, episode: string): Promise<StrategyFactsOf | null> {
  const [row] = await execute<{ since: Stated | null; back: Stated | null; looked_after: boolean; starts: readonly Stated[] }>(
    em,
    `select e.missing_since as since, e.returned_at as back,
       c.legal_status is not null or exists (select from placement p where p.child_id = e.child_id and p.until_at is null) as looked_after,
       (select coalesce(json_agg(other.missing_since), '[]') from episode other where other.child_id = e.child_id and other.missing_since is not null) as starts
     from episode e join child c on c.id = e.child_id where e.id = $1::uuid`,
    [episode],
  );
  return row === undefined ? null : { since: spanOf(row.since), back: spanOf(row.back), lookedAfter: row.looked_after, starts: row.starts.flatMap((start) => spanOf(start) ?? []) };
}

// Written by `momentOf` as instants.
function spanOf(stated: Stated | null): Span | null {
  return stated === null ? null : { from: Date.parse(stated.from), until: Date.parse(stated.until) };
}
