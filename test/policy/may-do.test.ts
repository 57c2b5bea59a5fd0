import { ACTIONS, actRulesOf, type ActionName } from '../../src/policy/action-rules.ts';
import { FAMILIES as EVERY_FAMILY, type Family } from '../../src/policy/attributes.ts';
import { mayApprove, mayAsk, mayBegin, mayDo } from '../../src/policy/may-do.ts';
import { READING_ROLES, type ReadingRole } from '../../src/policy/viewer.ts';
import { ADMITTED, aViewer, AWAITING, FORCE, HOST, me, MISSING, NOTHING_TO_DO, RECENT, RESPONSIBLE, RESTRICTED, type Facts } from './facts-for.ts';
import { MAY_TRANSMIT } from './may-transmit.ts';
import { AFTER_A_RETURN, ANSWER, type MayRow as Row } from './may-do-after-a-return.ts';

/** Written out by hand. Whoever stands in no row may not. */
const HELD = { heldBy: 'own' } as const;
const OURS = { originator: 'own' } as const;
const FROM_INTERVIEW = { origin: 'INTERVIEW' } as const;
/** Who writes down not every step of a return, and which. */
const BY_SOCIAL_WORKER = 'SOCIAL_WORKER_AWARE SOCIAL_WORKER_CONTACT VISITED RISK_CONSIDERED STRATEGY_MEETING PREVENTION_PLAN PLACING_WORKER_TOLD PROFESSIONAL_TOLD CONTACT_MADE CHILD_SEEN SAFE_TO_SEND LETTER_SENT PARENTS_ASKED PAPERWORK_RECORDED FOLLOWED_UP'.split(' ');
const OUT_OF_HOURS = 'RETURN_NOTIFIED CONTACT_MADE CHILD_SEEN VISITED SOCIAL_WORKER_AWARE PROFESSIONAL_TOLD PLACING_WORKER_TOLD RISK_CONSIDERED STRATEGY_MEETING MEDIA_APPEAL'.split(' ');
const OWN_STEPS: readonly (readonly [ReadingRole, Facts, readonly string[]])[] = [
  ['SOCIAL_WORKER', me('SOCIAL_WORKER'), BY_SOCIAL_WORKER],
  ['SOCIAL_WORKER', me('DECISION_MAKER'), BY_SOCIAL_WORKER],
  ['EDT', { ...RESPONSIBLE, ...RECENT }, OUT_OF_HOURS],
  ['EDT', { ...HOST, ...RECENT }, OUT_OF_HOURS],
  ['BUSINESS_SUPPORT', RESPONSIBLE, ['RETURN_NOTIFIED', 'PROFESSIONAL_TOLD', 'PLACING_WORKER_TOLD']],
  ['POLICE_MISSING_TEAM', FORCE, ['VISITED', 'MEDIA_APPEAL']],
];
const STEPS = [...new Set([...BY_SOCIAL_WORKER, ...OUT_OF_HOURS]), 'TRIAGE', 'WORKER_ASSIGNED', 'BRIEFING_ANSWER'];
const MAY: readonly Row[] = [
  ['recordOffer', 'Child', 'RETURN_WORKER', me('WORKER')],
  ...(['recordOffer', 'recordIntelligence', 'writeSafetyNote', 'recordInterview'] as const).map((action): Row => [action, 'Child', 'RETURN_WORKER', { ...me('GUEST_WORKER'), ...HOST }]),
  ...(['recordOffer', 'recordAttempt'] as const).map((action): Row => [action, 'Offer', 'RETURN_WORKER', { ...me('GUEST_WORKER'), ...HOST }]),
  ['recordIntelligence', 'IntelligenceItem', 'RETURN_WORKER', { ...me('GUEST_WORKER'), ...HOST, ...OURS }],
  ['recordOffer', 'Child', 'SENIOR_WORKER', RESPONSIBLE],
  ['recordOffer', 'Child', 'SENIOR_WORKER', HOST],
  ['recordOffer', 'Offer', 'RETURN_WORKER', me('WORKER')],
  ['recordOffer', 'Offer', 'SENIOR_WORKER', RESPONSIBLE],
  ['recordOffer', 'Offer', 'SENIOR_WORKER', HOST],
  ['recordAttempt', 'Offer', 'RETURN_WORKER', me('WORKER')],
  ['recordAttempt', 'Offer', 'SENIOR_WORKER', RESPONSIBLE],
  ['recordAttempt', 'Offer', 'SENIOR_WORKER', HOST],
  ...(['SOCIAL_WORKER', 'DECISION_MAKER'] as const).flatMap((as) => ([['recordOffer', 'Child'], ['recordOffer', 'Offer'], ['recordAttempt', 'Offer'], ['recordInterview', 'Child']] as const).map(([action, family]): Row => [action, family, 'SOCIAL_WORKER', me(as)])),
  ['recordInterview', 'Child', 'RETURN_WORKER', me('WORKER')],
  ['recordInterview', 'Child', 'SENIOR_WORKER', me('WORKER')],
  ['recordInterview', 'Child', 'SOCIAL_WORKER', me('WORKER')],
  ...(['recordInterview', 'recordAgreement'] as const).flatMap((action) =>
    (['RETURN_WORKER', 'SENIOR_WORKER', 'SOCIAL_WORKER'] as const).flatMap((role): Row[] => [
      [action, 'ReturnInterview', role, me('WORKER')],
      [action, 'ReturnInterview', role, me('AUTHOR')],
    ]),
  ),
  ['recordIntelligence', 'Child', 'RETURN_WORKER', me('WORKER')],
  ['recordIntelligence', 'Child', 'SENIOR_WORKER', RESPONSIBLE],
  ['recordIntelligence', 'Child', 'SENIOR_WORKER', HOST],
  ['recordIntelligence', 'Child', 'SOCIAL_WORKER', me('SOCIAL_WORKER')],
  ['recordIntelligence', 'Child', 'SOCIAL_WORKER', me('DECISION_MAKER')],
  ['recordIntelligence', 'Child', 'POLICE_MISSING_TEAM', FORCE],
  ['recordIntelligence', 'Child', 'POLICE_INTELLIGENCE', { intelligenceAgencies: ['own'] }],
  ['recordIntelligence', 'ReturnInterview', 'RETURN_WORKER', me('WORKER')],
  ['recordIntelligence', 'ReturnInterview', 'RETURN_WORKER', me('AUTHOR')],
  ['recordIntelligence', 'ReturnInterview', 'SENIOR_WORKER', RESPONSIBLE],
  ['recordIntelligence', 'ReturnInterview', 'SENIOR_WORKER', { ...HOST, ...HELD }],
  ['recordIntelligence', 'ReturnInterview', 'SOCIAL_WORKER', me('SOCIAL_WORKER')],
  ['recordIntelligence', 'ReturnInterview', 'SOCIAL_WORKER', me('DECISION_MAKER')],
  ['recordIntelligence', 'IntelligenceItem', 'RETURN_WORKER', { ...me('WORKER'), ...OURS }],
  ['recordIntelligence', 'IntelligenceItem', 'SENIOR_WORKER', { ...OURS, ...FROM_INTERVIEW }],
  ['recordIntelligence', 'IntelligenceItem', 'SOCIAL_WORKER', { ...me('SOCIAL_WORKER'), ...OURS }],
  ['recordIntelligence', 'IntelligenceItem', 'SOCIAL_WORKER', { ...me('DECISION_MAKER'), ...OURS }],
  ['recordIntelligence', 'IntelligenceItem', 'POLICE_MISSING_TEAM', { ...FORCE, ...OURS }],
  ['recordIntelligence', 'IntelligenceItem', 'POLICE_INTELLIGENCE', { ...FORCE, ...OURS }],
  ['decideSharing', 'ReturnInterview', 'SOCIAL_WORKER', me('DECISION_MAKER')],
  ['decideSharing', 'ReturnInterview', 'SENIOR_WORKER', RESPONSIBLE],
  ['decideSharing', 'ReturnInterview', 'TEAM_MANAGER', RESPONSIBLE],
  ['authoriseSharing', 'ReturnInterview', 'SENIOR_WORKER', RESPONSIBLE],
  ['authoriseSharing', 'IntelligenceItem', 'SENIOR_WORKER', { ...RESPONSIBLE, ...FROM_INTERVIEW }],
  ['authoriseSharing', 'IntelligenceItem', 'SENIOR_WORKER', { ...OURS, ...FROM_INTERVIEW }],
  ['overrideForSafeguarding', 'ReturnInterview', 'SOCIAL_WORKER', me('DECISION_MAKER')],
  ['overrideForSafeguarding', 'ReturnInterview', 'SENIOR_WORKER', RESPONSIBLE],
  ['overrideForSafeguarding', 'ReturnInterview', 'TEAM_MANAGER', RESPONSIBLE],
  ['overrideForSafeguarding', 'ReturnInterview', 'EDT', { ...RESPONSIBLE, ...RECENT }],
  ['overrideForSafeguarding', 'ReturnInterview', 'EDT', { ...HOST, ...RECENT }],
  ...(
    [
      ['proposeRedaction', 'ReturnInterview'],
      ['approveRedaction', 'Redaction'],
    ] as const
  ).flatMap(([action, family]): Row[] => [
    [action, family, 'RETURN_WORKER', me('WORKER')],
    [action, family, 'RETURN_WORKER', me('AUTHOR')],
    [action, family, 'SENIOR_WORKER', RESPONSIBLE],
    [action, family, 'SENIOR_WORKER', { ...HOST, ...HELD }],
    [action, family, 'TEAM_MANAGER', RESPONSIBLE],
    [action, family, 'HUB_COORDINATOR', RESPONSIBLE],
    [action, family, 'SOCIAL_WORKER', me('SOCIAL_WORKER')],
    [action, family, 'SOCIAL_WORKER', me('DECISION_MAKER')],
  ]),
  ['gradeIntelligence', 'IntelligenceItem', 'POLICE_INTELLIGENCE', { ...FORCE, ...FROM_INTERVIEW }],
  ['gradeIntelligence', 'IntelligenceItem', 'POLICE_INTELLIGENCE', { ...FORCE, ...OURS }],
  ['writeSafetyNote', 'Child', 'RETURN_WORKER', me('WORKER')],
  ['writeSafetyNote', 'Child', 'SENIOR_WORKER', RESPONSIBLE],
  ['writeSafetyNote', 'Child', 'SENIOR_WORKER', HOST],
  ['approveSafetyNote', 'SafetyNote', 'SENIOR_WORKER', RESPONSIBLE],
  ['approveSafetyNote', 'SafetyNote', 'SENIOR_WORKER', HOST],
  ['approveSafetyNote', 'SafetyNote', 'SOCIAL_WORKER', me('DECISION_MAKER')],
  ['approveSafetyNote', 'SafetyNote', 'EDT', { ...RESPONSIBLE, ...RECENT }],
  ['approveSafetyNote', 'SafetyNote', 'EDT', { ...HOST, ...RECENT }],
  ['acknowledgeSafetyNote', 'SafetyNote', 'PLACEMENT_PROVIDER', { recipient: 'own', approved: 'YES' }],
  ['acknowledgeSafetyNote', 'SafetyNote', 'PLACEMENT_PROVIDER', { recipient: 'someone@own', approved: 'YES' }],
  ['restrict', 'Child', 'TEAM_MANAGER', RESPONSIBLE],
  ['restrict', 'ReturnInterview', 'TEAM_MANAGER', RESPONSIBLE],
  ['assignWorker', 'Child', 'HUB_COORDINATOR', RESPONSIBLE],
  ['assignWorker', 'Child', 'HUB_COORDINATOR', HOST],
  ...(
    [
      ['SENIOR_WORKER', RESPONSIBLE],
      ['SENIOR_WORKER', HOST],
      ['HUB_COORDINATOR', RESPONSIBLE],
      ['HUB_COORDINATOR', HOST],
    ] as const satisfies readonly (readonly [ReadingRole, Facts])[]
  ).flatMap(([role, because]): Row[] => [
    ['triageReturn', 'Episode', role, because],
    ['recordReturnStep', 'Episode', role, because],
  ]),
  ['recordReturnStep', 'Episode', 'RETURN_WORKER', me('WORKER')],
  ['recordReturnStep', 'Episode', 'RETURN_WORKER', { ...me('GUEST_WORKER'), ...HOST }],
  ...OWN_STEPS.flatMap(([role, because, steps]) => steps.map((step): Row => ['recordReturnStep', 'Episode', role, { ...because, step }])),
  ['decideMatch', 'Child', 'HUB_COORDINATOR', RESPONSIBLE],
  ['decideMatch', 'Child', 'HUB_COORDINATOR', { candidates: ['own'] }],
  ['shownWhileJoined', 'Child', 'HUB_COORDINATOR', RESPONSIBLE],
  ['shownWhileJoined', 'Child', 'HUB_COORDINATOR', { candidates: ['own'] }],
  ['decideMatch', 'MatchReview', 'HUB_COORDINATOR', RESPONSIBLE],
  ['decideMatch', 'MatchReview', 'HUB_COORDINATOR', { candidates: ['own'] }],
  ['shownWhileJoined', 'MatchReview', 'HUB_COORDINATOR', RESPONSIBLE],
  ['shownWhileJoined', 'MatchReview', 'HUB_COORDINATOR', { candidates: ['own'] }],
  ['recordRelationship', 'Child', 'HUB_COORDINATOR', RESPONSIBLE],
  ['recordRelationship', 'Child', 'BUSINESS_SUPPORT', RESPONSIBLE],
  ['confirmRelationship', 'Child', 'HUB_COORDINATOR', RESPONSIBLE],
  ['letParentIn', 'Child', 'SOCIAL_WORKER', me('DECISION_MAKER')],
  ['letParentIn', 'Child', 'SENIOR_WORKER', RESPONSIBLE],
  ['letParentIn', 'Child', 'TEAM_MANAGER', RESPONSIBLE],
  ['finaliseEpisode', 'Episode', 'RETURN_WORKER', me('WORKER')],
  ['finaliseEpisode', 'Episode', 'SENIOR_WORKER', RESPONSIBLE],
  ['finaliseEpisode', 'Episode', 'HUB_COORDINATOR', RESPONSIBLE],
  ...(
    [
      ['RETURN_WORKER', me('WORKER')],
      ['SENIOR_WORKER', RESPONSIBLE],
      ['SENIOR_WORKER', HOST],
      ['HUB_COORDINATOR', RESPONSIBLE],
      ['HUB_COORDINATOR', HOST],
      ['SOCIAL_WORKER', me('SOCIAL_WORKER')],
      ['SOCIAL_WORKER', me('DECISION_MAKER')],
      ['POLICE_MISSING_TEAM', FORCE],
      ['PLACEMENT_PROVIDER', { providers: ['own'] }],
      ['PLACEMENT_PROVIDER', me('CARER')],
    ] as const satisfies readonly (readonly [ReadingRole, Facts])[]
  ).flatMap(([role, because]): Row[] => [
    ['reportMissing', 'Child', role, because],
    ['reportMissing', 'Episode', role, because],
    ['reportLocated', 'Episode', role, because],
    ['reportReturned', 'Episode', role, because],
    ['updateRisk', 'Episode', role, because],
  ]),
  ['reportMissing', 'Child', 'EDT', RESPONSIBLE],
  ['reportMissing', 'Child', 'EDT', HOST],
  ...(['reportMissing', 'reportLocated', 'reportReturned', 'updateRisk'] as const).flatMap((action): Row[] => [
    [action, 'Episode', 'EDT', { ...RESPONSIBLE, ...RECENT }],
    [action, 'Episode', 'EDT', { ...HOST, ...RECENT }],
  ]),
  ['reportMissing', 'Child', 'BUSINESS_SUPPORT', RESPONSIBLE],
  ...(['reportMissing', 'reportLocated', 'reportReturned'] as const).map((action): Row => [action, 'Episode', 'BUSINESS_SUPPORT', RESPONSIBLE]),
  ...(['recordPlacement', 'recordPlacementAgreement'] as const).flatMap((action): Row[] => [
    [action, 'Child', 'BUSINESS_SUPPORT', RESPONSIBLE],
    [action, 'Child', 'HUB_COORDINATOR', RESPONSIBLE],
    [action, 'Child', 'HUB_COORDINATOR', HOST],
    ...(['SOCIAL_WORKER', 'DECISION_MAKER'] as const).map((as): Row => [action, 'Child', 'SOCIAL_WORKER', me(as)]),
  ]),
  ['recordProfile', 'Child', 'SOCIAL_WORKER', me('SOCIAL_WORKER')],
  ['recordProfile', 'Child', 'SOCIAL_WORKER', me('DECISION_MAKER')],
  ['recordProfile', 'Child', 'PLACEMENT_PROVIDER', { providers: ['own'] }],
  ['recordProfile', 'Child', 'PLACEMENT_PROVIDER', me('CARER')],
  ['reviewEmergencyAccess', 'Child', 'TEAM_MANAGER', RESPONSIBLE],
  ['reviewEmergencyAccess', 'Child', 'HUB_COORDINATOR', RESPONSIBLE],
  ['reviewEmergencyAccess', 'Child', 'SOCIAL_WORKER', me('DECISION_MAKER')],
  ...[...MAY_TRANSMIT, ...AFTER_A_RETURN],
];

