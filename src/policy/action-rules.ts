import type { ReturnStepKind } from '../domain/interview/return-steps.ts';
import type { Family } from './attributes.ts';
import type { FactName } from './facts.ts';
import { BY_POLICE, BY_SOCIAL_WORKER, OUT_OF_HOURS, TYPED } from './own-steps.ts';
import { agencyAs, OWN_AGENCY, OWN_PERSON, type RuleCondition } from './rule.ts';
import { named } from './rules/standing.ts';
import { TRANSMIT_ACTIONS, TRANSMITS } from './transmit-rules.ts';
import type { ReadingRole } from './viewer.ts';

/** What a person can do in the hub, by the name of its mutation. */
export const ACTIONS = [
  'recordOffer',
  'recordAttempt',
  'recordInterview',
  'recordIntelligence',
  'reportMissing',
  'reportLocated',
  'reportReturned',
  'updateRisk',
  'recordPlacement',
  'recordPlacementAgreement',
  'recordProfile',
  'recordAgreement',
  'decideSharing',
  'authoriseSharing',
  'overrideForSafeguarding',
  'proposeRedaction',
  'approveRedaction',
  'gradeIntelligence',
  'writeSafetyNote',
  'approveSafetyNote',
  'acknowledgeSafetyNote',
  'restrict',
  'nameManager',
  'assignWorker',
  'triageReturn',
  'recordReturnStep',
  'answerBriefing',
  'recordRelationship',
  'confirmRelationship',
  'letParentIn',
  'finaliseEpisode',
  'raiseConcern',
  'acknowledgeConcern',
  'setAction',
  'closeAction',
  'recordCaseRecord',
  'openEmergencyAccess',
  'reviewEmergencyAccess',
  'acknowledgeNotice',
  ...TRANSMIT_ACTIONS,
  'decideMatch',
  'shownWhileJoined',
  'readQuarantine',
  'replayQuarantine',
  'mendDocument',
  'dismissQuarantine',
  'whoseChild',
] as const;
export type ActionName = (typeof ACTIONS)[number];

/**
 * What may-do works out besides a row's facts. `within`: the row is not restricted, or its restriction lets the viewer in.
 * `decisionMaker`: is anybody recorded as the child's, social worker included. `relationship`, `step`: which one is being recorded.
 */
export const ACT_FACTS = ['within', 'decisionMaker', 'relationship', 'step'] as const;
export type ActFact = FactName | (typeof ACT_FACTS)[number];
type Conditions = Readonly<Partial<Record<ActFact, RuleCondition>>>;

/** Whoever meets every condition may do these things to a row of the family. */
export interface ActRule {
  readonly action: readonly ActionName[];
  readonly subject: Family;
  readonly conditions: Conditions;
}

const WITHIN = { within: 'YES' } as const;
const OWN: Conditions = { responsible: OWN_AGENCY, ...WITHIN };
const CANDIDATE: Conditions = { candidates: OWN_AGENCY, ...WITHIN };
const GUEST: Conditions = { hosts: OWN_AGENCY, ...WITHIN };
const HELD_BY_OWN: Conditions = { ...GUEST, heldBy: OWN_AGENCY };
const MADE_BY_OWN: Conditions = { originator: OWN_AGENCY, ...WITHIN };
const FORCE: Conditions = { forces: OWN_AGENCY, ...WITHIN };
/** The decision-maker; where nobody is recorded, a senior worker or the team manager of the responsible authority. */
const DECIDES: Conditions = { ...named('DECISION_MAKER'), ...WITHIN };
const DECIDES_FOR_NOBODY: Conditions = { ...OWN, decisionMaker: 'NOBODY' };
const ASSIGNED: Conditions = { ...named('WORKER'), ...WITHIN };
/** Assigned by a host from its own service: offers and interviews, and goes on with what it held itself. */
const GUEST_ASSIGNED: Conditions = { ...GUEST, ...named('GUEST_WORKER') };
const INTERVIEWED: Conditions = { ...named('WORKER', 'AUTHOR'), ...WITHIN };
const ALLOCATED: Conditions = { ...named('SOCIAL_WORKER', 'DECISION_MAKER'), ...WITHIN };

const may = (conditions: Conditions, subject: Family, ...action: readonly ActionName[]): ActRule => ({ action, subject, conditions });

