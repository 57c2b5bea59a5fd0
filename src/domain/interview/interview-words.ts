/** The closed lists of the interview form, in the words of the authorities' own forms. */

/** Birmingham's and a Mosaic authority's form; Kent's "refused" is a booked interview that was then declined or not attended. */
export const OFFER_OUTCOMES = [
  'DECLINED_BY_PARENT',
  'DECLINED_BY_YOUNG_PERSON',
  'ACCEPTED',
  'ALREADY_ARRANGED',
  'NOT_APPROPRIATE',
  'SUBSEQUENT_MISSING_EPISODE',
  'UNABLE_TO_ESTABLISH_CONTACT',
  'PARENT_ACCEPTED_ADVICE_ONLY',
  'UNABLE_TO_ESTABLISH_CONTACT_LETTER_SENT',
  'REFUSED_AFTER_BOOKING',
] as const;
export type OfferOutcome = (typeof OFFER_OUTCOMES)[number];
/** Ends of an offer with an interview to come; without contact; and with a no, of the child or of a parent. */
export const BOOKED_OUTCOMES: readonly OfferOutcome[] = ['ACCEPTED', 'ALREADY_ARRANGED'];
export const UNABLE_OUTCOMES: readonly OfferOutcome[] = ['UNABLE_TO_ESTABLISH_CONTACT', 'UNABLE_TO_ESTABLISH_CONTACT_LETTER_SENT'];
export const REFUSED_OUTCOMES: readonly OfferOutcome[] = ['DECLINED_BY_YOUNG_PERSON', 'DECLINED_BY_PARENT', 'REFUSED_AFTER_BOOKING'];

export const OFFERED_TO = ['CHILD', 'PARENT', 'CARER', 'SOCIAL_WORKER'] as const;
export type OfferedTo = (typeof OFFERED_TO)[number];

export const ATTEMPT_METHODS = ['PHONE', 'TEXT', 'VISIT', 'LETTER', 'EMAIL', 'VIDEO', 'SOCIAL_MEDIA', 'THROUGH_CARER', 'THROUGH_WORKER', 'OTHER'] as const;
export type AttemptMethod = (typeof ATTEMPT_METHODS)[number];

/** What a worker does before a child counts as one who could not be reached (a Mosaic authority's closure process). */
export const TRIES = ['ALL_NUMBERS', 'ALLOCATED_WORKER', 'CARER'] as const;
export type Try = (typeof TRIES)[number];

export const VULNERABILITIES = [
  'SEXUAL_EXPLOITATION',
  'CRIMINAL_EXPLOITATION',
  'SELF_HARM',
  'OFFENDING_BEHAVIOUR',
  'MISUSE_OF_SUBSTANCES',
  'TRAFFICKING_MODERN_SLAVERY',
  'PHYSICAL_EMOTIONAL_PRESENTATION',
  'OTHER',
] as const;

export const HIGH_RISK_CATEGORIES = [
  'MISSING_OVERNIGHT',
  'REPEAT_MISSING',
  'PHYSICAL_EMOTIONAL_WELLBEING',
  'CRIMINAL_EXPLOITATION',
  'TRAFFICKING',
  'DOMESTIC_ABUSE',
  'HARMED_WHILST_MISSING',
  'ALCOHOL_SUBSTANCE_MISUSE',
  'SEXUAL_EXPLOITATION',
] as const;

export const PUSH_FACTORS = [
  'CONFLICT_AT_HOME',
  'NEGLECT',
  'DOMESTIC_ABUSE',
  'SUBSTANCES_AT_HOME',
  'OWN_SUBSTANCE_USE',
  'UNHAPPY_IN_CARE',
  'MENTAL_HEALTH_SELF_HARM',
  'SCHOOL',
  'BULLYING',
  'LONELINESS',
  'LET_DOWN_BY_ADULTS',
  'LACK_OF_FRIENDS',
  'HOMELESSNESS',
  'SIBLING_DIFFICULTIES',
  'OLDER_ASSOCIATES',
  'ALIENATION',
  'FRIENDS_EXPLOITED',
  'OFFENDING',
  'PREVIOUS_ABUSE',
  'PEER_VIOLENCE',
] as const;

export const PULL_FACTORS = [
  'THRILL',
  'GANG_OR_MUSIC_SCENE',
  'NEAR_FRIENDS_OR_FAMILY',
  'GROOMING_OR_TRAFFICKING',
  'SOMEONE_WHO_THINKS_THEY_ARE_SPECIAL',
  'CLUBS_OR_ADULT_VENUES',
  'ALCOHOL_DRUGS_MONEY_GIFTS',
  'BEING_LIKED',
  'NO_RULES',
  'NEW_ADVENTURES',
] as const;

export const ACCOMPANIMENTS = ['ALONE', 'WITH_OTHERS', 'PERSUADED', 'NOT_SAID'] as const;
export const YES_NO_UNKNOWN = ['YES', 'NO', 'NOT_SAID'] as const;
export type YesNoNotSaid = (typeof YES_NO_UNKNOWN)[number];

/** What a named adult or peer is in the child's account; said by the child and unverified unless graded. */
export const NAMED_PERSON_CATEGORIES = ['SUSPECT', 'VICTIM', 'WITNESS', 'ASSOCIATE', 'UNKNOWN'] as const;
export type NamedPersonCategory = (typeof NAMED_PERSON_CATEGORIES)[number];

/** Somebody else named in a narrative or in intelligence. */
export interface NamedPerson {
  readonly name: string;
  readonly category: NamedPersonCategory;
  /** ISO date; where the source says when the person was born. */
  readonly dateOfBirth?: string | null;
  /** Null: said by the child, unverified. Else the 3x5x2 grade, such as `1BP`. */
  readonly grade: string | null;
  /** ISO date on which what is kept of this person is looked at again. */
  readonly reviewOn: string;
}