/** Quarantine and notices have tables of their own below. */
const FAMILIES: readonly Family[] = EVERY_FAMILY.filter((family) => family !== 'QuarantineEntry' && family !== 'BriefingNotice');
const POLICE_MADE = { origin: 'POLICE' } as const;
/** Single standings and pairs of them: what a rule rests on is one of these. */
const STANDINGS: readonly Facts[] = [
  ...[{}, { fromAgency: 'own' }, { toAgency: 'own', came: 'YES' }],
  RESPONSIBLE,
  HOST,
  { ...RESPONSIBLE, ...RECENT },
  { ...HOST, ...RECENT },
  RECENT,
  FORCE,
  { ...FORCE, ...OURS },
  { ...FORCE, ...POLICE_MADE },
  { ...FORCE, ...OURS, ...POLICE_MADE },
  { ...HOST, ...HELD },
  HELD,
  OURS,
  { ...OURS, ...POLICE_MADE },
  { ...RESPONSIBLE, ...POLICE_MADE },
  { ...RESPONSIBLE, ...OURS, ...POLICE_MADE },
  { providers: ['own'] },
  { partners: ['own'] },
  ...[{}, RESPONSIBLE, HOST, FORCE, { providers: ['own'] }, { partners: ['own'] }, me('SOCIAL_WORKER'), me('DECISION_MAKER'), me('WORKER')].map((standing) => ({ ...standing, ...MISSING })),
  { candidates: ['own'] },
  { intelligenceAgencies: ['own'], groups: ['own'] },
  { ...HOST, ...OURS },
  ...[...ANSWER, 'PLACEMENT_PROVIDER', 'POLICE_MISSING_TEAM'].map((role) => ({ addressed: [`${role}:own`] })),
  { addressed: ['someone@own'] },
  { doer: ['own'] },
  { doer: ['someone@own'] },
  { doer: ['another@own'], owner: 'someone@own' },
  { providers: ['own'], doer: ['own'] },
  { providers: ['own'], doer: ['someone@own'] },
  { recipient: 'own' },
  { recipient: 'own', approved: 'YES' },
  { recipient: 'someone@own', approved: 'YES' },
  { recipient: 'another@own', approved: 'YES' },
  ...['WORKER', 'AUTHOR', 'SOCIAL_WORKER', 'DECISION_MAKER', 'IRO', 'CP_COORDINATOR', 'CARER', 'PARENT', 'EMERGENCY', 'ADMITTED'].flatMap((as) => [
    me(as),
    { ...me(as), ...OURS },
  ]),
];
const SENDERS_ALONE = ['replayQuarantine', 'mendDocument', 'dismissQuarantine'] as const;
const ON_QUARANTINE: readonly ActionName[] = ['readQuarantine', ...SENDERS_ALONE];
const OF_A_ROW: readonly ActionName[] = ACTIONS.filter((action) => !['whoseChild', 'nameManager', 'openEmergencyAccess', 'acknowledgeNotice', 'pausePartner', 'resumePartner', ...ON_QUARANTINE].includes(action));