/** Whoever held the interview, whatever their role: they record what was said and what the child agreed to. */
const INTERVIEWING: readonly ActRule[] = [
  may(ASSIGNED, 'Child', 'recordInterview'),
  may(INTERVIEWED, 'ReturnInterview', 'recordInterview', 'recordAgreement'),
];
const DECIDING_FOR_NOBODY: readonly ActRule[] = [
  may(DECIDES_FOR_NOBODY, 'ReturnInterview', 'decideSharing'),
  may(DECIDES_FOR_NOBODY, 'Child', 'letParentIn'),
];
const redacting = (standing: Conditions): readonly ActRule[] => [
  may(standing, 'ReturnInterview', 'proposeRedaction'),
  // That the approver is trained and is not the author is asked by may-approve.
  may(standing, 'Redaction', 'approveRedaction'),
];
/** Whoever interviews raises what cannot wait, with the child seen and nothing else; of an interview also who held it. */
const raising = (standing: Conditions): readonly ActRule[] => [may(standing, 'Child', 'raiseConcern'), may(standing, 'ReturnInterview', 'raiseConcern')];
/** Whoever works with the child says what is to be done about it, and writes what is read as the whole interview is. */
const followingUp = (standing: Conditions): readonly ActRule[] => [may(standing, 'Child', 'setAction'), may(standing, 'Episode', 'recordCaseRecord')];
/** Answers for the service: for its own children, and for what it raised itself of a guest. */
const answeringFor = (): readonly ActRule[] => [may(OWN, 'Concern', 'acknowledgeConcern'), may({ ...GUEST, originator: OWN_AGENCY }, 'Concern', 'acknowledgeConcern')];
const offering = (standing: Conditions): readonly ActRule[] => [
  may(standing, 'Child', 'recordOffer', 'recordIntelligence', 'writeSafetyNote'),
  may(standing, 'Offer', 'recordOffer', 'recordAttempt'),
];

/** The sender mends, replays and dismisses; whoever is shown an entry says that they have read it. */
const SEES_TO_QUARANTINE: readonly ActRule[] = [
  may({ shownTo: OWN_AGENCY }, 'QuarantineEntry', 'readQuarantine'),
  may({ agency: OWN_AGENCY }, 'QuarantineEntry', 'replayQuarantine', 'mendDocument', 'dismissQuarantine'),
];

/** Reporting an episode: any involved agency, the home or carer of the child; a report made before is changed on its episode. */
const reporting = (standing: Conditions): readonly ActRule[] => [
  may(standing, 'Child', 'reportMissing'),
  may(standing, 'Episode', 'reportMissing', 'reportLocated', 'reportReturned', 'updateRisk'),
];
const HOME: Conditions = { providers: OWN_AGENCY, ...WITHIN };
const CARER: Conditions = { ...named('CARER'), ...WITHIN };

/** Who follows the return up and interviews writes down every step of it, and whose those of others are they tell (SOM 4.2, BHM). */
const following = (standing: Conditions): ActRule => may(standing, 'Episode', 'recordReturnStep');
const stepsOf = (standing: Conditions, ...steps: readonly ReturnStepKind[]): ActRule => may({ ...standing, step: { $in: steps } }, 'Episode', 'recordReturnStep');
/** Which way a return goes is the coordinator's to decide (BHM); a senior worker stands in. */
const triaging = (standing: Conditions): ActRule => may(standing, 'Episode', 'triageReturn');

/** Every agency that takes part in the briefing says what it knows of a child who is on it (BHM): for itself, and reads no other's answer by that. */
const answeringBriefing = (standing: Conditions): ActRule => may({ ...standing, missingNow: 'YES' }, 'Episode', 'answerBriefing');

const acknowledging = (role: ReadingRole): ActRule => may({ to: { $in: [agencyAs(role), OWN_PERSON] } }, 'BriefingNotice', 'acknowledgeNotice');
/** Whoever a concern has come to, by role or by name, answers it whatever else they may read of the child. */
const answering = (role: ReadingRole): ActRule => may({ addressed: { $in: [agencyAs(role), OWN_PERSON] }, ...WITHIN }, 'Concern', 'acknowledgeConcern');
/** What one is to do oneself one closes; a home and a carer what is theirs. */
const DOES_ACTIONS: ActRule = may({ doer: OWN_PERSON, ...WITHIN }, 'CaseAction', 'closeAction');
/** Nothing but that the child is not restricted: emergency access reaches whom the viewer does not see otherwise. */
const IN_AN_EMERGENCY: ActRule = may({ restricted: 'NO' }, 'Child', 'openEmergencyAccess');

