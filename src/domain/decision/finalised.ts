import type { Decision } from './decision.ts';
import { ofKind } from './standing-decisions.ts';

/** That an episode is closed for editing: since when, in epoch milliseconds, and why although its practice was not followed. */
export interface Finalised {
  readonly at: number;
  readonly departure: string | null;
}

/** The record keeper's word that the episode is closed; null while it is open or open again. */
export function finalisedOf(decided: readonly Decision[]): Finalised | null {
  const latest = ofKind(decided, 'FINALISED').at(-1);
  return latest?.payload.finalised === true ? { at: latest.at, departure: latest.payload.departure ?? null } : null;
}

/** When the record keeper closed the episode for editing, in epoch milliseconds; null while it is open or open again. */
export function finalisedAt(decided: readonly Decision[]): number | null {
  return finalisedOf(decided)?.at ?? null;
}
