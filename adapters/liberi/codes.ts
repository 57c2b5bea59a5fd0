import type { FormQuestion } from '../../src/domain/observation/form-questions.ts';
import type { AbsenceKind, Gender } from '../../src/domain/observation/observation.ts';
import { wordList } from '../../src/domain/observation/word-list.ts';

/** What a missing status says: how the child is absent, or that they were found or are back. */
export type StatusWord = AbsenceKind | 'LOCATED' | 'RETURNED';

/** "Absent" alone is in no list: in police words it is a risk, and to take the child as missing is the safer reading. */
export const statusOf = wordList<StatusWord>({
  M: 'MISSING',
  Missing: 'MISSING',
  A: 'AWAY',
  Away: 'AWAY',
  'Away from placement': 'AWAY',
  'Away from placement without authorisation': 'AWAY',
  'Absent from placement without authorisation': 'AWAY',
  Found: 'LOCATED',
  Located: 'LOCATED',
  Traced: 'LOCATED',
  Returned: 'RETURNED',
});

export const genderOf = wordList<Gender>({
  F: 'FEMALE',
  Female: 'FEMALE',
  M: 'MALE',
  Male: 'MALE',
  I: 'OTHER',
  O: 'OTHER',
  Other: 'OTHER',
  U: 'UNKNOWN',
  Unknown: 'UNKNOWN',
});

export const isEstimated = wordList<boolean>({ Y: true, Yes: true, 1: true, True: true, N: false, No: false, 0: false, False: false });

/** Misspellings that are common in real exports. */
const ETHNIC_ALIASES: ReadonlyMap<string, string> = new Map([
  ['CNHE', 'CHNE'],
  ['MWBa', 'MWBA'],
]);
/** The code that a misspelt ethnicity code stands for; any other as it is. */
export function ethnicityCode(code: string): string {
  return ETHNIC_ALIASES.get(code) ?? code;
}

/** Reasons given where a UPN would stand: the child has none. */
export const hasNoUpn = (text: string): boolean => /^UN[1-6]$/.test(text);

/** The form's questions by their identifiers; an authority whose form asks otherwise says so in its settings. */
export const QUESTIONS: Readonly<Record<string, FormQuestion>> = {
  RI_STATUS: 'outcome',
  RI_DATE: 'heldAt',
  RI_OFFERED_DATE: 'offeredAt',
  RI_OFFERED_TO: 'offeredTo',
  RI_PHONED_CHILD: 'phonedYoungPerson',
  RI_SPOKE_TO_PARENT_CARER: 'spokenToParentCarer',
  RI_SPOKE_TO_WORKER: 'spokenToSocialWorker',
  RI_NOT_POSSIBLE_REASON: 'explanation',
  RI_ASK_AGAIN_DATE: 'askAgainOn',
  RI_OTHER_EPISODES: 'otherEpisodes',
  RI_NEXT_FORM: 'nextForm',
  RI_INTERVIEWER: 'conductedBy',
  RI_INTERVIEWER_ROLE: 'conductedCapacity',
  RI_PLACE: 'conductedWhere',
  RI_METHOD: 'conductedHow',
  RI_INDEPENDENT_OF_PLACEMENT: 'independentOfPlacement',
  RI_INDEPENDENT_OF_AUTHORITY: 'independentOfAuthority',
  RI_INTERPRETER: 'interpreter',
  RI_PARENT_CARER_VIEWS: 'parentCarerViews',
  RI_REASONS: 'reasons',
  RI_FIRST_TIME: 'firstTime',
  RI_ALONE: 'accompaniment',
  RI_WHOM_TOLD: 'whomTold',
  RI_TRIGGER: 'trigger',
  RI_TRIGGER_STILL_EXISTS: 'triggerStillExists',
  RI_WHERE_STAYED: 'placesStayed',
  RI_WHO_WITH: 'peopleWith',
  RI_FOOD_MONEY_TRANSPORT: 'foodMoneyTransport',
  RI_WHO_HELPED: 'whoHelped',
  RI_WHY_RETURNED: 'whyReturned',
  RI_SCARED_HARMED_PRESSURED: 'scaredHarmedPressured',
  RI_HARM: 'harmSuffered',
  RI_MEDICAL_HELP: 'medicalHelp',
  RI_VICTIM_OF_CRIME: 'crimeAsVictim',
  RI_SUSPECT_OF_CRIME: 'crimeAsSuspect',
  RI_SUPPORT_NEEDED: 'supportNeeded',
  RI_CHILD_VIEWS_WHY: 'childViewsWhy',
  RI_CHILD_VIEWS_HELP: 'childViewsHelp',
  RI_CHILD_VIEW_OF_RISK: 'childViewOfRisk',
  RI_ALTERNATIVES: 'alternatives',
  RI_RELATIONSHIPS: 'relationships',
  RI_HOW_FELT: 'howFelt',
  RI_PLAN: 'plan',
  RI_ACTIONS: 'actions',
  RI_FOLLOW_UP: 'followUpOn',
  RI_EXPLOITATION_TOOLKIT: 'ceScreen',
  RI_TOLD_ABOUT_SHARING: 'toldAboutSharing',
  RI_CARER_INFORMATION: 'informationFromCarer',
  RI_VULNERABILITIES: 'vulnerabilities',
  RI_HIGH_RISK: 'highRiskCategories',
  RI_PUSH_FACTORS: 'pushFactors',
  RI_PULL_FACTORS: 'pullFactors',
  RI_PHONES: 'phones',
  RI_VEHICLES: 'vehicles',
  RI_ONLINE_NAMES: 'handles',
  RI_TRANSPORT: 'transport',
};
