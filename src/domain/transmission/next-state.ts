import type { TransmissionEvent, TransmissionState } from './transmission-words.ts';

type Changes = Readonly<Partial<Record<TransmissionEvent, TransmissionState>>>;

/** What a receiver signed of an earlier try counts whenever it comes: it has the message, or it does not take it. */
const RECEIPTS: Changes = { RECEIPT_ACCEPTED: 'ACKNOWLEDGED', RECEIPT_REFUSED: 'REFUSED' };
/** What is decided of its holds leaves an ended or sent one where it is, and counts when it would go again. */
const noted = (state: TransmissionState): Changes => ({ RELEASED: state, WITHDRAWN: state, PAUSED: state, RESUMED: state, SET_UP_ANEW: state });

/** Every change there is; an event that is not named changes nothing and is refused. */
export const CHANGES: Readonly<Record<TransmissionState, Changes>> = {
  HELD: { RELEASED: 'QUEUED', RESUMED: 'QUEUED', SET_UP_ANEW: 'QUEUED', WITHDRAWN: 'HELD', PAUSED: 'HELD', ...RECEIPTS },
  QUEUED: { WITHDRAWN: 'HELD', PAUSED: 'HELD', NOT_SET_UP: 'HELD', LEASED: 'QUEUED', SENT: 'SENT', TIMED_OUT: 'QUEUED', GIVEN_UP: 'DEAD', PERMANENT_FAULT: 'DEAD', ...RECEIPTS },
  SENT: { ...noted('SENT'), TIMED_OUT: 'QUEUED', GIVEN_UP: 'DEAD', PERMANENT_FAULT: 'DEAD', ...RECEIPTS },
  // A receiver may answer twice; that it was withdrawn too late is kept for the coordinator.
  ACKNOWLEDGED: { WITHDRAWN: 'ACKNOWLEDGED', RECEIPT_ACCEPTED: 'ACKNOWLEDGED' },
  REFUSED: { ...noted('REFUSED'), REPLAYED: 'QUEUED', ...RECEIPTS },
  DEAD: { ...noted('DEAD'), REPLAYED: 'QUEUED', ...RECEIPTS },
};

/** The state that an event leads to where nothing else stands in the way; null: it cannot happen in this state. */
export function nextState(state: TransmissionState, event: TransmissionEvent): TransmissionState | null {
  return CHANGES[state][event] ?? null;
}
