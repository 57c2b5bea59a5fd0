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
  rhiOutcome: 'outcome',
  rhiDate: 'heldAt',
  offerDate: 'offeredAt',
  offeredTo: 'offeredTo',
  phonedChild: 'phonedYoungPerson',
  spokenToParentCarer: 'spokenToParentCarer',
  spokenToWorker: 'spokenToSocialWorker',
  notCompletedReason: 'explanation',
  askAgainDate: 'askAgainOn',
  additionalEpisodes: 'otherEpisodes',
  nextFormId: 'nextForm',
  interviewedBy: 'conductedBy',
  interviewerRole: 'conductedCapacity',
  interviewPlace: 'conductedWhere',
  interviewMethod: 'conductedHow',
  independentOfPlacement: 'independentOfPlacement',
  independentOfAuthority: 'independentOfAuthority',
  interpreter: 'interpreter',
  parentCarerViews: 'parentCarerViews',
  reasonsForGoing: 'reasons',
  harmSuffered: 'harmSuffered',
  childViewsWhy: 'childViewsWhy',
  childViewsHelp: 'childViewsHelp',
  firstTime: 'firstTime',
  aloneOrWithOthers: 'accompaniment',
  whomTold: 'whomTold',
  trigger: 'trigger',
  triggerStillExists: 'triggerStillExists',
  foodMoneyTransport: 'foodMoneyTransport',
  victimOfCrime: 'crimeAsVictim',
  suspectOfCrime: 'crimeAsSuspect',
  medicalHelp: 'medicalHelp',
  whoHelped: 'whoHelped',
  relationships: 'relationships',
  scaredHarmedPressured: 'scaredHarmedPressured',
  howFelt: 'howFelt',
  whyReturned: 'whyReturned',
  childViewOfRisk: 'childViewOfRisk',
  alternatives: 'alternatives',
  supportNeeded: 'supportNeeded',
  preventionPlan: 'plan',
  actions: 'actions',
  followUpDate: 'followUpOn',
  ceScreen: 'ceScreen',
  toldAboutSharing: 'toldAboutSharing',
  carerInformation: 'informationFromCarer',
  vulnerabilities: 'vulnerabilities',
  highRiskCategories: 'highRiskCategories',
  pushFactors: 'pushFactors',
  pullFactors: 'pullFactors',
  whereStayed: 'placesStayed',
  whoWith: 'peopleWith',
  phoneNumbers: 'phones',
  vehicles: 'vehicles',
  onlineNames: 'handles',
  transportUsed: 'transport',
};
