import type { Writing } from '../store/database.ts';
import type { AlertStep } from '../store/write/alert-store.ts';
import type { Waiting } from '../store/write/waiting-alerts.ts';
import type { IngestServices } from './ingest-services.ts';

type Chains = readonly (readonly AlertStep[])[];

/** What waits is looked at again, inside a transaction under the writer's lock. */
export interface LookingAgain {
  readonly em: Writing;
  readonly services: Pick<IngestServices, 'directory' | 'idKey' | 'log'>;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Also what a post is to answer of a child who is not restricted: where it is another directory that says who stands in it. */
  readonly posts: boolean;
}

/** In a post there may be one who must not know: only what waits of a restricted child, or waits before people alone, moves with the picture. */
export function moves({ before, restricted }: Waiting & { readonly restricted: 'YES' | 'NO' }, { posts }: Pick<LookingAgain, 'posts'>): boolean {
  return posts || restricted === 'YES' || before.every((to) => to.every((one) => one.includes('@')));
}

/**
 * Before whom something waits instead, worked out from now on; null where it is before the same people. It is asked for the
 * instant it came before them too: what changed by the hour alone moves nothing, else it would be waited for anew every time.
 */
export function beforeOthers({ since, before }: Waiting, now: number, chainsAt: (at: number) => Chains): Chains | null {
  if (areBefore(chainsAt(since), before)) {
    return null;
  }
  const chains = chainsAt(now);
  return areBefore(chains, before) ? null : chains;
}

function areBefore(chains: Chains, before: Waiting['before']): boolean {
  const steps = chains.flat().map(({ to, people }) => (people ?? [to]).join(' ')).sort();
  return JSON.stringify(steps) === JSON.stringify(before.map((to) => to.join(' ')).sort());
}
