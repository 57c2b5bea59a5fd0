import type { ChildFacts } from './facts.ts';

/** The authorities that answer for the child: its own, and while nobody knows which that is, every one it may be. */
export function answering({ responsible, candidates, hosts }: Pick<ChildFacts, 'responsible' | 'candidates' | 'hosts'>): readonly string[] {
  const own = responsible.length > 0 ? responsible : candidates;
  return own.length > 0 ? own : hosts;
}