const BY_ROLE: Readonly<Partial<Record<ReadingRole, readonly ActRule[]>>> = {
  RETURN_WORKER: [
    ...offering(ASSIGNED),
    ...offering(GUEST_ASSIGNED),
    may(GUEST_ASSIGNED, 'Child', 'recordInterview'),
    may({ ...GUEST_ASSIGNED, originator: OWN_AGENCY }, 'IntelligenceItem', 'recordIntelligence'),
    ...INTERVIEWING,
    ...redacting(INTERVIEWED),
    may(INTERVIEWED, 'ReturnInterview', 'recordIntelligence'),
    may({ ...ASSIGNED, originator: OWN_AGENCY }, 'IntelligenceItem', 'recordIntelligence'),
    may(ASSIGNED, 'Episode', 'finaliseEpisode'),
    following(ASSIGNED),
    following(GUEST_ASSIGNED),
    ...reporting(ASSIGNED),
    ...[ASSIGNED, GUEST_ASSIGNED].flatMap((standing) => [may(standing, 'Child', 'raiseConcern'), ...followingUp(standing)]),
    may(INTERVIEWED, 'ReturnInterview', 'raiseConcern'),
  ],
  SENIOR_WORKER: [
    ...offering(OWN),
    ...offering(GUEST),
    ...INTERVIEWING,
    ...redacting(OWN),
    ...redacting(HELD_BY_OWN),
    may(OWN, 'ReturnInterview', 'recordIntelligence', 'authoriseSharing', 'overrideForSafeguarding'),
    may(HELD_BY_OWN, 'ReturnInterview', 'recordIntelligence'),
    may({ ...OWN, origin: 'INTERVIEW' }, 'IntelligenceItem', 'authoriseSharing'),
    may({ ...MADE_BY_OWN, origin: 'INTERVIEW' }, 'IntelligenceItem', 'authoriseSharing', 'recordIntelligence'),
    may(OWN, 'SafetyNote', 'approveSafetyNote'),
    may(GUEST, 'SafetyNote', 'approveSafetyNote'),
    may(OWN, 'Episode', 'finaliseEpisode'),
    ...[OWN, GUEST].flatMap((standing) => [triaging(standing), following(standing), ...reporting(standing)]),
    ...DECIDING_FOR_NOBODY,
    ...[OWN, GUEST].flatMap((standing) => [...raising(standing), ...followingUp(standing), may(standing, 'CaseAction', 'closeAction')]),
    ...answeringFor(),
    ...TRANSMITS,
  ],
  TEAM_MANAGER: [
    ...redacting(OWN),
    may(OWN, 'Child', 'restrict', 'reviewEmergencyAccess'),
    may(OWN, 'ReturnInterview', 'restrict', 'overrideForSafeguarding'),
    ...DECIDING_FOR_NOBODY,
    IN_AN_EMERGENCY,
    ...followingUp(OWN),
    ...answeringFor(),
  ],
  HUB_COORDINATOR: [
    ...redacting(OWN),
    may(OWN, 'Child', 'assignWorker', 'recordRelationship', 'confirmRelationship', 'reviewEmergencyAccess'),
    // A host may also interview a child missing with its own, or placed from far (BHM).
    may(GUEST, 'Child', 'assignWorker'),
    may(OWN, 'Child', 'decideMatch', 'shownWhileJoined'),
    may(CANDIDATE, 'Child', 'decideMatch', 'shownWhileJoined'),
    may(OWN, 'MatchReview', 'decideMatch', 'shownWhileJoined'),
    may(CANDIDATE, 'MatchReview', 'decideMatch', 'shownWhileJoined'),
    may(OWN, 'Episode', 'finaliseEpisode'),
    ...SEES_TO_QUARANTINE,
    ...TRANSMITS,
    ...[OWN, GUEST].flatMap((standing) => [triaging(standing), following(standing), answeringBriefing(standing), ...reporting(standing), may(standing, 'Child', 'recordPlacement', 'recordPlacementAgreement'), ...followingUp(standing), may(standing, 'CaseAction', 'closeAction')]),
  ],
  BUSINESS_SUPPORT: [
    may(OWN, 'Child', 'recordRelationship'),
    may(OWN, 'Child', 'reportMissing', 'recordPlacement', 'recordPlacementAgreement'),
    // Types what others know; an assessment of risk is somebody's own.
    may(OWN, 'Episode', 'reportMissing', 'reportLocated', 'reportReturned'),
    stepsOf(OWN, ...TYPED),
  ],
  SOCIAL_WORKER: [
    ...INTERVIEWING,
    ...redacting(ALLOCATED),
    // Who interviews an open child (KNT), or one placed out of the county (WSX), writes down the tries too.
    may(ALLOCATED, 'Child', 'recordOffer', 'recordInterview', 'recordIntelligence'),
    may(ALLOCATED, 'Offer', 'recordOffer', 'recordAttempt'),
    may(ALLOCATED, 'ReturnInterview', 'recordIntelligence'),
    may({ ...ALLOCATED, originator: OWN_AGENCY }, 'IntelligenceItem', 'recordIntelligence'),
    may(DECIDES, 'ReturnInterview', 'decideSharing', 'overrideForSafeguarding'),
    may(DECIDES, 'Child', 'letParentIn', 'reviewEmergencyAccess'),
    may(DECIDES, 'SafetyNote', 'approveSafetyNote'),
    ...reporting(ALLOCATED),
    ...[OWN, ALLOCATED].map(answeringBriefing),
    stepsOf(ALLOCATED, ...BY_SOCIAL_WORKER),
    may(ALLOCATED, 'Child', 'recordPlacement', 'recordPlacementAgreement', 'recordProfile'),
    ...raising(ALLOCATED),
    ...followingUp(ALLOCATED),
  ],
  EDT: [
    ...[OWN, GUEST].flatMap((standing) => [
      may({ ...standing, recent: 'YES' }, 'ReturnInterview', 'overrideForSafeguarding'),
      may({ ...standing, recent: 'YES' }, 'SafetyNote', 'approveSafetyNote'),
      // A child who goes missing now was not missing before: the duty team names it exactly.
      may(standing, 'Child', 'reportMissing'),
      may({ ...standing, recent: 'YES' }, 'Episode', 'reportMissing', 'reportLocated', 'reportReturned', 'updateRisk'),
      stepsOf({ ...standing, recent: 'YES' }, ...OUT_OF_HOURS),
      answeringBriefing({ ...standing, recent: 'YES' }),
    ]),
    IN_AN_EMERGENCY,
    // What is to be done about what came to them at night.
    ...[OWN, GUEST].map((standing) => may({ ...standing, recent: 'YES' }, 'Child', 'setAction')),
  ],
  POLICE_MISSING_TEAM: [
    ...SEES_TO_QUARANTINE,
    may(FORCE, 'Child', 'recordIntelligence'),
    may({ ...FORCE, relationship: 'ADDED_FORCE' }, 'Child', 'recordRelationship'),
    may({ ...FORCE, originator: OWN_AGENCY }, 'IntelligenceItem', 'recordIntelligence'),
    ...reporting(FORCE),
    stepsOf(FORCE, ...BY_POLICE),
    answeringBriefing(FORCE),
    IN_AN_EMERGENCY,
  ],
  POLICE_INTELLIGENCE: [
    may({ intelligenceAgencies: OWN_AGENCY, ...WITHIN }, 'Child', 'recordIntelligence'),
    may({ ...FORCE, originator: OWN_AGENCY }, 'IntelligenceItem', 'recordIntelligence'),
    // What another force made under conditions must not be opened by one of its recipients.
    may({ ...FORCE, origin: 'INTERVIEW' }, 'IntelligenceItem', 'gradeIntelligence'),
    may({ ...FORCE, originator: OWN_AGENCY }, 'IntelligenceItem', 'gradeIntelligence'),
  ],
  PARTNER: [answeringBriefing({ partners: OWN_AGENCY, ...WITHIN })],
  PLACEMENT_PROVIDER: [
    may({ recipient: { $in: [OWN_AGENCY, OWN_PERSON] }, approved: 'YES', ...WITHIN }, 'SafetyNote', 'acknowledgeSafetyNote'),
    answeringBriefing(HOME),
    ...[HOME, CARER].flatMap((standing) => [...reporting(standing), may(standing, 'Child', 'recordProfile'), may({ ...standing, doer: { $in: [OWN_AGENCY, OWN_PERSON] } }, 'CaseAction', 'closeAction')]),
  ],
};