/** Each action with each type that somebody does it to. */
const DEEDS: readonly (readonly [ActionName, Family])[] = FAMILIES.flatMap((family) =>
  OF_A_ROW.filter((action) => MAY.some(([its, of]) => its === action && of === family)).map((action) => [action, family] as const),
);

/** Does the standing hold everything this row of the table asks? */
const has = (facts: object, because: Facts): boolean =>
  Object.entries(because).every(([fact, value]) => JSON.stringify(Reflect.get(facts, fact)) === JSON.stringify(value));

describe('who may do what', () => {
  it.each(MAY)('%s to a %s: %s with %j', (...[action, family, role, because]) => {
    expect(mayDo(aViewer(role), action, { family, facts: { ...NOTHING_TO_DO, ...because } })).toBe(true);
  });

  it.each(READING_ROLES)('%s may do nothing that does not stand in the table', (role) => {
    const rows = MAY.filter(([, , its]) => its === role);
    const wrong = STANDINGS.flatMap((standing) => {
      const facts = { ...NOTHING_TO_DO, ...standing };
      return DEEDS.filter(([action, family]) => {
        const expected = rows.some(([its, of, , because]) => its === action && of === family && has(facts, because));
        return mayDo(aViewer(role), action, { family, facts }) !== expected;
      }).map((deed) => [...deed, standing]);
    });
    expect(wrong).toEqual([]);
  });

  it.each(OWN_STEPS)('%s with %j writes down its own steps and no other', (...[role, because, steps]) => {
    const may = (step: string): boolean => mayDo(aViewer(role), 'recordReturnStep', { family: 'Episode', facts: { ...NOTHING_TO_DO, ...because, step } });
    expect(STEPS.filter(may).sort()).toEqual([...steps].sort());
  });

  it.each(READING_ROLES)('%s does to a type only what is done to that type', (role) => {
    const facts = { ...NOTHING_TO_DO, ...RESPONSIBLE, ...HOST, ...FORCE, ...RECENT, ...HELD, ...OURS, recipient: 'own', approved: 'YES', intelligenceAgencies: ['own'] };
    const named = ['WORKER', 'AUTHOR', 'SOCIAL_WORKER', 'DECISION_MAKER', 'IRO', 'CARER', 'PARENT', 'EMERGENCY'].map((as) => `${as}:someone@own`);
    const done = (family: Family): readonly ActionName[] => OF_A_ROW.filter((action) => mayDo(aViewer(role), action, { family, facts: { ...facts, named } }));
    for (const family of FAMILIES) {
      expect(done(family).filter((action) => !DEEDS.some(([its, of]) => its === action && of === family))).toEqual([]);
    }
  });

  it.each(MAY)('%s to a %s: %s with %j not to what is restricted, but for those named', (...[action, family, role, because]) => {
    const may = (facts: Facts): boolean => mayDo(aViewer(role), action, { family, facts: { ...NOTHING_TO_DO, ...because, ...facts } });
    expect(may(RESTRICTED)).toBe(false);
    const named = [because.named ?? [], 'ADMITTED:someone@own'].flat();
    expect(may({ ...RESTRICTED, named })).toBe(true);
    expect(may({ ...RESTRICTED, named: [because.named ?? [], 'ADMITTED:another@own'].flat() })).toBe(false);
  });

  it('until somebody is named, the manager and the social worker of a restricted child go on', () => {
    const facts = { ...NOTHING_TO_DO, ...RESPONSIBLE, ...AWAITING };
    expect(mayDo(aViewer('TEAM_MANAGER'), 'restrict', { family: 'Child', facts })).toBe(true);
    expect(mayDo(aViewer('SENIOR_WORKER'), 'recordOffer', { family: 'Child', facts })).toBe(false);
    const allocated = { ...facts, ...me('SOCIAL_WORKER') };
    expect(mayDo(aViewer('SOCIAL_WORKER'), 'recordIntelligence', { family: 'Child', facts: allocated })).toBe(true);
    expect(mayDo(aViewer('SOCIAL_WORKER'), 'recordIntelligence', { family: 'Child', facts: { ...facts, ...me('DECISION_MAKER') } })).toBe(false);
    expect(mayDo(aViewer('TEAM_MANAGER'), 'restrict', { family: 'Child', facts: { ...facts, awaitsNaming: 'NO' } })).toBe(false);
  });

  it.each([
    ['decideSharing', 'ReturnInterview'],
    ['letParentIn', 'Child'],
  ] as const)('%s is for the decision-maker alone once there is one', (action, family) => {
    const facts = { ...NOTHING_TO_DO, ...RESPONSIBLE, named: ['WORKER:another@own', 'DECISION_MAKER:another@other'] };
    for (const role of ['SENIOR_WORKER', 'TEAM_MANAGER', 'SOCIAL_WORKER'] as const) {
      expect(mayDo(aViewer(role), action, { family, facts })).toBe(false);
    }
  });

  it('a force adds another force, and nobody else', () => {
    const may = (relationship: string, standing: Facts): boolean =>
      mayDo(aViewer('POLICE_MISSING_TEAM'), 'recordRelationship', { family: 'Child', facts: { ...NOTHING_TO_DO, ...standing, relationship } });
    expect(may('ADDED_FORCE', FORCE)).toBe(true);
    expect(may('SOCIAL_WORKER', FORCE)).toBe(false);
    expect(may('ADDED_FORCE', {})).toBe(false);
  });

  it.each(MAY)('%s to a %s: %s with %j not while nobody knows whether it is restricted', (...[action, family, role, because]) => {
    expect(mayDo(aViewer(role), action, { family, facts: { ...NOTHING_TO_DO, ...because, restricted: undefined } })).toBe(false);
  });

  it.each(READING_ROLES)('%s may do nothing to what is not known', (role) => {
    for (const action of ACTIONS.filter((name) => name !== 'whoseChild' && name !== 'nameManager')) {
      expect(mayDo(aViewer(role), action, { family: 'Child', facts: {} })).toBe(false);
    }
  });
});

