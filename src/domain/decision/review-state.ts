import type { DecidedPair } from './decided-pairs.ts';

/** Where a pair of person records stands: for a person to look at, waiting for the other authority, or decided. */
export const REVIEW_STATES = ['OPEN', 'AWAITS_OTHER_AUTHORITY', 'JOINED', 'SEPARATED'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** What is still to be looked at. */
export const TO_REVIEW: readonly ReviewState[] = ['OPEN', 'AWAITS_OTHER_AUTHORITY'];

/** What is known of a pair: what was decided, whether it is shown as one child, and whether the two are alike. */
export interface PairKnown extends Pick<DecidedPair, 'joinedBy' | 'separatedBy'> {
  readonly together: boolean;
  readonly alike: boolean;
}

/** Where the pair stands; null where nobody has to look at it: it is one child by its numbers, or nothing speaks for it. */
export function reviewState({ joinedBy, separatedBy, together, alike }: PairKnown): ReviewState | null {
  if (separatedBy.length > 0) {
    return 'SEPARATED';
  }
  if (joinedBy.length > 0) {
    return together ? 'JOINED' : 'AWAITS_OTHER_AUTHORITY';
  }
  return alike && !together ? 'OPEN' : null;
}
