import type { Gender } from '../observation/observation.ts';

/** What of one person record likeness is judged by; kept beside the record, so that two can be compared without reading all that was said under them. */
export interface MatchPerson {
  /** Record id. */
  readonly id: string;
  readonly agency: string;
  /** The key space of its person key: two records of one agency's one space are two people to that source. */
  readonly personKeys: string;
  /** As stated; comparison folds them. */
  readonly givenName: string | null;
  readonly familyName: string | null;
  /** The day, as `2011-05-04`. */
  readonly birth: string | null;
  /** Estimated, 1 January, or of an unaccompanied child: shared by too many children to say much. */
  readonly birthDoubtful: boolean;
  readonly gender: Gender | null;
  /** Home and placement postcodes, without blanks, in capitals. */
  readonly postcodes: readonly string[];
  /** Ofsted URNs of placements. */
  readonly placements: readonly string[];
  /** Checked numbers. */
  readonly nhsNumber: string | null;
  readonly upn: string | null;
}

export type EvidenceOf = 'NHS_NUMBER' | 'UPN' | 'GIVEN_NAME' | 'FAMILY_NAME' | 'BIRTH' | 'GENDER' | 'POSTCODE' | 'PLACEMENT' | 'PERSON_KEY';
/** How two values compare; words that tell nothing of the values themselves. */
export type EvidenceHow = 'EQUAL' | 'NICKNAME' | 'TRANSLITERATED' | 'TYPO' | 'SOUNDS_ALIKE' | 'SWAPPED_NAMES' | 'SWAPPED_DAY_AND_MONTH' | 'NEAR' | 'DIFFERENT';

/** One reason for or against; `weight` in bits (log2 of how much likelier it is of one child than of two), negative against. */
export interface Evidence {
  readonly of: EvidenceOf;
  readonly how: EvidenceHow;
  readonly weight: number;
}

/**
 * JOIN: one child as far as anybody can tell without asking; REVIEW: a person should look; APART: neither. None of them
 * opens anything to anybody: only a checked identifier, or a person's decision, does.
 */
export type LikenessVerdict = 'JOIN' | 'REVIEW' | 'APART';

/** How alike two person records are, and why. */
export interface Likeness {
  readonly verdict: LikenessVerdict;
  /** Sum of the weights. */
  readonly score: number;
  /** Heaviest first. */
  readonly evidence: readonly Evidence[];
}
