import type { WantedField, WantedTree } from '../gate/read-request.ts';

/** Keys no client can choose, beside those of the briefing: a GraphQL name holds no colon. */
export const SEEN = {
  id: ':course.id',
  status: ':course.status',
  risk: ':course.risk',
  risks: ':course.riskChanges',
  missingSince: ':course.missingSince',
  locatedAt: ':course.locatedAt',
  returnedAt: ':course.returnedAt',
  checkOutcome: ':course.checkOutcome',
  checkAt: ':course.checkAt',
  finalisedAt: ':course.finalisedAt',
  notOwed: ':course.notOwed',
  workers: ':course.workers',
  offers: ':course.offers',
  interviews: ':course.interviews',
  steps: ':course.steps',
  records: ':course.records',
  child: ':course.child',
  placement: ':course.placement',
  actions: ':course.actions',
  agreements: ':course.agreements',
  safeContact: ':course.safeContact',
  held: ':course.held',
} as const;

/** Offers and interviews of one episode, the latest first, the open actions of the child and what was agreed for its placements; steps and records are read evenly, so that none is crowded out by others. */
const MOST = { offers: 20, interviews: 20, actions: 10, agreements: 3, contacts: 3 } as const;

const want = (name: string, key = name, more: Partial<WantedField> = {}): WantedField => ({ name, key, ...more });
const fields = (...names: readonly string[]): readonly WantedField[] => names.map((name) => want(name));

const INTERVIEW = fields('id', 'state', 'at');
const INTERVIEWS: WantedTree = { InterviewNotice: INTERVIEW, RedactedInterview: INTERVIEW, FullInterview: [...INTERVIEW, want('departure')] };

/** What of an agreement on a placement its gaps are worked out of. */
export const AGREEMENT_WANTED = fields('from', 'hostAuthority', 'hostOfficer', 'hostContact', 'whoInterviews', 'resultHow', 'resultBy');

/** What of the child it is worked out of. */
export const COURSE_CHILD: WantedTree = {
  Child: [
    ...fields('dateOfBirth', 'age', 'responsibleAuthorities', 'legalStatus'),
    want('placement', SEEN.placement, { sub: { Placement: fields('hostAuthority', 'provider') } }),
    want('caseActions', SEEN.actions, { first: MOST.actions, open: true, sub: { CaseAction: fields('owner', 'due', 'comesFrom') } }),
    want('placementAgreements', SEEN.agreements, { first: MOST.agreements, sub: { PlacementAgreement: AGREEMENT_WANTED } }),
    want('safeContact', SEEN.safeContact, { first: MOST.contacts, sub: { CaseRecord: fields('id', 'contact') } }),
  ],
};

/** The last interviews of the child: who held them is told to those alone who read the whole of them. */
export const SUGGESTING: WantedField = want('interviews', SEEN.held, {
  first: 5,
  sub: { InterviewNotice: [], RedactedInterview: [], FullInterview: fields('state', 'at', 'interviewer', 'independentOfPlacement', 'independentOfAuthority') },
});

/** What of the episode it is worked out of; whoever reads the child for something else too wants all of it in one. */
export const COURSE_BUT_CHILD: readonly WantedField[] = [
  want('id', SEEN.id),
  want('status', SEEN.status),
  want('risk', SEEN.risk),
  want('riskChanges', SEEN.risks),
  want('missingSince', SEEN.missingSince),
  want('locatedAt', SEEN.locatedAt),
  want('returnedAt', SEEN.returnedAt),
  want('safeAndWellOutcome', SEEN.checkOutcome),
  want('safeAndWellAt', SEEN.checkAt),
  want('finalisedAt', SEEN.finalisedAt),
  want('finalisedNotOwed', SEEN.notOwed),
  want('workers', SEEN.workers),
  want('offers', SEEN.offers, { first: MOST.offers, sub: { Offer: fields('id', 'at', 'outcome', 'spokenToParentCarer', 'explanation', 'tried', 'coveredBy', 'askAgainOn', 'attempts') } }),
  want('interviews', SEEN.interviews, { first: MOST.interviews, sub: INTERVIEWS }),
  want('returnSteps', SEEN.steps, { evenly: true, sub: { ReturnStep: fields('id', 'step', 'at', 'addressee', 'outcome', 'coveredBy', 'askAgainOn', 'departure', 'writtenAt') } }),
  want('caseRecords', SEEN.records, { evenly: true, sub: { CaseRecord: fields('record', 'at', 'byRole') } }),
];

/**
 * What of an episode its clocks and its next step are worked out from: rows this reader is shown, and no others, so that
 * nothing hidden is told by a clock.
 */
export const COURSE_WANTED: readonly WantedField[] = [...COURSE_BUT_CHILD, want('child', SEEN.child, { sub: COURSE_CHILD })];

/** The same, with who can be suggested where a worker is to be assigned: read only for whoever asks who that is. */
export const COURSE_SUGGESTING: readonly WantedField[] = [...COURSE_BUT_CHILD, want('child', SEEN.child, { sub: { Child: [...(COURSE_CHILD['Child'] ?? []), SUGGESTING] } })];

/** Fields of an episode that are kept nowhere and worked out of these. */
export const WORKED_OUT: readonly string[] = ['clocks', 'nextStep'];
