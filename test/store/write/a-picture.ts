import type { IntelligencePicture } from '../../../src/domain/fold/intelligence-picture.ts';
import type { InterviewPicture, OfferPicture, RedactionPicture, Release } from '../../../src/domain/fold/interview-picture.ts';
import type { ChildPicture, EpisodePicture, PlacementAgreementPicture, PlacementPicture, RiskAssessmentPicture } from '../../../src/domain/fold/picture.ts';
import type { FieldSource, Sourced } from '../../../src/domain/fold/sourced.ts';
import type { SafetyNotePicture } from '../../../src/domain/fold/safety-note-picture.ts';
import type { Interval } from '../../../src/domain/interval/interval.ts';

const UNRESTRICTED = { restricted: false, awaitsNaming: false, keeps: [] };
export const CHILD_ID = '00000000-0000-8000-8000-000000000001';
const EPISODE_ID = '00000000-0000-8000-8000-000000000002';
const PLACEMENT_ID = '00000000-0000-8000-8000-000000000003';

export function aTime(iso: string): Interval {
  const from = Date.parse(iso);
  return { from, until: from + 60_000, text: iso, precision: 'MINUTE' };
}

export function aSource(changed: Partial<FieldSource> = {}): FieldSource {
  return {
    agency: 'mereshire-police',
    system: 'mereshire-compact',
    record: EPISODE_ID,
    recordKey: 'MP-1',
    order: '2026-03-01T22:30:00.000Z',
    observation: 'f00d',
    ...changed,
  };
}

export function said<T>(value: T, changed: Partial<Sourced<T>> = {}): Sourced<T> {
  return { value, source: aSource(), disagreeing: [], ...changed };
}

export function anEpisode(changed: Partial<EpisodePicture> = {}): EpisodePicture {
  return {
    id: EPISODE_ID,
    records: [{ id: EPISODE_ID, source: aSource() }],
    report: { missingSince: said(aTime('2026-03-01T21:00:00Z')) },
    status: 'MISSING',
    kind: 'MISSING',
    statusChanges: [],
    risk: null,
    riskChanges: [],
    assessments: [],
    locatedAt: null,
    locatedPlace: null,
    locatedHow: null,
    returnedAt: null,
    returnedTo: null,
    returnMethod: null,
    receivedBy: null,
    returnCondition: null,
    returnDebrief: null,
    safeAndWell: null,
    forces: ['mereshire-police'],
    forcesKnow: [],
    provider: null,
    reports: [],
    statements: [],
    flags: [],
    ...changed,
  };
}

export function aPlacement(changed: Partial<PlacementPicture> = {}): PlacementPicture {
  return {
    id: PLACEMENT_ID,
    record: aSource({ agency: 'northmere', system: 'northmere-903', record: PLACEMENT_ID, recordKey: '000123' }),
    stated: {
      from: aTime('2026-02-01T00:00:00Z'),
      until: null,
      placementType: 'K2',
      providerType: 'PR4',
      legalStatus: 'C2',
      needCode: null,
      reasonStarted: null,
      reasonEnded: null,
      reasonChanged: null,
      urn: 'SC900001',
      placementPostcode: null,
      homePostcode: 'ZZ1 1AA',
    },
    provider: 'larkfield',
    homeName: 'Larkfield House',
    hostAuthority: 'southvale',
    statements: [],
    ...changed,
  };
}

export function aChild(changed: Partial<ChildPicture> = {}): ChildPicture {
  const always = (agency: string): { agency: string; from: null; until: null } => ({ agency, from: null, until: null });
  return {
    id: CHILD_ID,
    records: [{ id: CHILD_ID, source: aSource({ record: CHILD_ID, recordKey: 'P-1' }) }],
    person: {},
    statements: [],
    placements: [],
    episodes: [anEpisode()],
    relations: {
      responsible: [always('northmere')],
      hosts: [always('southvale'), always('westhaven')],
      forces: [always('mereshire-police')],
      providers: [always('larkfield'), always('brookside')],
      candidates: [],
      partners: [],
      intelligenceAgencies: [],
      named: [],
    },
    offers: [],
    riskAssessments: [],
    placementAgreements: [],
    interviews: [],
    intelligence: [],
    safetyNotes: [],
    returnSteps: [],
    caseRecords: [],
    concerns: [],
    caseActions: [],
    finalised: [],
    profiles: [],
    restriction: UNRESTRICTED,
    opens: [],
    alike: [],
    flags: [],
    ...changed,
  };
}

export const INTERVIEW_ID = '00000000-0000-8000-8000-000000000004';
const OFFER_ID = '00000000-0000-8000-8000-000000000005';
const ITEM_ID = '00000000-0000-8000-8000-000000000006';
export const REDACTION_ID = '00000000-0000-8000-8000-000000000007';
const hubRecord = (record: string): FieldSource => aSource({ agency: 'northmere', system: 'homeward', record, recordKey: record, order: '000002' });

export function anOffer(changed: Partial<OfferPicture> = {}): OfferPicture {
  return {
    id: OFFER_ID,
    record: hubRecord(OFFER_ID),
    stated: {
      episodes: [EPISODE_ID],
      episodeKeys: [],
      at: aTime('2026-03-02T09:00:00Z'),
      offeredTo: 'CHILD',
      outcome: 'ACCEPTED',
      phonedYoungPerson: 'YES',
      spokenToParentCarer: 'NO',
      spokenToSocialWorker: 'NOT_SAID',
      reason: null,
      askAgainOn: null,
      explanation: null,
      service: 'northmere',
    },
    attempts: [],
    episodes: [EPISODE_ID],
    episodeGone: false,
    order: '000002',
    ...changed,
  };
}

