import type { Directory } from '../directory/directory.ts';
import type { DecisionPayloads } from '../domain/decision/decision.ts';
import { HubError } from '../domain/errors.ts';
import { dateInterval } from '../domain/interval/london-interval.ts';
import type { Audience } from '../domain/sharing/audience.ts';
import { checkRecipient } from './check-recipient.ts';
import { isoDay, optionalText, type Given } from './given.ts';

/** To whom how much is given or withheld, as the client sends it. */
export interface SharingAsked {
  readonly audience: Audience;
  readonly recipient: string;
  readonly decision: 'SHARE' | 'WITHHOLD';
  readonly level: 'REDACTED' | 'FULL';
  readonly reason?: Given<string>;
  readonly reviewOn?: Given<string>;
}

/** A duty to tell: withholding from these needs a reason, an author and a review date. */
const OWED: readonly Audience[] = ['POLICE', 'HOST'];
/** They never get beyond a redacted text: it could compromise an investigation, and the child learns what was said (BHM). */
const NEVER_FULL: readonly Audience[] = ['PLACEMENT', 'PARENT', 'PARTNER'];

/** Checks a sharing decision before it is kept. */
export function sharingDecided(directory: Directory, asked: SharingAsked, now: number): DecisionPayloads['SHARING'] {
  const { audience, decision, level } = asked;
  const reason = optionalText(asked.reason);
  const reviewOn = isoDay(asked.reviewOn, 'reviewOn');
  if (level === 'FULL' && NEVER_FULL.includes(audience)) {
    throw new HubError('BAD_INPUT', '"level" for a placement, a parent or a partner can only be REDACTED.');
  }
  const owed = decision === 'WITHHOLD' && OWED.includes(audience);
  if (owed && (reason === null || reviewOn === null)) {
    throw new HubError('BAD_INPUT', 'Withholding from the police or the host authority needs "reason" and "reviewOn".');
  }
  if (reviewOn !== null) {
    checkReview(reviewOn, now);
  }
  return { audience, recipient: checkRecipient(directory, audience, asked.recipient), decision, level, reason: reason ?? '', reviewOn };
}

function checkReview(reviewOn: string, now: number): void {
  if ((dateInterval(reviewOn)?.until ?? now) <= now) {
    throw new HubError('BAD_INPUT', '"reviewOn" must be a day that has not passed.');
  }
}
