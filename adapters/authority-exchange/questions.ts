import type { InterviewPayload } from '../../src/domain/observation/observation.ts';

type Answers = Required<InterviewPayload['answers']>;
/** Named people have elements of their own. */
export type Question = Exclude<keyof Answers, 'namedPeople'>;
export type LocatingQuestion = keyof Required<InterviewPayload['locating']>;
type Words<Q extends keyof Answers> = readonly (Answers[Q] extends readonly (infer W)[] ? W : Answers[Q])[];

/** How a question is answered: in words of the writer's own, by a date, or by words of a list, one or several. */
export type AnswerKind = 'TEXT' | 'DATE' | { readonly one: readonly string[] } | { readonly several: readonly string[] };

const YES_NO = { one: ['YES', 'NO', 'NOT_SAID'] satisfies Words<'firstTime'> } as const;
const ACCOMPANIMENTS = ['ALONE', 'WITH_OTHERS', 'PERSUADED', 'NOT_SAID'] as const satisfies Words<'accompaniment'>;
const VULNERABILITIES = [
  'SEXUAL_EXPLOITATION',
  'CRIMINAL_EXPLOITATION',
  'SELF_HARM',
  'OFFENDING_BEHAVIOUR',
  'MISUSE_OF_SUBSTANCES',
  'TRAFFICKING_MODERN_SLAVERY',
  'PHYSICAL_EMOTIONAL_PRESENTATION',
  'OTHER',
] as const satisfies Words<'vulnerabilities'>;
const HIGH_RISK_CATEGORIES = [
  'MISSING_OVERNIGHT',
  'REPEAT_MISSING',
  'PHYSICAL_EMOTIONAL_WELLBEING',
  'CRIMINAL_EXPLOITATION',
  'TRAFFICKING',
  'DOMESTIC_ABUSE',
  'HARMED_WHILST_MISSING',
  'ALCOHOL_SUBSTANCE_MISUSE',
  'SEXUAL_EXPLOITATION',
] as const satisfies Words<'highRiskCategories'>;
const PUSH_FACTORS = [
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
] as const satisfies Words<'pushFactors'>;
const PULL_FACTORS = [
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
] as const satisfies Words<'pullFactors'>;

/** The interview form: a question that is not here, or whose words are not the form's, does not compile. */
export const QUESTIONS: Readonly<Record<Question, AnswerKind>> = {
  conductedBy: 'TEXT',
  conductedCapacity: 'TEXT',
  conductedWhere: 'TEXT',
  conductedHow: 'TEXT',
  independentOfPlacement: YES_NO,
  independentOfAuthority: YES_NO,
  interpreter: 'TEXT',
  parentCarerViews: 'TEXT',
  reasons: 'TEXT',
  harmSuffered: 'TEXT',
  childViewsWhy: 'TEXT',
  childViewsHelp: 'TEXT',
  firstTime: YES_NO,
  accompaniment: { one: ACCOMPANIMENTS },
  whomTold: 'TEXT',
  trigger: 'TEXT',
  triggerStillExists: YES_NO,
  foodMoneyTransport: 'TEXT',
  crimeAsVictim: 'TEXT',
  crimeAsSuspect: 'TEXT',
  medicalHelp: 'TEXT',
  whoHelped: 'TEXT',
  relationships: 'TEXT',
  scaredHarmedPressured: 'TEXT',
  howFelt: 'TEXT',
  whyReturned: 'TEXT',
  childViewOfRisk: 'TEXT',
  alternatives: 'TEXT',
  supportNeeded: 'TEXT',
  plan: 'TEXT',
  actions: 'TEXT',
  followUpOn: 'DATE',
  ceScreen: 'TEXT',
  toldAboutSharing: 'TEXT',
  informationFromCarer: 'TEXT',
  vulnerabilities: { several: VULNERABILITIES },
  highRiskCategories: { several: HIGH_RISK_CATEGORIES },
  pushFactors: { several: PUSH_FACTORS },
  pullFactors: { several: PULL_FACTORS },
};
const LOCATING: Readonly<Record<LocatingQuestion, true>> = { placesStayed: true, peopleWith: true, phones: true, vehicles: true, handles: true, transport: true };
// Safe: the keys of constant objects are exactly their own names.
export const QUESTION_NAMES = Object.keys(QUESTIONS) as Question[];
export const LOCATING_NAMES = Object.keys(LOCATING) as LocatingQuestion[];