describe('who may ask', () => {
  const roles = (action: ActionName, facts: object): readonly string[] => READING_ROLES.filter((role) => mayDo(aViewer(role), action, { family: 'Child', facts }));

  it('whose child it is: the missing team and the duty team', () => {
    expect(roles('whoseChild', {})).toEqual(['EDT', 'POLICE_MISSING_TEAM']);
    expect(READING_ROLES.filter((role) => mayAsk(aViewer(role), 'whoseChild'))).toEqual(['EDT', 'POLICE_MISSING_TEAM']);
  });

  it('for emergency access: they and a manager, of a child they have nothing to do with, unless it is restricted', () => {
    expect(roles('openEmergencyAccess', NOTHING_TO_DO)).toEqual(['TEAM_MANAGER', 'EDT', 'POLICE_MISSING_TEAM']);
    expect(READING_ROLES.filter((role) => mayAsk(aViewer(role), 'openEmergencyAccess'))).toEqual(['TEAM_MANAGER', 'EDT', 'POLICE_MISSING_TEAM']);
    expect(roles('openEmergencyAccess', { ...NOTHING_TO_DO, ...RESTRICTED })).toEqual([]);
    expect(roles('openEmergencyAccess', { ...NOTHING_TO_DO, ...ADMITTED })).toEqual([]);
  });
});

