import { chainMoved } from '../../domain/authority/chain-moved.ts';
import { HUB_SYSTEM } from '../../domain/record/record.ts';
import type { Writing } from '../database.ts';
import { raiseAlert, settleAlert, type Alert, type AlertStep } from './alert-store.ts';
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
export async function moveAlert(em: Writing, alert: Omit<Alert, 'chain'>, { ended, chains, passed, now }: Elsewhere): Promise<Chains> {
  await endAlerts(em, ended, now);
  const moved = chains.map((chain) => chainMoved(chain, passed, now));
  for (const chain of moved) {
    await raiseAlert(em, { ...alert, chain });
  }
  return moved;
}

/** Ends alerts by the word of the hub; whom they were before stays written down in their notices. */
export async function endAlerts(em: Writing, ended: Ended, at: number): Promise<void> {
  for (const { alert } of ended) {
    await settleAlert(em, { alert }, { by: HUB_SYSTEM, at });
  }
}
