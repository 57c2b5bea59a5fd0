import { chainMoved } from '../../domain/authority/chain-moved.ts';
import { HUB_SYSTEM } from '../../domain/record/record.ts';
import type { Writing } from '../database.ts';
import { raiseAlerts, settleAlert, type Alert, type AlertStep } from './alert-store.ts';
import type { OpenAlert } from './waiting-alerts.ts';

/** Before whom something comes, one after the other: a chain for each alert. */
export type Chains = readonly (readonly AlertStep[])[];
type Ended = readonly Pick<OpenAlert, 'alert'>[];

/** Which alerts of something end, and before whom it comes instead, one alert for each chain. */
export interface Elsewhere {
  readonly ended: Ended;
  readonly chains: Chains;
  /** For how many milliseconds it has waited. */
  readonly passed: number;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Takes what waits from those who are not to answer it, and puts it before others, for whom the time that has passed counts. Answers how they are reached. */
export async function moveAlert(em: Writing, alert: Omit<Alert, 'chain'>, elsewhere: Elsewhere): Promise<Chains> {
  const moved = chainsMoved(elsewhere);
  await endAlerts(em, elsewhere.ended, elsewhere.now);
  await raiseAlerts(em, moved.map((chain) => ({ ...alert, chain })));
  return moved;
}

/** How they are reached before whom it comes instead: the time that has passed counts. */
export function chainsMoved({ chains, passed, now }: Pick<Elsewhere, 'chains' | 'passed' | 'now'>): Chains {
  return chains.map((chain) => chainMoved(chain, passed, now));
}

/** Ends alerts by the word of the hub; whom they were before stays written down in their notices. */
export async function endAlerts(em: Writing, ended: Ended, at: number): Promise<void> {
  for (const { alert } of ended) {
    await settleAlert(em, { alert }, { by: HUB_SYSTEM, at });
  }
}
