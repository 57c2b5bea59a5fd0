/**
 * What each agreement or difference says, in bits: log2(m / u), m how often it is seen between two records of one child,
 * u between records of two (Fellegi and Sunter 1969). What equal names say depends on how rare they are (common-names.ts).
 */

/** Ours: a checked number mistyped into another valid one, or given to the wrong sibling, is rare; UPNs change with some moves of school. */
export const NUMBERS = { NHS_NUMBER: { EQUAL: 24, DIFFERENT: -8 }, UPN: { EQUAL: 22, DIFFERENT: -5 } } as const;

/**
 * Equal: one of the 6,574 days of 18 years, log2 = 12.7. The rest ours, chosen on the benchmark's training seeds, in the
 * order that Cardinal and others found between systems of one NHS trust (BMC Med Inform Decis Mak 2023, 23:85): day and
 * month swapped and one digit wrong are rare, a wholly different date rarer still.
 */
export const BIRTH = { EQUAL: 12.7, SWAPPED_DAY_AND_MONTH: 8.5, NEAR: 1.3, DIFFERENT: -8 } as const;
/** Ours: many unaccompanied children share 1 January, and an age may be assessed anew. */
export const DOUBTFUL_BIRTH = { EQUAL: 4, SWAPPED_DAY_AND_MONTH: -2, NEAR: 0, DIFFERENT: -2 } as const;

/** Ours, of training: taken off what the equal name would say, or, where the two are less than one name, all that is said. */
export const GIVEN_NAME = { NICKNAME: -3, TRANSLITERATED: -2, NEAR: -3, TYPO: 4, SOUNDS_ALIKE: 1, SWAPPED_NAMES: -2, DIFFERENT: -8 } as const;
/** Ours, of training: as with given names. A child's surname changes with adoption, marriage and separation. */
export const FAMILY_NAME = { TRANSLITERATED: -3, NEAR: -3, TYPO: 6, SOUNDS_ALIKE: 2, SWAPPED_NAMES: -4, DIFFERENT: -5 } as const;

/** Half of all children share it: log2 = 1, most of which the given name has said already; different: ours. */
export const GENDER = { EQUAL: 0.3, DIFFERENT: -5 } as const;
/** Ours: brothers, sisters and housemates share both, so they count only where the given names agree; a move says nothing. */
export const POSTCODE = { EQUAL: 6 } as const;
export const PLACEMENT = { EQUAL: 3 } as const;
/** Ours: a source that keeps two keys means two people, unless it opened one twice. */
export const PERSON_KEY = { DIFFERENT: -4 } as const;

/**
 * Ours: on the benchmark's training seeds joining from anywhere between 19 and 27 bits joins no two children and finds 97.2 to
 * 97.4 % of the pairs, for what may never join is not left to the sum. 25 leaves bearers of common names, of whom a larger
 * hub has more, to a person. Showing from 15.5 would show a quarter more records to find one pair in a thousand more.
 */
export const JOIN_FROM = 25;
export const REVIEW_FROM = 17.5;
