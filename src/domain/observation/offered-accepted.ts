import type { OfferOutcome } from '../interview/interview-words.ts';

/**
 * What a pair of flags says of an offer. NOT_SAID: no offer was made, as far as the source says; CONTRADICTS: accepted
 * or declined, and not offered.
 */
export type OfferFlags =
  | { readonly said: 'OFFER'; readonly outcome: OfferOutcome | null }
  | { readonly said: 'NOT_SAID' | 'CONTRADICTS' };

const OFFER = (outcome: OfferOutcome | null): OfferFlags => ({ said: 'OFFER', outcome });
const NOT_SAID: OfferFlags = { said: 'NOT_SAID' };

/**
 * Offered and accepted (YES, NO, NA or nothing) as an outcome: the statutory returns' table read backwards, which gives
 * declined as the child's own word, for only a form says that it was a parent's.
 */
const BY_FLAGS: ReadonlyMap<string, OfferFlags> = new Map([
  ['YES YES', OFFER('ACCEPTED')],
  ['YES NO', OFFER('DECLINED_BY_YOUNG_PERSON')],
  ['YES NA', OFFER('ALREADY_ARRANGED')],
  ['YES -', OFFER(null)],
  ['NA NA', OFFER('NOT_APPROPRIATE')],
  ['NA -', OFFER('NOT_APPROPRIATE')],
  ['NO NA', NOT_SAID],
  ['NO NO', NOT_SAID],
  ['NO -', NOT_SAID],
  ['- NA', NOT_SAID],
  ['- -', NOT_SAID],
]);

/** What the two flags of an episode say of the offer of a return home interview. */
export function offerOfFlags(offered: string | null, accepted: string | null): OfferFlags {
  const pair = [offered, accepted].map((flag) => flag?.trim().toUpperCase() ?? '-').join(' ');
  return BY_FLAGS.get(pair) ?? { said: 'CONTRADICTS' };
}
