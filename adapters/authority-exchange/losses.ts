import type { Loss } from '../../src/exchange/render-contract.ts';
import { riskOf } from './codes.ts';

/** What a message between hubs does not carry, and why; all else comes back as it went out. */
export const LOSSES: readonly Loss[] = [
  { field: 'person.statedAge', because: 'the date of birth says it, or nobody knows' },
  { field: 'person.photographRef', because: 'a photograph stays in the system that holds it' },
  { field: 'episode.status.at', because: 'how the child is absent counts from when they were missed' },
  { field: 'episode.report.initialRisk', because: 'a message tells of the risk as of itself' },
  { field: 'episode.report.initialRiskWord', because: 'a message tells of the risk as of itself' },
  { field: 'episode.report.previousMissingCount', because: 'each hub counts what it knows' },
  { field: 'episode.report.protectiveMarking', because: 'everything between hubs is marked alike' },
  { field: 'episode.report.togetherKey', because: 'it would name other children' },
  { field: 'episode.report.clothing', because: 'it is the police who look for the child' },
  { field: 'episode.report.findingIdeas', because: 'it is the police who look for the child' },
  { field: 'episode.risk.word', because: 'a word of another scale is sent as the risk it was taken for', as: (word, { risk }) => (riskOf(String(word)) === risk ? word : risk) },
  { field: 'episode.risk.why', because: 'a risk assessment says it, which is a message of its own' },
  { field: 'episode.located.how', because: 'the message has no word for it' },
  { field: 'episode.returned.receivedBy', because: 'the message has no word for it' },
  { field: 'episode.returned.condition', because: 'the message has no word for it' },
  { field: 'episode.returned.debrief', because: 'it is the home’s own' },
  { field: 'offer.attempt', because: 'attempts at reaching the child are the service’s own work' },
  { field: 'offer.tried', because: 'whom the service tried to reach is its own work' },
  { field: 'offer.coveredBy', because: 'the message has no word for it' },
  { field: 'interview.answers.namedPeople.grade', because: 'whoever grades a person is not the sender of a form' },
];
