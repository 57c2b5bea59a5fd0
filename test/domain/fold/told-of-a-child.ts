import { fold } from '../../../src/domain/fold/fold.ts';
import type { Decision } from '../../../src/domain/decision/decision.ts';
import type { FoldContext } from '../../../src/domain/fold/fold-context.ts';
import type { ChildPicture } from '../../../src/domain/fold/picture.ts';
import type { AttemptPayload, IntelligencePayload, InterviewPayload, Observation, OfferPayload, PlacementAgreementPayload, RiskAssessmentPayload } from '../../../src/domain/observation/observation.ts';
import { at, context, headerRow, idOf, missing, NORTHMERE, observation, POLICE, type Source } from './a-world.ts';

/** The hub as a source: the service of Northmere states what it did. */
export const HUB: Source = { agency: 'northmere', system: 'homeward' };
const NHS = '9434765919';
/** The child's person records: Northmere's own, and the police's. */
export const OWN = idOf(NORTHMERE, 'person', 'C');
export const EPISODE = idOf(POLICE, 'episode', 'M1');

interface Stated<P> {
  readonly key?: string;
  readonly revision?: number;
  readonly source?: Source;
  /** The child's key at Northmere. */
  readonly child?: string;
  readonly says?: Partial<P>;
}
const ABOUT = { episodes: [EPISODE], episodeKeys: [] };

/** Filed under the authority's own person record, as an action files it. */
function filed(said: Observation, child: string): Observation {
  return { ...said, subject: { ...NORTHMERE, kind: 'person', key: child } };
}

export function offer({ key = 'O1', revision = 1, source = HUB, child = 'C', says = {} }: Stated<OfferPayload> = {}): Observation {
  const payload: OfferPayload = {
    ...ABOUT,
    at: at('2026-03-03T10:00'),
    offeredTo: 'CHILD',
    outcome: null,
    phonedYoungPerson: 'YES',
    spokenToParentCarer: 'NO',
    spokenToSocialWorker: 'NO',
    reason: null,
    askAgainOn: null,
    explanation: null,
    service: 'northmere',
    ...says,
  };
  return filed(observation({ source, child, act: 'correct', record: { kind: 'offer', key }, kind: 'offer', order: String(revision).padStart(6, '0'), payload }), child);
}

export function attempt({ key = 'O1', revision = 1, part = 'A1', child = 'C', says = {} }: Stated<AttemptPayload> & { readonly part?: string } = {}): Observation {
  const payload: AttemptPayload = { at: at('2026-03-03T11:00'), method: 'PHONE', coreHours: 'YES', response: null, outcome: null, endedIt: false, ...says };
  return filed(observation({ source: HUB, child, act: 'correct', record: { kind: 'offer', key }, part, kind: 'attempt', order: String(revision).padStart(6, '0'), payload }), child);
}

export function interview({ key = 'I1', revision = 1, source = HUB, child = 'C', says = {} }: Stated<InterviewPayload> = {}): Observation {
  const payload: InterviewPayload = {
    ...ABOUT,
    state: 'COMPLETED',
    at: at('2026-03-04T10:00'),
    offer: null,
    interviewer: 'ann@northmere',
    service: 'northmere',
    answers: { reasons: 'She was cold.' },
    locating: { phones: ['07700 900123'] },
    ...says,
  };
  return filed(observation({ source, child, act: 'correct', record: { kind: 'interview', key }, kind: 'interview', order: String(revision).padStart(6, '0'), payload }), child);
}

export function intelligence({ key = 'X1', revision = 1, source = HUB, child = 'C', says = {} }: Stated<IntelligencePayload> = {}): Observation {
  const payload: IntelligencePayload = {
    origin: 'INTERVIEW',
    topic: 'HOT_SPOT',
    urgency: 'ROUTINE',
    at: at('2026-03-04T10:00'),
    interview: null,
    content: 'Cars meet behind the arcade.',
    source: 'The child.',
    namedPeople: [],
    area: null,
    ...says,
  };
  return filed(observation({ source, child, act: 'correct', record: { kind: 'intelligence', key }, kind: 'intelligence', order: String(revision).padStart(6, '0'), payload }), child);
}

/** From the placing authority's own hub. */
export const EXCHANGE: Source = { agency: 'northmere', system: 'exchange' };

export function riskAssessment({ key = 'R1', revision = 1, source = EXCHANGE, child = 'C', says = {} }: Stated<RiskAssessmentPayload> = {}): Observation {
  const payload: RiskAssessmentPayload = { ...ABOUT, at: at('2026-03-02T09:00'), risk: 'HIGH', word: 'High', factors: 'Invented factors.', plan: null, assessor: null, validUntil: null, ...says };
  return filed(observation({ source, child, act: 'assert', record: { kind: 'riskAssessment', key }, kind: 'riskAssessment', order: String(revision).padStart(6, '0'), payload }), child);
}

export function placementAgreement({ key = 'G1', revision = 1, source = EXCHANGE, child = 'C', says = {} }: Stated<PlacementAgreementPayload> = {}): Observation {
  const payload: PlacementAgreementPayload = {
    from: at('2026-02-01'),
    placementUrn: 'SC900001',
    hostAuthority: null,
    hostOfficer: 'Invented officer',
    hostContact: '01632 960000',
    whoInterviews: 'The host authority',
    resultHow: 'By secure mail',
    resultBy: 'Within two working days',
    ...says,
  };
  return filed(observation({ source, child, act: 'assert', record: { kind: 'placementAgreement', key }, kind: 'placementAgreement', order: String(revision).padStart(6, '0'), payload }), child);
}

/** Takes back one of the hub's records, or of another source's. */
export function takenBack(said: Observation): Observation {
  const { agency, system, kind, key } = said.record;
  const { source, child } = { source: { agency, system }, child: said.subject.key };
  return filed(observation({ source, child, act: 'retract', record: { kind, key }, kind: 'retraction', order: '999999', payload: { scope: 'record' } }), child);
}

/** A child of Northmere's whom the police reported missing once. */
export const KNOWN: readonly Observation[] = [
  headerRow({ child: 'C', extracted: '2026-01-01', said: { nhsNumber: NHS } }),
  ...missing({ child: 'P1', sent: '2026-03-01T21:00:00.000Z', since: '2026-03-01T20:00', person: { nhsNumber: NHS, placementUrn: 'SC900001' } }),
];

/** The one child of these statements and decisions. */
export function toldOf(said: readonly Observation[], decisions: readonly Decision[] = [], changes: Partial<FoldContext> = {}): ChildPicture {
  const [only, ...others] = fold([...KNOWN, ...said], { ...context, ...changes }, { decisions });
  if (only === undefined || others.length > 0) {
    throw new TypeError('These were to be one child.');
  }
  return only;
}