describe('who may make a record of a child nobody has one of', () => {
  const roles = (action: 'reportMissing' | 'recordPlacement'): readonly string[] => READING_ROLES.filter((role) => mayBegin(aViewer(role), action));

  it('to report it missing: who takes reports, and a home', () => {
    expect(roles('reportMissing')).toEqual(['HUB_COORDINATOR', 'SENIOR_WORKER', 'EDT', 'BUSINESS_SUPPORT', 'POLICE_MISSING_TEAM', 'PLACEMENT_PROVIDER']);
  });

  it('to place it: who keeps the records of an authority', () => {
    expect(roles('recordPlacement')).toEqual(['HUB_COORDINATOR', 'BUSINESS_SUPPORT']);
  });
});

describe('who says that they were told', () => {
  const TOLD = READING_ROLES.filter((role) => actRulesOf(role).some(({ action }) => action.includes('acknowledgeNotice')));

  it('are those who are told anything', () => {
    expect(TOLD).toEqual([
      'HUB_COORDINATOR',
      'RETURN_WORKER',
      'SENIOR_WORKER',
      'TEAM_MANAGER',
      'SOCIAL_WORKER', 'IRO', 'CP_COORDINATOR', 'EDT', 'FRONT_DOOR',
      'BUSINESS_SUPPORT',
      'POLICE_MISSING_TEAM',
      'POLICE_INTELLIGENCE',
      'PLACEMENT_PROVIDER',
      'DATA_PROTECTION_OFFICER',
    ]);
  });

  it.each(TOLD)('%s: of what is addressed to the person or the role', (role) => {
    const may = (to: readonly string[]): boolean => mayDo(aViewer(role), 'acknowledgeNotice', { family: 'BriefingNotice', facts: { to } });
    expect(may(['x', 'someone@own'])).toBe(true);
    expect(may([`${role}:own`])).toBe(true);
    expect(may([`${role}:other`, 'own', 'another@own'])).toBe(false);
  });
});

