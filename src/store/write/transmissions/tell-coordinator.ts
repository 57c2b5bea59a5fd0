import { addNotice } from '../notice-store.ts';
import type { Writing } from '../../database.ts';
import type { Happened } from './happen.ts';
import type { Transmission } from './transmission-row.ts';

/** What a coordinator is told of a transmission: fixed words and its id. */
export const TRANSMISSION_NOTICES = {
  TRANSMISSION_DEAD: 'A transmission could not be sent, and the hub has given it up. Look at why, and have it sent again.',
  TRANSMISSION_NOT_SET_UP: 'A transmission waits, as the hub lacks what it takes to send it. Have the hub operator mend what its fault names: it goes once the hub is started anew, or you release it.',
  TRANSMISSION_REFUSED: 'The receiver does not take a transmission, and signed so. Look at why.',
  TRANSMISSION_TOO_LATE: 'A transmission was to be held back when it may have left already. Say so to its receiver.',
  TRANSMISSION_WITHDRAWN: 'A transmission is held back by the hub. It goes only if you release it all the same.',
  TRANSMISSION_WAITS: 'A transmission that would go by itself waits, as its child is restricted. It goes only once you release it.',
  CORRECTION_WAITS: 'A correction goes only once you release it. Until then its receiver keeps what it was told before.',
  TRANSMISSION_OVERDUE: 'A transmission is owed, and no receipt of it has come in its time.',
} as const;
export type TransmissionNotice = keyof typeof TRANSMISSION_NOTICES;

/** Tells whoever answers for what the agency sends: its coordinator; of what is restricted those at the agency who may see it. */
export async function tellCoordinator(em: Writing, { id, child, from, restricted, awaitsNaming, named }: Transmission, { kind, at }: { readonly kind: TransmissionNotice; readonly at: number }): Promise<void> {
  const admitted = named.filter((one) => one.startsWith('ADMITTED:') && one.endsWith(`@${from}`)).map((one) => one.slice('ADMITTED:'.length));
  const closedTo = admitted.length > 0 ? admitted : [`${awaitsNaming === 'YES' ? 'TEAM_MANAGER' : 'DATA_PROTECTION_OFFICER'}:${from}`];
  const to = restricted === 'NO' ? [`HUB_COORDINATOR:${from}`] : closedTo;
  await addNotice(em, { to, kind, child, about: id, text: TRANSMISSION_NOTICES[kind], visibleFrom: at, raisedAt: at });
}

/** Tells of a transmission that was just given up. */
export async function tellIfDead(em: Writing, happened: Happened | null, at: number): Promise<void> {
  if (happened?.after.course.state === 'DEAD' && happened.before.course.state !== 'DEAD') {
    await tellCoordinator(em, happened.after, { kind: 'TRANSMISSION_DEAD', at });
  }
}

/** Tells that the hub is not set up to send a transmission, once for each thing that it lacks. */
export async function tellIfNotSetUp(em: Writing, happened: Happened | null, at: number): Promise<void> {
  if (happened?.after.course.holds.includes('NOT_SET_UP') === true && happened.before.fault !== happened.after.fault) {
    await tellCoordinator(em, happened.after, { kind: 'TRANSMISSION_NOT_SET_UP', at });
  }
}
