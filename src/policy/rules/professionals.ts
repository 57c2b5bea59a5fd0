import type { CaseRecordKind } from '../../domain/interview/return-steps.ts';
import type { NamedAs } from '../../domain/fold/relation.ts';
import { OWN_AGENCY, personAs, type HouseRule } from '../rule.ts';
import { answersConcerns, DOES_ACTIONS, FRESHNESS, noticesTo, received } from './hub-work.ts';
import { contentOf, FROM_INTERVIEWS, madeByOwn } from './intelligence.ts';
import { noticeOf, textOf, TO_PERSON, wholeFor } from './interview.ts';
import { assessedAndAgreed, followsReturn, heldAsHost, policeItemsFor, readsAll, wroteAsGuest } from './service.ts';
import { ADMITTED, and, awaitingNames, mayRead, mayReadOnly, named, OPEN, RESPONSIBLE, type Standing } from './standing.ts';

const standingAs = (because: string, ...capacities: readonly NamedAs[]): Standing => ({ because, when: { ...named(...capacities), ...OPEN } });

const ASSIGNED = standingAs('You are assigned to this child.', 'WORKER');
/** Assigned by the authority in whose area the child is placed: reads as that authority does, and whole what its service held. */
const GUEST: Standing = { because: 'Your authority, in whose area this child is placed, assigned you.', when: { ...named('GUEST_WORKER'), hosts: OWN_AGENCY, ...OPEN } };

/** Who held an interview keeps that one until its episodes are finalised. */
const AUTHOR = standingAs('You held this interview, and its episodes are not finalised.', 'AUTHOR');
const ALLOCATED = standingAs("You are this child's social worker, lead practitioner or decision-maker.", 'SOCIAL_WORKER', 'DECISION_MAKER');
const SOCIAL_WORKER_ALONE: Standing = { because: "You are this child's social worker.", when: named('SOCIAL_WORKER') };
const REVIEWING = standingAs("You are this child's independent reviewing officer.", 'IRO');
const CONFERENCE = standingAs("You are this child's child protection coordinator.", 'CP_COORDINATOR');

const OWN_INTERVIEW: readonly HouseRule[] = readsAll(AUTHOR).filter(({ subject }) =>
  ['ReturnInterview', 'Redaction', 'SharingRecord', 'LocatingFacts'].includes(subject),
);

export const RETURN_WORKER: readonly HouseRule[] = [
  ...readsAll(ASSIGNED),
  mayRead(GUEST, 'Child', 'identity', 'description', 'placement', 'home', 'circumstances', 'steps', 'concerns', 'assessments', 'agreements', 'interviews', 'notes', 'intelligence'),
  mayRead(GUEST, 'Placement', 'placement'),
  mayRead(GUEST, 'Episode', 'identity', 'interviews', 'circumstances', 'condition', 'steps', 'assessments'),
  ...followsReturn(GUEST),
  ...wroteAsGuest(GUEST),
  ...assessedAndAgreed(GUEST),
  mayRead(GUEST, 'SafetyNote', 'notice'),
  noticeOf(GUEST),
  ...heldAsHost(GUEST),
  ...contentOf(madeByOwn(and(GUEST, FROM_INTERVIEWS))),
  ...OWN_INTERVIEW,
  ...readsAll(ADMITTED),
  noticesTo('RETURN_WORKER'),
  DOES_ACTIONS,
  FRESHNESS,
];

/** A social worker of the authority who is not the child's own. */
const OF_THE_AUTHORITY: readonly HouseRule[] = ((): readonly HouseRule[] => {
  const child = and(RESPONSIBLE, { opens: 'CHILD_TO_OTHER_SOCIAL_WORKERS' }, 'It leaves who the child is open to its other social workers.');
  const notice = and(RESPONSIBLE, { opens: 'NOTICE_TO_OTHER_SOCIAL_WORKERS' }, 'It leaves open to its other social workers that an interview took place.');
  return [
    mayRead(child, 'Child', 'identity', 'description', 'placement'),
    mayRead(child, 'Placement', 'placement'),
    mayRead(child, 'Episode', 'identity'),
    mayReadOnly(notice, 'Child', ['id', 'interviews']),
    mayReadOnly(notice, 'Episode', ['id', 'interviews']),
    noticeOf(notice),
  ];
})();

export const SOCIAL_WORKER: readonly HouseRule[] = [
  ...readsAll(ALLOCATED),
  ...policeItemsFor(ALLOCATED),
  ...readsAll(ADMITTED),
  ...readsAll(awaitingNames(SOCIAL_WORKER_ALONE)),
  ...OF_THE_AUTHORITY,
  noticesTo('SOCIAL_WORKER'),
  ...received('SOCIAL_WORKER'),
  answersConcerns('SOCIAL_WORKER'),
  DOES_ACTIONS,
  FRESHNESS,
];

/** A reviewing officer reads no intelligence, nor the form that carries it. */
const BUT_INTELLIGENCE = ['CE_SCREEN', 'STRATEGY_DISCUSSION', 'RISK_REVIEW', 'CARER_INFORMATION', 'SAFE_CONTACT'] as const satisfies readonly CaseRecordKind[];

function reviews(standing: Standing): readonly HouseRule[] {
  return [
    mayRead(standing, 'Child', 'identity', 'description', 'placement', 'home', 'circumstances', 'steps', 'assessments', 'agreements', 'provenance', 'interviews'),
    mayRead(standing, 'Placement', 'placement', 'provenance'),
    mayRead(standing, 'Episode', 'identity', 'interviews', 'circumstances', 'condition', 'steps', 'assessments', 'provenance'),
    ...followsReturn(standing),
    mayRead(and(standing, { record: { $in: BUT_INTELLIGENCE } }, 'It is a screen, a discussion, a review, what a carer told or how the child is reached safely.'), 'CaseRecord', 'assessments'),
    ...assessedAndAgreed(standing),
    mayRead(standing, 'ReturnInterview', 'notice', 'full'),
  ];
}
export const IRO: readonly HouseRule[] = [...reviews(REVIEWING), ...reviews(ADMITTED), noticesTo('IRO'), FRESHNESS];

function coordinates(standing: Standing): readonly HouseRule[] {
  return [
    mayRead(standing, 'Child', 'identity', 'description', 'placement', 'interviews'),
    mayRead(standing, 'Placement', 'placement'),
    mayRead(standing, 'Episode', 'identity', 'interviews'),
    noticeOf(standing),
    textOf(standing, TO_PERSON),
    wholeFor(standing, personAs('FULL')),
  ];
}
export const CP_COORDINATOR: readonly HouseRule[] = [...coordinates(CONFERENCE), ...coordinates(ADMITTED), noticesTo('CP_COORDINATOR')];
