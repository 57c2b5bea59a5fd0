import type { FigureValue } from '../authority/practice.ts';
import type { OfferOutcome } from './interview-words.ts';

type Flag = 'Y' | 'N' | 'NA';

/** What the statutory returns say of an offer; `to`: a parent's answer is counted apart from the child's. */
export interface OfferedAndAccepted {
  readonly offered: Flag;
  /** Null: nobody has answered. */
  readonly accepted: Flag | null;
  readonly to: 'CHILD' | 'PARENT';
}

const said = (offered: Flag, accepted: Flag | null, to: OfferedAndAccepted['to'] = 'CHILD'): OfferedAndAccepted => ({ offered, accepted, to });

/** Of those ends that say it by themselves. Kent's "refused" is a booked interview that was then declined or not attended: offered, and not accepted in the end. */
const OFFERED_AND_ACCEPTED: Readonly<Partial<Record<OfferOutcome, OfferedAndAccepted>>> = {
  ACCEPTED: said('Y', 'Y'),
  DECLINED_BY_YOUNG_PERSON: said('Y', 'N'),
  REFUSED_AFTER_BOOKING: said('Y', 'N'),
  DECLINED_BY_PARENT: said('Y', 'N', 'PARENT'),
  PARENT_ACCEPTED_ADVICE_ONLY: said('Y', 'N', 'PARENT'),
  ALREADY_ARRANGED: said('Y', 'NA'),
  NOT_APPROPRIATE: said('NA', 'NA'),
};

/**
 * Offered and accepted, as the yearly returns ask (Annex A list 8, Standard Safeguarding Dataset): a further episode counts
 * as offered only where a contact is recorded, and null where nobody knows of one; a child who could not be reached as the
 * authority's practice rules say, and null while they say nothing.
 */
export function offeredAndAccepted(offer: { readonly outcome: OfferOutcome | null; readonly contactRecorded: boolean | null }, unable: FigureValue<'unableCountsAs'> | undefined): OfferedAndAccepted | null {
  const { outcome, contactRecorded } = offer;
  if (outcome === null) {
    return said('Y', null);
  }
  if (outcome === 'SUBSEQUENT_MISSING_EPISODE') {
    return contactRecorded === null ? null : said(contactRecorded ? 'Y' : 'N', 'NA');
  }
  return OFFERED_AND_ACCEPTED[outcome] ?? (unable === undefined ? null : said(unable.offered, unable.accepted));
}