describe('who approves a redacted text', () => {
  it.each([
    ['a trained person who did not write it', { author: 'a@x', approver: 'b@x', trained: true }, 'MAY'],
    ['the author, trained', { author: 'a@x', approver: 'a@x', trained: true }, 'OWN_TEXT'],
    ['somebody who is not trained', { author: 'a@x', approver: 'b@x', trained: false }, 'NOT_TRAINED'],
    ['the author, not trained', { author: 'a@x', approver: 'a@x', trained: false }, 'NOT_TRAINED'],
    ['the same name at another agency', { author: 'a@x', approver: 'a@y', trained: true }, 'MAY'],
  ] as const)('%s', (_, who, answer) => {
    expect(mayApprove(who)).toBe(answer);
  });
});

describe('who sees to what could not be taken', () => {
  const SEE_TO_IT: readonly ReadingRole[] = ['HUB_COORDINATOR', 'POLICE_MISSING_TEAM'];
  const may = (role: ReadingRole, action: ActionName, facts: object): boolean => mayDo(aViewer(role), action, { family: 'QuarantineEntry', facts });
  const SENT = { agency: 'own', shownTo: ['own', 'other'] };
  const SHOWN = { agency: 'other', shownTo: ['own', 'other'] };
  const NEITHER = { agency: 'other', shownTo: ['other'] };

  it.each(READING_ROLES)('%s: the sender mends, replays and dismisses; whoever is shown it reads it; nobody else does anything', (role) => {
    const sees = SEE_TO_IT.includes(role);
    expect(may(role, 'readQuarantine', SENT)).toBe(sees);
    expect(may(role, 'readQuarantine', SHOWN)).toBe(sees);
    expect(may(role, 'readQuarantine', NEITHER)).toBe(false);
    for (const action of SENDERS_ALONE) {
      expect([action, may(role, action, SENT), may(role, action, SHOWN), may(role, action, NEITHER)]).toEqual([action, sees, false, false]);
    }
  });
});
