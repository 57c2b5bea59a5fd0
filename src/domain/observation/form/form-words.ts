import type { OfferedTo, OfferOutcome, AttemptMethod } from '../../interview/interview-words.ts';
import { ACCOMPANIMENTS, ATTEMPT_METHODS, HIGH_RISK_CATEGORIES, OFFERED_TO, PULL_FACTORS, PUSH_FACTORS, VULNERABILITIES } from '../../interview/interview-words.ts';
import type { AbsenceKind, Risk } from '../observation.ts';
import { foldedWord, wordList } from '../word-list.ts';

/** What a word of a form stands for; null when it is in no list. */
export type Words<T> = (word: string) => T | null;

/** A closed list by its own names, and what forms say for them. */
function namesAnd<T extends string>(names: readonly T[], aliases: Readonly<Record<string, T>>): Words<T> {
  return wordList({ ...aliases, ...Object.fromEntries(names.map((name) => [name, name])) });
}

export const yesNoOf = wordList<'YES' | 'NO' | 'NOT_SAID'>({
  YES: 'YES',
  Y: 'YES',
  TRUE: 'YES',
  '1': 'YES',
  NO: 'NO',
  N: 'NO',
  FALSE: 'NO',
  '0': 'NO',
  NA: 'NOT_SAID',
  'N/A': 'NOT_SAID',
  'NOT APPLICABLE': 'NOT_SAID',
  'NOT SAID': 'NOT_SAID',
  'NOT KNOWN': 'NOT_SAID',
  UNKNOWN: 'NOT_SAID',
});

/** In an authority's own system "absent" is 903 code A; the police's "absent" is a risk and never read here. */
export const absenceOf = wordList<AbsenceKind>({
  MISSING: 'MISSING',
  M: 'MISSING',
  'MISSING FROM HOME': 'MISSING',
  'MISSING FROM CARE': 'MISSING',
  ABSENT: 'AWAY',
  A: 'AWAY',
  AWAY: 'AWAY',
  'AWAY FROM PLACEMENT WITHOUT AUTHORISATION': 'AWAY',
  'ABSENT FROM PLACEMENT WITHOUT AUTHORISATION': 'AWAY',
});

/** College of Policing scale, as a force told it to the authority. */
export const riskOf = wordList<Risk>({
  'NO APPARENT RISK': 'VERY_LOW',
  'NO APPARENT RISK (ABSENT)': 'VERY_LOW',
  ABSENT: 'VERY_LOW',
  'VERY LOW': 'VERY_LOW',
  LOW: 'LOW',
  MEDIUM: 'MEDIUM',
  HIGH: 'HIGH',
});

const outcomes = wordList<OfferOutcome>({
  'declined by parent': 'DECLINED_BY_PARENT',
  'declined by parent/carer': 'DECLINED_BY_PARENT',
  'declined by young person': 'DECLINED_BY_YOUNG_PERSON',
  'declined by child': 'DECLINED_BY_YOUNG_PERSON',
  accepted: 'ACCEPTED',
  'already arranged': 'ALREADY_ARRANGED',
  'not appropriate': 'NOT_APPROPRIATE',
  'subsequent missing episode': 'SUBSEQUENT_MISSING_EPISODE',
  'unable to establish contact': 'UNABLE_TO_ESTABLISH_CONTACT',
  'parent accepted - initial advice given, RHI not required': 'PARENT_ACCEPTED_ADVICE_ONLY',
  'parent accepted - initial advice given, RHI with young person not required': 'PARENT_ACCEPTED_ADVICE_ONLY',
  'unable to establish contact letter sent': 'UNABLE_TO_ESTABLISH_CONTACT_LETTER_SENT',
  'refused after booking': 'REFUSED_AFTER_BOOKING',
});

/** How an offer ended, with or without the form's abbreviation of the interview before it. */
export const outcomeOf: Words<OfferOutcome> = (word) => outcomes(foldedWord(word).replace(/^(?:IRI|IR|RHI) /, ''));

export const offeredToOf: Words<OfferedTo> = namesAnd(OFFERED_TO, {
  'young person': 'CHILD',
  'parent/carer': 'PARENT',
  'foster carer': 'CARER',
  'lead practitioner': 'SOCIAL_WORKER',
});

export const methodOf: Words<AttemptMethod> = namesAnd(ATTEMPT_METHODS, {
  telephone: 'PHONE',
  'phone call': 'PHONE',
  'telephone call': 'PHONE',
  'text message': 'TEXT',
  'home visit': 'VISIT',
  'video call': 'VIDEO',
  'through parent/carer': 'THROUGH_CARER',
  'through social worker': 'THROUGH_WORKER',
});

export const accompanimentOf = namesAnd(ACCOMPANIMENTS, { 'by themselves': 'ALONE', 'with other people': 'WITH_OTHERS', 'persuaded by someone': 'PERSUADED' });

export const vulnerabilityOf = namesAnd(VULNERABILITIES, {
  'trafficking/modern slavery': 'TRAFFICKING_MODERN_SLAVERY',
  'concerns about physical and emotional presentation': 'PHYSICAL_EMOTIONAL_PRESENTATION',
  'substance misuse': 'MISUSE_OF_SUBSTANCES',
});

export const highRiskOf = namesAnd(HIGH_RISK_CATEGORIES, {
  'missing overnight/24 hours': 'MISSING_OVERNIGHT',
  'repeat missing episode': 'REPEAT_MISSING',
  'physical and emotional wellbeing concerns': 'PHYSICAL_EMOTIONAL_WELLBEING',
  'harmed or injured whilst missing': 'HARMED_WHILST_MISSING',
  'alcohol/substance misuse': 'ALCOHOL_SUBSTANCE_MISUSE',
});

export const pushOf = namesAnd(PUSH_FACTORS, {
  'family conflict': 'CONFLICT_AT_HOME',
  'arguments with parents': 'CONFLICT_AT_HOME',
  'problems at home': 'CONFLICT_AT_HOME',
  'domestic violence': 'DOMESTIC_ABUSE',
  'substance misuse in the home': 'SUBSTANCES_AT_HOME',
  'mental health': 'MENTAL_HEALTH_SELF_HARM',
  'self-harm': 'MENTAL_HEALTH_SELF_HARM',
  'problems at school': 'SCHOOL',
  'being bullied': 'BULLYING',
  'sofa surfing': 'HOMELESSNESS',
  'offending behaviour': 'OFFENDING',
});

export const pullOf = namesAnd(PULL_FACTORS, {
  excitement: 'THRILL',
  'risk taking': 'THRILL',
  'gang or music scene': 'GANG_OR_MUSIC_SCENE',
  'near friends or family': 'NEAR_FRIENDS_OR_FAMILY',
  grooming: 'GROOMING_OR_TRAFFICKING',
  'alcohol, drugs, money or gifts': 'ALCOHOL_DRUGS_MONEY_GIFTS',
  'being accepted': 'BEING_LIKED',
  'somewhere with no rules': 'NO_RULES',
});
