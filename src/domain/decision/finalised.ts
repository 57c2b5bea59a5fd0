import type { Duty } from '../workflow/duties.ts';
import type { Decision } from './decision.ts';
import { ofKind } from './standing-decisions.ts';

/** That an episode is closed for editing: since when, in epoch milliseconds, why although its practice was not followed, what ran on, and what of it is not owed. */
export interface Finalised {
  readonly at: number;
  readonly departure: string | null;
  readonly running: readonly Duty[];
  readonly notOwed: readonly Duty[];
}

/** The record keeper's word that the episode is closed; null while it is open or open again. */
export function finalisedOf(decided: readonly Decision[]): Finalised | null {
  const latest = ofKind(decided, 'FINALISED').at(-1);
  if (latest?.payload.finalised !== true) {
    return null;
  }
  const { departure = null, running = [], notOwed = [] } = latest.payload;
  return { at: latest.at, departure, running, notOwed };
}

/** When the record keeper closed the episode for editing, in epoch milliseconds; null while it is open or open again. */
export function finalisedAt(decided: readonly Decision[]): number | null {
  return finalisedOf(decided)?.at ?? null;
}