export function aRiskAssessment(changed: Partial<RiskAssessmentPicture> = {}): RiskAssessmentPicture {
  return {
    id: '00000000-0000-8000-8000-000000000010',
    record: aSource({ agency: 'northmere', system: 'northmere-hub', recordKey: 'RA-1' }),
    stated: {
      episodes: [EPISODE_ID],
      episodeKeys: [],
      at: aTime('2026-03-02T09:00:00Z'),
      risk: 'HIGH',
      word: 'High',
      factors: 'Invented factors.',
      plan: 'Invented plan.',
      assessor: 'Invented assessor',
      validUntil: null,
    },
    episodes: [EPISODE_ID],
    episodeGone: false,
    ...changed,
  };
}

export function aPlacementAgreement(changed: Partial<PlacementAgreementPicture> = {}): PlacementAgreementPicture {
  return {
    id: '00000000-0000-8000-8000-000000000011',
    record: aSource({ agency: 'northmere', system: 'northmere-hub', recordKey: 'PA-1' }),
    stated: {
      from: aTime('2026-02-01T00:00:00Z'),
      placementUrn: 'SC900001',
      hostAuthority: 'E99000002',
      hostOfficer: 'Invented officer',
      hostContact: '01632 960000',
      whoInterviews: 'Southvale',
      resultHow: 'By secure mail',
      resultBy: 'Two working days',
    },
    hostAuthority: 'southvale',
    ...changed,
  };
}

export function aRedaction(changed: Partial<RedactionPicture> = {}): RedactionPicture {
  return {
    id: REDACTION_ID,
    audience: 'PLACEMENT',
    recipient: 'larkfield',
    text: 'Invented words that name nobody.',
    answers: ['firstTime', 'pushFactors', 'accompaniment'],
    topics: ['ALL'],
    state: 'APPROVED',
    author: 'ann@northmere',
    approver: 'bea@northmere',
    proposedAt: Date.parse('2026-03-04T09:00:00Z'),
    revision: 1,
    ...changed,
  };
}

export function aRelease(changed: Partial<Release> = {}): Release {
  const redaction = changed.level === 'FULL' ? null : REDACTION_ID;
  return { audience: 'PLACEMENT', recipient: 'larkfield', level: 'REDACTED', ground: 'DECISION', from: null, until: null, redaction, ...changed };
}

export function anInterview(changed: Partial<InterviewPicture> = {}): InterviewPicture {
  return {
    id: INTERVIEW_ID,
    record: hubRecord(INTERVIEW_ID),
    state: 'COMPLETED',
    at: aTime('2026-03-03T09:00:00Z'),
    stated: {
      episodes: [EPISODE_ID],
      episodeKeys: [],
      state: 'COMPLETED',
      at: aTime('2026-03-03T09:00:00Z'),
      offer: OFFER_ID,
      interviewer: 'ann@northmere',
      service: 'northmere',
      answers: { whyReturned: 'canary-of-the-answers', firstTime: 'NO', pushFactors: ['SCHOOL', 'BULLYING'] },
      locating: { placesStayed: ['canary-of-a-place'] },
    },
    offers: [OFFER_ID],
    episodes: [EPISODE_ID],
    episodeGone: false,
    heldBy: 'northmere',
    providers: [{ agency: 'larkfield', from: null, until: null }],
    contentHash: 'c0ffee',
    order: '000002',
    releases: [],
    redactions: [],
    sharing: [],
    consentNotGiven: [],
    restriction: UNRESTRICTED,
    named: [{ agency: 'AUTHOR:ann@northmere', from: null, until: null }],
    ...changed,
  };
}

export function anItem(changed: Partial<IntelligencePicture> = {}): IntelligencePicture {
  return {
    id: ITEM_ID,
    record: hubRecord(ITEM_ID),
    stated: {
      origin: 'INTERVIEW',
      topic: 'HOT_SPOT',
      urgency: 'ROUTINE',
      at: aTime('2026-03-03T10:00:00Z'),
      interview: INTERVIEW_ID,
      content: 'canary-of-the-content',
      source: 'canary-of-the-source',
      namedPeople: [],
      area: null,
    },
    grade: null,
    gradedBy: null,
    flags: [],
    released: false,
    handling: 'P',
    recipients: [],
    originator: 'northmere',
    area: null,
    groups: [],
    order: '000001',
    restriction: UNRESTRICTED,
    named: [],
    ...changed,
  };
}

export function aNote(changed: Partial<SafetyNotePicture> = {}): SafetyNotePicture {
  return {
    id: '00000000-0000-8000-8000-000000000008',
    recipient: 'larkfield',
    watchFor: 'A car that waits.',
    doThis: 'Stay with the child.',
    ring: 'The duty desk.',
    approved: true,
    tellsNobody: true,
    acknowledgedAt: null,
    acknowledgedBy: null,
    by: 'ann@northmere',
    at: Date.parse('2026-03-04T10:00:00Z'),
    revision: 1,
    ...changed,
  };
}