/** Who is told things first and says that they know. */
const ARE_TOLD: readonly ReadingRole[] = ['IRO', 'CP_COORDINATOR', 'HUB_COORDINATOR', 'RETURN_WORKER', 'SENIOR_WORKER', 'TEAM_MANAGER', 'SOCIAL_WORKER', 'EDT', 'FRONT_DOOR', 'BUSINESS_SUPPORT', 'POLICE_MISSING_TEAM', 'POLICE_INTELLIGENCE', 'PLACEMENT_PROVIDER', 'DATA_PROTECTION_OFFICER'];

/** Whom a concern can come to. */
const ANSWER: readonly ReadingRole[] = ['HUB_COORDINATOR', 'SENIOR_WORKER', 'TEAM_MANAGER', 'SOCIAL_WORKER', 'EDT', 'FRONT_DOOR'];
/** Who has actions of their own by name, as staff of an authority or a force. */
const HAVE_ACTIONS: readonly ReadingRole[] = ['HUB_COORDINATOR', 'RETURN_WORKER', 'SENIOR_WORKER', 'TEAM_MANAGER', 'SOCIAL_WORKER', 'EDT', 'FRONT_DOOR', 'BUSINESS_SUPPORT', 'POLICE_MISSING_TEAM'];

/** What a role may do, and to which rows. What no rule allows is refused. */
export function actRulesOf(role: ReadingRole): readonly ActRule[] {
  return [
    ...(BY_ROLE[role] ?? []),
    ...(ARE_TOLD.includes(role) ? [acknowledging(role)] : []),
    ...(ANSWER.includes(role) ? [answering(role)] : []),
    ...(HAVE_ACTIONS.includes(role) ? [DOES_ACTIONS] : []),
  ];
}
