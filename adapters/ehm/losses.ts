import type { Loss } from '../../src/exchange/render-contract.ts';
import { PERSON_LOSSES } from '../../src/exchange/render-contract-warehouse/write-person.ts';

const REPORT = [
  'reportedAt',
  'reportedBy',
  'missingFrom',
  'circumstances',
  'lastSeenAt',
  'lastSeenWith',
  'lastSeenPlace',
  'actionsTaken',
  'riskFactors',
  'informedPersons',
  'incidentRef',
  'initialRisk',
  'initialRiskWord',
  'previousMissingCount',
  'protectiveMarking',
  'togetherKey',
  'clothing',
  'findingIdeas',
].map((field) => `report.${field}`);
const ENDS = ['located.place', 'located.how', 'returned.to', 'returned.method', 'returned.receivedBy', 'returned.condition', 'returned.debrief'];
const OFFER = ['outcome', 'phonedYoungPerson', 'spokenToParentCarer', 'spokenToSocialWorker', 'reason', 'askAgainOn', 'explanation', 'tried', 'coveredBy', 'attempt'];

const said = (fields: readonly string[], because: string): Loss[] => fields.map((field) => ({ field, because }));

/** What a case note does not carry, and why: it tells that something happened, and when. */
export const LOSSES: readonly Loss[] = [
  { field: 'act', because: 'every note restates its record', as: () => 'correct' },
  ...PERSON_LOSSES,
  { field: 'episode.status.at', because: 'how the child is absent counts from when they were missed' },
  ...said([...REPORT, 'risk', ...ENDS].map((field) => `episode.${field}`), 'a note tells that it happened, and when'),
  { field: 'offer.offeredTo', because: 'a note does not say to whom', as: () => 'CHILD' },
  ...said(OFFER.map((field) => `offer.${field}`), 'a note tells that an interview was offered, and when'),
  ...said(['interview.answers', 'interview.locating'], 'what the child said does not belong in a family’s record of work; it comes with the form'),
  { field: 'interview.offerKey', because: 'a note names the episode alone' },
];
