import { lastEvening } from '../domain/clocks/last-evening.ts';
import { COURSE_BUT_CHILD, COURSE_CHILD, SEEN, SUGGESTING } from './course-wanted.ts';
import { startsCountFrom } from '../domain/briefing/strategy-check.ts';
import type { WantedField, WantedTree } from '../gate/read-request.ts';

/** What the reader wants of each entry's episode, its child, and the child's last episodes. */
export interface BriefingWanted {
  readonly episode: WantedTree;
  readonly child: WantedTree;
  /** Null: not wanted. */
  readonly lastEpisodes: WantedTree | null;
  /** Whether the systems that speak of the episode are wanted. */
  readonly sources: boolean;
  /** Whether it is wanted how the episode goes on: what it waits for, its clocks, what came overnight, who knows the child. */
  readonly course: boolean;
  /** Whether the places of earlier episodes are wanted. */
  readonly places?: boolean;
  /** Whether it is wanted who is suggested where a worker is to be assigned. */
  readonly suggesting?: boolean;
}

/** A key no client can choose: a GraphQL name holds no colon. */
export const OWN = {
  status: ':status',
  since: ':since',
  located: ':located',
  returned: ':returned',
  risk: ':risk',
  provenance: ':provenance',
  child: ':child',
  responsible: ':responsible',
  legalStatus: ':legalStatus',
  placement: ':placement',
  starts: ':starts',
  last: ':last',
  /** Whether the reader may know what the episode waits for. */
  mayKnow: ':mayKnow',
  reported: ':reported',
  risks: ':risks',
  /** What was done about an episode, of which strategy discussions count. */
  held: ':held',
  intelligence: ':intelligence',
  /** Earlier episodes and interviews, for the places in them; and which episode the entry is of. */
  before: ':before',
  stayed: ':stayed',
  id: ':id',
  concerns: ':concerns',
  factors: ':factors',
} as const;

/** No authority's trigger asks for as many episodes in thirty days; more are not counted. */
const COUNTED = 20;

const want = (name: string, key: string, more: Partial<WantedField> = {}): WantedField => ({ name, key, ...more });
const ID: WantedTree = { Placement: [want('id', 'id')] };
const HELD = want('returnSteps', OWN.held, { evenly: true, sub: { ReturnStep: [want('step', 'step'), want('at', 'at'), want('departure', 'departure')] } });

/** As many of the child's earlier episodes and interviews as an entry shows places of, and the episode itself among them. */
const PLACES: readonly WantedField[] = [
  want('episodes', OWN.before, { first: 6, sub: { Episode: ['id', 'missingSince', 'lastSeenPlace', 'locatedPlace'].map((name) => want(name, name)) } }),
  want('locating', OWN.stayed, { first: 5, sub: { LocatingFacts: [want('at', 'at'), want('placesStayed', 'placesStayed')] } }),
];

/** What the child told of being pushed and pulled, of an interview with a redacted text as far as it was approved with it; what was raised of the child overnight, and the latest intelligence. */
const ofTheChild = (at: number): readonly WantedField[] => [
  ...(COURSE_CHILD['Child'] ?? []),
  want('interviews', OWN.factors, { first: 3, sub: { InterviewNotice: [], RedactedInterview: [want('redactedAnswers', 'redactedAnswers')], FullInterview: [want('pushFactors', 'pushFactors'), want('pullFactors', 'pullFactors')] } }),
  want('concerns', OWN.concerns, { first: 5, since: lastEvening(at), sub: { Concern: [want('writtenAt', 'writtenAt')] } }),
  want('intelligence', OWN.intelligence, { first: 5, sub: { SanitisedIntelligence: [want('at', 'at')], FullIntelligence: [want('at', 'at')] } }),
];

/** The course of an episode as its clocks need it, but for the child, and beside it who wrote each step down, when, and in which words. */
export const COURSE_OF_ENTRY: readonly WantedField[] = [
  ...COURSE_BUT_CHILD.map((field) => (field.key === SEEN.steps ? { ...field, sub: { ReturnStep: [...(field.sub?.['ReturnStep'] ?? []), want('by', 'by'), want('words', 'words')] } } : field)),
  want('nextStep', OWN.mayKnow),
  want('reportedAt', OWN.reported),
];

/**
 * The episode rows the briefing reads: what the reader selected under the reader's keys, and beside it what sorting and
 * the clocks need under keys of our own, so that leaving a field out of the selection never changes the order.
 */
export function briefingWanted(wanted: BriefingWanted, at: number): WantedTree {
  const provenance = wanted.sources ? [want('provenance', OWN.provenance)] : [];
  const child: WantedTree = {
    Child: [
      ...(wanted.child['Child'] ?? []),
      want('responsibleAuthorities', OWN.responsible),
      want('legalStatus', OWN.legalStatus),
      want('placement', OWN.placement, { sub: ID }),
      ...provenance,
      want('episodes', OWN.starts, { first: COUNTED, since: startsCountFrom(at), sub: { Episode: [want('missingSince', OWN.since), HELD] } }),
      ...(wanted.lastEpisodes === null ? [] : [want('episodes', OWN.last, { first: 5, sub: wanted.lastEpisodes })]),
      ...(wanted.course ? ofTheChild(at) : []),
      ...(wanted.places === true ? PLACES : []),
      ...(wanted.suggesting === true ? [SUGGESTING] : []),
    ],
  };
  return {
    Episode: [
      ...(wanted.episode['Episode'] ?? []),
      want('id', OWN.id),
      want('status', OWN.status),
      want('missingSince', OWN.since),
      want('locatedAt', OWN.located),
      want('returnedAt', OWN.returned),
      want('risk', OWN.risk),
      want('riskChanges', OWN.risks),
      HELD,
      ...provenance,
      ...(wanted.course ? COURSE_OF_ENTRY : []),
      want('child', OWN.child, { sub: child }),
    ],
  };
}
