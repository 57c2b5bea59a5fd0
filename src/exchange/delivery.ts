/** What the worker of transmissions asks of whatever carries them: ids in, a signed statement before anything leaves, a signed answer after it. */
import type { TransmissionSubject } from '../store/write/transmissions/transmission-row.ts';
import type { SentStatement, SignedReceived, SignedSent } from './receipt.ts';

/** One transmission that is due: who sends what to whom. Ids alone; what they say is read when it is prepared. */
export interface ToDeliver extends Omit<TransmissionSubject, 'because'> {
  /** Epoch milliseconds of this try. */
  readonly sentAt: number;
}

/**
 * What is about to leave, read through the gate with the recipient as viewer: nothing has left yet, and nothing does before
 * `send`. NOT_NOW may be tried again, NOT_SET_UP once the operator has mended the hub; of NEVER no further try can help. A code never says what was to be sent.
 */
export type Prepared =
  | { readonly outcome: 'READY'; readonly sent: SignedSent; readonly level: SentStatement['level']; readonly fields: readonly string[]; send(signal: AbortSignal): Promise<Delivered> }
  | { readonly outcome: 'NOT_NOW' | 'NOT_SET_UP' | 'NEVER'; readonly code: string };

/** What came of it: signed by the receiver, or by the hub itself where the receiver cannot sign and the statement says so. */
export type Delivered =
  | { readonly outcome: 'ACCEPTED' | 'REFUSED'; readonly received: SignedReceived }
  | { readonly outcome: 'NO_ANSWER' | 'NEVER'; readonly code: string };

/** Carries transmissions. Neither method throws for what a receiver does; the worker takes a throw for NOT_NOW or NO_ANSWER. */
export interface Deliver {
  prepare(one: ToDeliver): Promise<Prepared>;
}
