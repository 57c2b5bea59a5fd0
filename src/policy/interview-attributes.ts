import type { InterviewQuestion, LocatingQuestion } from '../domain/interview/interview-form.ts';
import type { Attributes } from './attribute-group.ts';

/** At which level of an interview each question of its form is answered: a question without a level does not compile. */
// Stryker disable StringLiteral: only the names are read; the level is what the compiler asks for, and there is one so far.
const QUESTION_LEVELS: Readonly<Record<InterviewQuestion, 'full'>> = {
  conductedBy: 'full',
  conductedCapacity: 'full',
  conductedWhere: 'full',
  conductedHow: 'full',
  independentOfPlacement: 'full',
  independentOfAuthority: 'full',
  interpreter: 'full',
  parentCarerViews: 'full',
  reasons: 'full',
  harmSuffered: 'full',
  childViewsWhy: 'full',
  childViewsHelp: 'full',
  firstTime: 'full',
  accompaniment: 'full',
  whomTold: 'full',
  trigger: 'full',
  triggerStillExists: 'full',
  foodMoneyTransport: 'full',
  crimeAsVictim: 'full',
  crimeAsSuspect: 'full',
  medicalHelp: 'full',
  whoHelped: 'full',
  relationships: 'full',
  scaredHarmedPressured: 'full',
  howFelt: 'full',
  whyReturned: 'full',
  childViewOfRisk: 'full',
  alternatives: 'full',
  supportNeeded: 'full',
  plan: 'full',
  actions: 'full',
  followUpOn: 'full',
  ceScreen: 'full',
  toldAboutSharing: 'full',
  informationFromCarer: 'full',
  vulnerabilities: 'full',
  highRiskCategories: 'full',
  pushFactors: 'full',
  pullFactors: 'full',
  namedPeople: 'full',
};
// Stryker restore StringLiteral
const LOCATING = ['placesStayed', 'peopleWith', 'phones', 'vehicles', 'handles', 'transport'] as const satisfies readonly LocatingQuestion[];

export const RETURN_INTERVIEW: Attributes = {
  notice: ['id', 'state', 'at', 'sentence', 'restricted', 'child', 'episodes'],
  redacted: ['redactedText', 'redactedAnswers'],
  full: [
    ...Object.keys(QUESTION_LEVELS),
    ...LOCATING,
    'interviewer',
    'heldBy',
    'offers',
    'episodeGone',
    'contentHash',
    'departure',
    'revision',
  ],
  parties: ['redactions', 'sharing'],
  intelligence: ['intelligence'],
};

export const LOCATING_FACTS: Attributes = { locating: ['id', 'at', 'restricted', ...LOCATING] };

export const REDACTION: Attributes = {
  full: ['id', 'audience', 'recipient', 'text', 'answers', 'topics', 'state', 'author', 'approver', 'proposedAt', 'revision'],
};

export const SHARING_RECORD: Attributes = {
  full: ['id', 'kind', 'audience', 'recipient', 'topic', 'state', 'reason', 'by', 'at', 'until', 'revision'],
};

export const INTELLIGENCE_ITEM: Attributes = {
  facts: ['id', 'topic', 'urgency', 'at', 'origin', 'handling', 'conditions', 'area', 'child'],
  sanitised: ['sanitisedText'],
  content: ['content', 'namedPeople', 'entities', 'protectiveMarking', 'flags', 'grade', 'gradedBy', 'originator', 'released', 'interview', 'revision'],
  source: ['source'],
  result: ['result', 'resultWords'],
};

export const SAFETY_NOTE: Attributes = {
  notice: ['id', 'recipient', 'watchFor', 'doThis', 'ring', 'approved', 'acknowledgedAt', 'acknowledgedBy', 'by', 'at', 'revision', 'child'],
};
