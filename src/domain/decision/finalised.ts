import type { Decision } from './decision.ts';
import { ofKind } from './standing-decisions.ts';

/** When the record keeper closed the episode for editing, in epoch milliseconds; null while it is open or open again. */
export function finalisedAt(decided: readonly Decision[]): number | null {
  const latest = ofKind(decided, 'FINALISED').at(-1);
  return latest?.payload.finalised === true ? latest.at : null;
}
