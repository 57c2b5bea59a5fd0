import type { ReadingRole } from '../../src/policy/viewer.ts';
import { cell, nothing, type Cell, type Reads } from './a-cell.ts';
import { ADMITTED, AWAITING, FORCE, HOST, KEEPS, KEEPS_BY_NAME, me, MISSING, OTHERS_KEEP, PARTNER, PROVIDER, RECENT, RESPONSIBLE, RESTRICTED, type Facts } from './facts-for.ts';

const SERVICE: Reads = {
  Child: 'identity description placement home addresses numbers provenance circumstances interviews notes profiles locating intelligence assessments agreements steps concerns',
  Placement: 'placement provenance',
  Episode: 'identity interviews circumstances condition numbers provenance steps assessments',
  Offer: 'offer',
  RiskAssessment: 'assessment',
  PlacementAgreement: 'agreement',
  ReturnInterview: 'notice full parties intelligence',
  LocatingFacts: 'locating',
  Redaction: 'text',
  SharingRecord: 'record',
  SafetyNote: 'note',
  ReturnStep: 'step',
  CaseAction: 'action from',
  CaseRecord: 'beside from',
  Concern: 'raised',
};
const COORDINATOR: Reads = { ...SERVICE, Child: `${SERVICE.Child ?? ''} likeness` };
const GUEST: Reads = {
  Child: 'identity description placement home provenance circumstances interviews notes intelligence assessments agreements steps concerns',
  Placement: 'placement provenance',
  Episode: 'identity interviews circumstances condition provenance steps assessments',
  Offer: 'offer',
  RiskAssessment: 'assessment',
  PlacementAgreement: 'agreement',
  ReturnInterview: 'notice',
  SafetyNote: 'note',
  ReturnStep: 'step',
  CaseAction: 'action',
};
const GUEST_MISSING: Reads = { ...GUEST, Child: `${GUEST.Child ?? ''} addresses profiles` };
const SEARCH_BESIDE_CONCERNS: Reads = {
  Child: 'identity description placement home addresses provenance circumstances interviews intelligence steps',
  Placement: 'placement provenance',
  Episode: 'identity interviews circumstances condition provenance steps',
  Offer: 'offer',
  ReturnInterview: 'notice',
  ReturnStep: 'step',
};
const SEARCH: Reads = { ...SEARCH_BESIDE_CONCERNS, CaseAction: 'action' };
const SEARCH_MISSING: Reads = { ...SEARCH, Child: `${SEARCH.Child ?? ''} locating profiles`, LocatingFacts: 'locating' };
const DUTY: Reads = {
  Child: 'identity description placement home addresses provenance circumstances interviews notes agreements steps',
  Placement: 'placement provenance',
  Episode: 'identity interviews circumstances condition provenance steps',
  Offer: 'offer',
  PlacementAgreement: 'agreement',
  ReturnInterview: 'notice',
  SafetyNote: 'note',
  ReturnStep: 'step',
  CaseAction: 'action',
};
/** That somebody is missing or back, and who it is. */
const OF_WHOM: Reads = { Child: 'identity', Episode: 'identity' };
const KEPT: Reads = { Child: 'identity description locating', Episode: 'identity', LocatingFacts: 'locating' };
const REVIEW: Reads = {
  Child: 'identity description placement home circumstances provenance interviews assessments agreements steps',
  Placement: 'placement provenance',
  Episode: 'identity interviews circumstances condition provenance steps assessments',
  Offer: 'offer',
  RiskAssessment: 'assessment',
  PlacementAgreement: 'agreement',
  ReturnInterview: 'notice full',
  ReturnStep: 'step',
  CaseAction: 'action',
  CaseRecord: 'beside',
};
const CONFERENCE: Reads = {
  Child: 'identity description placement interviews',
  Placement: 'placement',
  Episode: 'identity interviews',
  ReturnInterview: 'notice',
};
const KNOWN_ITEM: Reads = { ...CONFERENCE, Child: 'identity description placement interviews intelligence' };
const RECORDS: Reads = { Child: 'identity provenance interviews', Episode: 'identity interviews provenance', ReturnInterview: 'notice' };
const RECORDS_IN_DETAIL: Reads = {
  Child: 'identity provenance interviews description placement home circumstances agreements steps',
  Placement: 'placement provenance',
  Episode: 'identity interviews provenance circumstances condition steps',
  Offer: 'offer',
  PlacementAgreement: 'agreement',
  ReturnInterview: 'notice',
  ReturnStep: 'step',
  CaseAction: 'action',
};
const HOME: Reads = {
  Child: 'identity description placement interviews notes reported caseActions',
  Placement: 'placement',
  Episode: 'identity interviews condition reported returnSteps',
  ReturnInterview: 'notice',
};
const CARER: Reads = { Child: 'identity description placement interviews notes reported caseActions', ReturnInterview: 'notice' };
const PARENT: Reads = {
  Child: 'id missingNow episodes interviews',
  Episode: 'id status open missingSince returnedAt child interviews',
  ReturnInterview: 'notice',
};
const GUEST_WORKER: Reads = {
  Child: 'identity description placement home circumstances interviews notes intelligence assessments agreements steps concerns',
  Placement: 'placement',
  Episode: 'identity interviews circumstances condition steps assessments',
  Offer: 'offer',
  RiskAssessment: 'assessment',
  PlacementAgreement: 'agreement',
  ReturnInterview: 'notice',
  SafetyNote: 'note',
  ReturnStep: 'step',
  CaseAction: 'action',
};
const AUTHORED: Reads = {
  ReturnInterview: 'notice full parties intelligence',
  LocatingFacts: 'locating',
  Redaction: 'text',
  SharingRecord: 'record',
};
const CANDIDATE: Reads = { Child: 'identity description placement', Placement: 'placement', Episode: 'identity' };

const HELD = { heldBy: 'own' } as const;
const TO_US = { shared: ['other', 'REDACTED:own'] } as const;
const TO_US_IN_FULL = { shared: ['FULL:own'] } as const;
const TO_ME = { shared: ['REDACTED:someone@own'] } as const;
const TO_ME_IN_FULL = { shared: ['FULL:someone@own'] } as const;
const EMERGENCY = me('EMERGENCY');
const opens = (...opens: string[]): Facts => ({ opens });

const OF_THE_AUTHORITY: readonly Cell[] = [
  ...(['SENIOR_WORKER', 'TEAM_MANAGER'] as const).flatMap((role) => [
    cell('of the responsible authority', role, [RESPONSIBLE, SERVICE]),
    cell('of the responsible authority, named in the restriction', role, [{ ...RESPONSIBLE, ...ADMITTED }, SERVICE]),
    cell('of a host authority', role, [HOST, GUEST]),
    cell('of a host authority whose service held the interview', role, [{ ...HOST, ...HELD }, { ...GUEST, ...AUTHORED, LocatingFacts: '' }]),
    nothing('of a host authority, restricted', role, { ...HOST, ...RESTRICTED, ...HELD }),
  ]),
  cell('of the responsible authority', 'HUB_COORDINATOR', [RESPONSIBLE, COORDINATOR]),
  cell('of the responsible authority, while missing', 'HUB_COORDINATOR', [{ ...RESPONSIBLE, ...MISSING }, COORDINATOR]),
  cell('of the responsible authority, named in the restriction', 'HUB_COORDINATOR', [{ ...RESPONSIBLE, ...ADMITTED }, COORDINATOR]),
  nothing('of the responsible authority, restricted and nobody named', 'HUB_COORDINATOR', { ...RESPONSIBLE, ...AWAITING }),
  nothing('of the responsible authority, which keeps a view for its duty team', 'HUB_COORDINATOR', { ...RESPONSIBLE, ...KEEPS, ...MISSING }),
  nothing('who is in the duty team too, and keeps a view there', 'HUB_COORDINATOR', { ...RESPONSIBLE, ...KEEPS_BY_NAME, ...MISSING }),
  nothing('named in the restriction, of an authority that has no part', 'HUB_COORDINATOR', ADMITTED),
  nothing('named in the restriction, where nobody knows whose child it is', 'HUB_COORDINATOR', { candidates: ['own'], ...ADMITTED }),
  cell('of a host authority', 'HUB_COORDINATOR', [HOST, GUEST]),
  cell('of a host authority, while missing', 'HUB_COORDINATOR', [{ ...HOST, ...MISSING }, GUEST_MISSING]),
  cell('of a host authority to which a text is released', 'HUB_COORDINATOR', [{ ...HOST, ...TO_US }, { ...GUEST, ReturnInterview: 'notice redacted' }]),
  cell('of a host authority with a text for one of its people', 'HUB_COORDINATOR', [{ ...HOST, ...TO_ME }, GUEST]),
  cell('of a host authority to which it is released in full', 'HUB_COORDINATOR', [{ ...HOST, ...TO_US_IN_FULL }, { ...GUEST, ReturnInterview: 'notice full intelligence' }]),
  cell('of a host authority whose service held the interview', 'HUB_COORDINATOR', [{ ...HOST, ...HELD }, { ...GUEST, ...AUTHORED, LocatingFacts: '' }]),
  cell('of a host authority, named in the restriction', 'HUB_COORDINATOR', [{ ...HOST, ...ADMITTED, ...HELD }, GUEST]),
  cell('of a host authority, named in the restriction, while missing', 'SENIOR_WORKER', [{ ...HOST, ...ADMITTED, ...MISSING }, GUEST_MISSING]),
  cell('of a host authority, named in the restriction, with a text', 'SENIOR_WORKER', [{ ...HOST, ...ADMITTED, ...TO_US }, { ...GUEST, ReturnInterview: 'notice redacted' }]),
  cell('of a host authority, named in the restriction, in full', 'SENIOR_WORKER', [{ ...HOST, ...ADMITTED, ...TO_US_IN_FULL }, { ...GUEST, ReturnInterview: 'notice full intelligence' }]),
  nothing('whose service held the interview and no longer has a part', 'HUB_COORDINATOR', { ...HELD, ...TO_US, ...TO_US_IN_FULL }),
  cell('of an authority whose child it may be', 'HUB_COORDINATOR', [{ candidates: ['own'] }, CANDIDATE]),
  cell('of an authority whose child it may be, while missing', 'HUB_COORDINATOR', [{ candidates: ['own'], ...MISSING }, CANDIDATE]),
  cell('of the responsible authority, restricted and nobody named', 'TEAM_MANAGER', [{ ...RESPONSIBLE, ...AWAITING }, SERVICE]),
  nothing('of a host authority, restricted and nobody named', 'TEAM_MANAGER', { ...HOST, ...AWAITING }),
  nothing('of a host authority, named in the restriction', 'TEAM_MANAGER', { ...HOST, ...ADMITTED }),
  cell('in an emergency', 'TEAM_MANAGER', [EMERGENCY, SERVICE]),
  nothing('in an emergency, restricted', 'TEAM_MANAGER', { ...EMERGENCY, ...RESTRICTED }),
  nothing('in an emergency, restricted and nobody named', 'TEAM_MANAGER', { ...EMERGENCY, ...AWAITING }),
  nothing('of the responsible authority, restricted and nobody named', 'SENIOR_WORKER', { ...RESPONSIBLE, ...AWAITING }),
  cell('of the responsible authority', 'BUSINESS_SUPPORT', [{ ...RESPONSIBLE, ...opens('DETAIL_TO_BUSINESS_SUPPORT') }, RECORDS_IN_DETAIL]),
  cell('of an authority that closed details', 'BUSINESS_SUPPORT', [{ ...RESPONSIBLE, ...opens('CHILD_TO_OTHER_SOCIAL_WORKERS') }, RECORDS]),
  cell('named in the restriction', 'BUSINESS_SUPPORT', [{ ...RESPONSIBLE, ...ADMITTED, ...opens('DETAIL_TO_BUSINESS_SUPPORT') }, RECORDS_IN_DETAIL]),
  nothing('named in the restriction, of an authority that has no part', 'BUSINESS_SUPPORT', { ...ADMITTED, ...opens('DETAIL_TO_BUSINESS_SUPPORT') }),
  nothing('of a host authority', 'BUSINESS_SUPPORT', { ...HOST, ...opens('DETAIL_TO_BUSINESS_SUPPORT') }),
];

const DUTY_TEAM: readonly Cell[] = [
  ...[RESPONSIBLE, HOST].flatMap((standing) => [
    cell('responsible or host, missing or just back', 'EDT', [{ ...standing, ...RECENT }, DUTY]),
    nothing('responsible or host, back for 72 hours', 'EDT', standing),
    cell('responsible or host, a text released to the authority', 'EDT', [{ ...standing, ...RECENT, ...TO_US, ...TO_US_IN_FULL, ...HELD }, DUTY]),
    nothing('responsible or host, restricted', 'EDT', { ...standing, ...RECENT, ...RESTRICTED }),
  ]),
  cell('named in the restriction', 'EDT', [{ ...ADMITTED, ...RECENT }, DUTY]),
  nothing('named in the restriction, back for 72 hours', 'EDT', ADMITTED),
  cell('of the responsible authority, keeping the narrow view, missing', 'EDT', [{ ...RESPONSIBLE, ...KEEPS, ...MISSING }, KEPT]),
  cell('of the host authority, keeping the narrow view, missing', 'EDT', [{ ...HOST, ...KEEPS, ...MISSING }, KEPT]),
  nothing('of an authority that hosted the child once and kept the narrow view', 'EDT', { ...KEEPS, ...MISSING }),
  nothing('keeping the narrow view, back', 'EDT', { ...RESPONSIBLE, ...KEEPS, ...RECENT }),
  ...[RESPONSIBLE, HOST].flatMap((standing) => [
    cell('keeping the narrow view by name, missing', 'EDT', [{ ...standing, ...KEEPS_BY_NAME, ...MISSING }, KEPT]),
    nothing('keeping the narrow view by name, back', 'EDT', { ...standing, ...KEEPS_BY_NAME, ...RECENT }),
    nothing('shut out where others of the team keep it, missing', 'EDT', { ...standing, ...OTHERS_KEEP, ...MISSING }),
  ]),
  nothing('keeping the narrow view of a child who is not restricted', 'EDT', { keeps: ['own'], ...MISSING }),
  cell('in an emergency', 'EDT', [EMERGENCY, SERVICE]),
  nothing('in an emergency, restricted', 'EDT', { ...EMERGENCY, ...RESTRICTED }),
];

const FIRST_CALLS: readonly Cell[] = [
  ...[RESPONSIBLE, HOST].flatMap((standing) => [
    cell('responsible or host, missing or just back', 'FRONT_DOOR', [{ ...standing, ...RECENT }, OF_WHOM]),
    nothing('responsible or host, back for 72 hours', 'FRONT_DOOR', standing),
    cell('responsible or host, missing, with everything open to the agency', 'FRONT_DOOR', [{ ...standing, ...MISSING, ...TO_US, ...TO_US_IN_FULL, ...HELD, originator: 'own', ...opens('DETAIL_TO_BUSINESS_SUPPORT') }, OF_WHOM]),
    nothing('responsible or host, restricted', 'FRONT_DOOR', { ...standing, ...RECENT, ...RESTRICTED }),
    nothing('keeping the narrow view, missing', 'FRONT_DOOR', { ...standing, ...KEEPS, ...MISSING }),
  ]),
  cell('named in the restriction', 'FRONT_DOOR', [{ ...ADMITTED, ...RECENT }, OF_WHOM]),
  nothing('named in the restriction, back for 72 hours', 'FRONT_DOOR', ADMITTED),
  nothing('in an emergency', 'FRONT_DOOR', EMERGENCY),
];

const POLICE: readonly Cell[] = [
  cell('of an involved force', 'POLICE_MISSING_TEAM', [FORCE, SEARCH]),
  cell('of an involved force, of what comes from a concern', 'POLICE_MISSING_TEAM', [{ ...FORCE, ofConcern: 'YES' }, SEARCH_BESIDE_CONCERNS]),
  cell('of an involved force, whose own it is to do though it comes from a concern', 'POLICE_MISSING_TEAM', [{ ...FORCE, ofConcern: 'YES', doer: ['someone@own'] }, SEARCH]),
  cell('of an involved force, while missing', 'POLICE_MISSING_TEAM', [{ ...FORCE, ...MISSING }, SEARCH_MISSING]),
  cell('of an involved force, just back', 'POLICE_MISSING_TEAM', [{ ...FORCE, ...RECENT }, SEARCH]),
  cell('with a text for police', 'POLICE_MISSING_TEAM', [{ ...FORCE, ...TO_US }, { ...SEARCH, ReturnInterview: 'notice redacted' }]),
  cell('to whom it is released in full', 'POLICE_MISSING_TEAM', [{ ...FORCE, ...TO_US_IN_FULL }, { ...SEARCH, ReturnInterview: 'notice full intelligence' }]),
  nothing('of a force with no part, whatever was released to it', 'POLICE_MISSING_TEAM', { ...TO_US, ...TO_US_IN_FULL, ...MISSING }),
  nothing('restricted', 'POLICE_MISSING_TEAM', { ...FORCE, ...RESTRICTED, ...MISSING, ...TO_US, ...TO_US_IN_FULL }),
  cell('keeping the narrow view, missing', 'POLICE_MISSING_TEAM', [{ ...FORCE, ...KEEPS, ...MISSING }, KEPT]),
  nothing('of a force that had to do with the child once and kept the narrow view', 'POLICE_MISSING_TEAM', { ...KEEPS, ...MISSING }),
  nothing('keeping the narrow view, back', 'POLICE_MISSING_TEAM', { ...FORCE, ...KEEPS, ...RECENT }),
  cell('keeping the narrow view by name, missing', 'POLICE_MISSING_TEAM', [{ ...FORCE, ...KEEPS_BY_NAME, ...MISSING }, KEPT]),
  nothing('keeping the narrow view by name, back', 'POLICE_MISSING_TEAM', { ...FORCE, ...KEEPS_BY_NAME, ...RECENT }),
  nothing('keeping the narrow view by name, of a force that has no part any more', 'POLICE_MISSING_TEAM', { ...KEEPS_BY_NAME, ...MISSING }),
  nothing('shut out where others of the team keep it, missing', 'POLICE_MISSING_TEAM', { ...FORCE, ...OTHERS_KEEP, ...MISSING }),
  cell('named in the restriction', 'POLICE_MISSING_TEAM', [{ ...FORCE, ...ADMITTED }, SEARCH]),
  cell('named in the restriction, while missing', 'POLICE_MISSING_TEAM', [{ ...FORCE, ...ADMITTED, ...MISSING }, SEARCH_MISSING]),
  nothing('named in the restriction, of a force with no part', 'POLICE_MISSING_TEAM', { ...ADMITTED, ...MISSING }),
  cell('in an emergency', 'POLICE_MISSING_TEAM', [EMERGENCY, SERVICE]),
  nothing('in an emergency, restricted', 'POLICE_MISSING_TEAM', { ...EMERGENCY, ...RESTRICTED, ...MISSING }),
  ...(['POLICE_INTELLIGENCE', 'EXPLOITATION_GROUP'] as const).flatMap((role) => [
    cell('with an item they may read', role, [{ intelligenceAgencies: ['own'] }, KNOWN_ITEM]),
    cell('with an item they may read, in full to their agency', role, [{ intelligenceAgencies: ['own'], ...TO_US, ...TO_US_IN_FULL }, KNOWN_ITEM]),
    cell('with an item, named in the restriction', role, [{ intelligenceAgencies: ['own'], ...ADMITTED }, KNOWN_ITEM]),
    nothing('with an item, restricted', role, { intelligenceAgencies: ['own'], ...RESTRICTED }),
    nothing('without an item', role, { ...FORCE, ...MISSING }),
    nothing('named in the restriction, without an item', role, ADMITTED),
  ]),
];

const PROFESSIONALS: readonly Cell[] = [
  cell('assigned', 'RETURN_WORKER', [me('WORKER'), SERVICE]),
  cell('assigned by the host authority', 'RETURN_WORKER', [{ ...me('GUEST_WORKER'), ...HOST, ...MISSING }, GUEST_WORKER]),
  cell('assigned by the host authority, whose service held the interview', 'RETURN_WORKER', [{ ...me('GUEST_WORKER'), ...HOST, ...HELD }, { ...GUEST_WORKER, ...AUTHORED, LocatingFacts: '' }]),
  nothing('assigned by an authority that hosted the child once', 'RETURN_WORKER', { ...me('GUEST_WORKER'), ...HELD }),
  nothing('assigned by the host authority, restricted', 'RETURN_WORKER', { ...me('GUEST_WORKER'), ...HOST, ...HELD, ...RESTRICTED }),
  cell('who held the interview', 'RETURN_WORKER', [me('AUTHOR'), AUTHORED]),
  cell('named in the restriction', 'RETURN_WORKER', [ADMITTED, SERVICE]),
  nothing('assigned, restricted', 'RETURN_WORKER', { ...me('WORKER'), ...RESTRICTED }),
  nothing('assigned, restricted and nobody named', 'RETURN_WORKER', { ...me('WORKER'), ...AWAITING }),
  nothing('who held the interview, restricted', 'RETURN_WORKER', { ...me('AUTHOR'), ...RESTRICTED }),
  nothing('of the responsible authority, not assigned', 'RETURN_WORKER', { ...RESPONSIBLE, ...HELD, ...TO_US_IN_FULL }),
  nothing('named as something else', 'RETURN_WORKER', { named: ['SOCIAL_WORKER', 'DECISION_MAKER', 'IRO', 'CARER', 'PARENT', 'EMERGENCY'].map((as) => `${as}:someone@own`) }),
  ...(['SOCIAL_WORKER', 'DECISION_MAKER'] as const).flatMap((as) => [
    cell(`recorded as ${as}`, 'SOCIAL_WORKER', [me(as), SERVICE]),
    nothing(`recorded as ${as}, restricted`, 'SOCIAL_WORKER', { ...me(as), ...RESTRICTED }),
  ]),
  cell('allocated, restricted and nobody named', 'SOCIAL_WORKER', [{ ...me('SOCIAL_WORKER'), ...AWAITING }, SERVICE]),
  nothing('deciding, restricted and nobody named', 'SOCIAL_WORKER', { ...me('DECISION_MAKER'), ...AWAITING }),
  cell('named in the restriction', 'SOCIAL_WORKER', [ADMITTED, SERVICE]),
  cell('another of the authority', 'SOCIAL_WORKER', [{ ...RESPONSIBLE, ...opens('CHILD_TO_OTHER_SOCIAL_WORKERS') }, CANDIDATE]),
  cell('another of the authority, which leaves notices open', 'SOCIAL_WORKER', [
    { ...RESPONSIBLE, ...opens('NOTICE_TO_OTHER_SOCIAL_WORKERS') },
    { Child: 'id interviews', Episode: 'id interviews', ReturnInterview: 'notice' },
  ]),
  nothing('another of the authority, which closed both', 'SOCIAL_WORKER', { ...RESPONSIBLE, ...opens('NOTICE_TO_PARTNER', 'BRIEFING_TO_PARTNER') }),
  nothing('another of the authority, restricted', 'SOCIAL_WORKER', {
    ...RESPONSIBLE,
    ...RESTRICTED,
    ...opens('CHILD_TO_OTHER_SOCIAL_WORKERS', 'NOTICE_TO_OTHER_SOCIAL_WORKERS'),
  }),
  nothing('of another authority', 'SOCIAL_WORKER', { ...HOST, ...opens('CHILD_TO_OTHER_SOCIAL_WORKERS', 'NOTICE_TO_OTHER_SOCIAL_WORKERS') }),
  cell('named for the child', 'IRO', [me('IRO'), REVIEW]),
  cell('named in the restriction', 'IRO', [ADMITTED, REVIEW]),
  nothing('named for the child, restricted', 'IRO', { ...me('IRO'), ...RESTRICTED }),
  nothing('of the responsible authority, not named', 'IRO', RESPONSIBLE),
  cell('named for the child', 'CP_COORDINATOR', [me('CP_COORDINATOR'), CONFERENCE]),
  cell('with a text', 'CP_COORDINATOR', [{ ...me('CP_COORDINATOR'), ...TO_ME }, { ...CONFERENCE, ReturnInterview: 'notice redacted' }]),
  cell('with a text for the agency as somebody else', 'CP_COORDINATOR', [{ ...me('CP_COORDINATOR'), ...TO_US, ...HELD }, CONFERENCE]),
  cell('by decision in full', 'CP_COORDINATOR', [{ ...me('CP_COORDINATOR'), ...TO_ME_IN_FULL }, { ...CONFERENCE, ReturnInterview: 'notice full' }]),
  cell('named in the restriction', 'CP_COORDINATOR', [ADMITTED, CONFERENCE]),
  cell('named in the restriction, with a text', 'CP_COORDINATOR', [{ ...ADMITTED, ...TO_ME }, { ...CONFERENCE, ReturnInterview: 'notice redacted' }]),
  cell('named in the restriction, by decision in full', 'CP_COORDINATOR', [{ ...ADMITTED, ...TO_ME_IN_FULL }, { ...CONFERENCE, ReturnInterview: 'notice full' }]),
  nothing('named for the child, restricted', 'CP_COORDINATOR', { ...me('CP_COORDINATOR'), ...RESTRICTED, ...TO_ME }),
  nothing('not named, with a text', 'CP_COORDINATOR', { ...RESPONSIBLE, ...TO_ME, ...TO_ME_IN_FULL }),
];

const SAFE: Facts = { tellsNobody: 'YES' };
const FOR_US: Facts = { recipient: 'own', approved: 'YES', ...SAFE };
const FOR_ME: Facts = { recipient: 'someone@own', approved: 'YES', ...SAFE };
/** Reported by the viewer's own agency, and by the viewer. */
const BY_US: Facts = { originator: 'own' };
const BY_ME: Facts = { originator: 'someone@own' };
const REPORTED: Reads = { HomeReport: 'own', HomeProfile: 'own' };
const CARERS: readonly Cell[] = [
  cell('that reported it itself', 'PLACEMENT_PROVIDER', [{ ...PROVIDER, ...BY_US }, { ...HOME, ...REPORTED }]),
  cell('of which one of its people reported as a carer', 'PLACEMENT_PROVIDER', [{ ...PROVIDER, ...BY_ME }, HOME]),
  nothing('that reported it itself, of a child who has moved', 'PLACEMENT_PROVIDER', BY_US),
  nothing('that reported it itself, restricted', 'PLACEMENT_PROVIDER', { ...PROVIDER, ...BY_US, ...RESTRICTED }),
  cell('that reported it itself, named in the restriction', 'PLACEMENT_PROVIDER', [{ ...PROVIDER, ...ADMITTED, ...BY_US }, { ...HOME, ...REPORTED }]),
  cell('a carer who reported it', 'PLACEMENT_PROVIDER', [{ ...me('CARER'), ...BY_ME }, { ...CARER, ...REPORTED }]),
  cell('a carer whose authority reported it', 'PLACEMENT_PROVIDER', [{ ...me('CARER'), ...BY_US }, CARER]),
  cell('a carer, while another of the authority reported it', 'PLACEMENT_PROVIDER', [{ ...me('CARER'), originator: 'another@own' }, CARER]),
  nothing('a carer who reported it, restricted', 'PLACEMENT_PROVIDER', { ...me('CARER'), ...BY_ME, ...RESTRICTED }),
  cell('a carer who reported it, named in the restriction', 'PLACEMENT_PROVIDER', [{ ...ADMITTED, ...BY_ME }, { ...CARER, ...REPORTED }]),
  nothing('who reported it, with no other part', 'PARENT', { ...BY_ME, ...PROVIDER }),
  cell('let in, who reported it', 'PARENT', [{ ...me('PARENT'), ...BY_ME }, PARENT]),
  cell('of its child', 'PLACEMENT_PROVIDER', [PROVIDER, HOME]),
  cell('of its child, in an emergency', 'PLACEMENT_PROVIDER', [{ ...PROVIDER, ...EMERGENCY, ...MISSING }, HOME]),
  cell('with a text', 'PLACEMENT_PROVIDER', [{ ...PROVIDER, ...TO_US }, { ...HOME, ReturnInterview: 'notice redacted' }]),
  cell('with a text for one of its people who is not recorded as a carer', 'PLACEMENT_PROVIDER', [{ ...PROVIDER, ...TO_ME }, HOME]),
  cell('never in full', 'PLACEMENT_PROVIDER', [{ ...PROVIDER, ...TO_US_IN_FULL, ...TO_ME_IN_FULL, ...HELD }, HOME]),
  cell('with a note', 'PLACEMENT_PROVIDER', [{ ...PROVIDER, ...FOR_US }, { ...HOME, SafetyNote: 'note' }]),
  cell('with a note that is not approved', 'PLACEMENT_PROVIDER', [{ ...PROVIDER, ...FOR_US, approved: 'NO' }, HOME]),
  cell('with a note that is held back', 'PLACEMENT_PROVIDER', [{ ...PROVIDER, ...FOR_US, tellsNobody: 'NO' }, HOME]),
  nothing('with a text and a note, of a child who has moved', 'PLACEMENT_PROVIDER', { ...TO_US, ...FOR_US }),
  nothing('restricted', 'PLACEMENT_PROVIDER', { ...PROVIDER, ...RESTRICTED, ...TO_US, ...FOR_US }),
  cell('named in the restriction', 'PLACEMENT_PROVIDER', [{ ...PROVIDER, ...ADMITTED, ...TO_US, ...FOR_US }, { ...HOME, ReturnInterview: 'notice redacted', SafetyNote: 'note' }]),
  cell('a carer', 'PLACEMENT_PROVIDER', [me('CARER'), CARER]),
  cell('a carer, missing or just back', 'PLACEMENT_PROVIDER', [{ ...me('CARER'), ...RECENT }, { ...CARER, Episode: 'identity interviews condition reported returnSteps' }]),
  cell('a carer with a text and a note', 'PLACEMENT_PROVIDER', [{ ...me('CARER'), ...TO_ME, ...FOR_ME }, { ...CARER, ReturnInterview: 'notice redacted', SafetyNote: 'note' }]),
  cell('a carer of an authority to which another text is released', 'PLACEMENT_PROVIDER', [{ ...me('CARER'), ...TO_US }, CARER]),
  nothing('a carer, restricted', 'PLACEMENT_PROVIDER', { ...me('CARER'), ...RECENT, ...RESTRICTED, ...TO_ME, ...FOR_ME }),
  cell('a carer named in the restriction', 'PLACEMENT_PROVIDER', [{ ...ADMITTED, ...TO_ME, ...FOR_ME }, { ...CARER, ReturnInterview: 'notice redacted', SafetyNote: 'note' }]),
  cell('let in', 'PARENT', [me('PARENT'), PARENT]),
  cell('let in, while missing', 'PARENT', [{ ...me('PARENT'), ...MISSING }, PARENT]),
  cell('let in, with a text', 'PARENT', [{ ...me('PARENT'), ...TO_ME }, { ...PARENT, ReturnInterview: 'notice redacted' }]),
  cell("let in, with another's text", 'PARENT', [{ ...me('PARENT'), ...TO_US, ...TO_ME_IN_FULL }, PARENT]),
  nothing('not let in, with a text', 'PARENT', { ...PROVIDER, ...RESPONSIBLE, ...TO_ME }),
  nothing('let in, restricted', 'PARENT', { ...me('PARENT'), ...RESTRICTED, ...TO_ME }),
  cell('named in the restriction', 'PARENT', [ADMITTED, PARENT]),
  cell('named in the restriction, with a text', 'PARENT', [{ ...ADMITTED, ...TO_ME }, { ...PARENT, ReturnInterview: 'notice redacted' }]),
];

const WROTE: Reads = { CaseRecord: 'beside from', Concern: 'raised' };
const MINE: Facts = { doer: ['someone@own'] };
const TO_MY_ROLE = (role: ReadingRole): Facts => ({ addressed: ['TEAM_MANAGER:other', `${role}:own`] });
/** What is written, raised and to be done besides what one reads of the child: by whoever wrote it, for whoever it came to. */
const BESIDE: readonly Cell[] = [
  ...(['HUB_COORDINATOR', 'SENIOR_WORKER', 'TEAM_MANAGER'] as const).flatMap((role) => [
    cell('of a host authority whose service wrote it', role, [{ ...HOST, originator: 'own' }, { ...GUEST, ...WROTE }]),
    nothing('of an authority that wrote it as a host once', role, { originator: 'own' }),
  ]),
  // A host's people ring the child as well.
  ...(['HUB_COORDINATOR', 'SENIOR_WORKER', 'TEAM_MANAGER'] as const).flatMap((role) => [
    cell('of a host authority, of how the child is reached safely', role, [{ ...HOST, record: 'SAFE_CONTACT' }, { ...GUEST, CaseRecord: 'beside' }]),
    nothing('of a host authority, of how a restricted child is reached safely', role, { ...HOST, ...RESTRICTED, record: 'SAFE_CONTACT' }),
  ]),
  cell('assigned by the host authority, of how the child is reached safely', 'RETURN_WORKER', [{ ...me('GUEST_WORKER'), ...HOST, record: 'SAFE_CONTACT' }, { ...GUEST_WORKER, CaseRecord: 'beside' }]),
  cell('of the home, of how the child is reached safely', 'PLACEMENT_PROVIDER', [{ ...PROVIDER, record: 'SAFE_CONTACT' }, HOME]),
  cell('a carer, of how the child is reached safely', 'PLACEMENT_PROVIDER', [{ ...me('CARER'), record: 'SAFE_CONTACT' }, CARER]),
  cell('assigned by the host authority, whose service wrote it', 'RETURN_WORKER', [{ ...me('GUEST_WORKER'), ...HOST, originator: 'own' }, { ...GUEST_WORKER, ...WROTE }]),
  ...(['HUB_COORDINATOR', 'SENIOR_WORKER', 'TEAM_MANAGER', 'EDT', 'FRONT_DOOR', 'SOCIAL_WORKER'] as const).flatMap((role) => [
    cell('whose role it came to', role, [TO_MY_ROLE(role), { Concern: 'raised' }]),
    cell('to whom it came by name', role, [{ addressed: ['someone@own'] }, { Concern: 'raised' }]),
    nothing('whose role it came to, restricted', role, { ...TO_MY_ROLE(role), ...RESTRICTED }),
    nothing('of the agency, in another role than it came to', role, { addressed: ['RETURN_WORKER:own', 'another@own'] }),
  ]),
  nothing('whose role cannot answer', 'RETURN_WORKER', TO_MY_ROLE('RETURN_WORKER')),
  ...(['HUB_COORDINATOR', 'RETURN_WORKER', 'SENIOR_WORKER', 'TEAM_MANAGER', 'EDT', 'FRONT_DOOR', 'SOCIAL_WORKER', 'BUSINESS_SUPPORT', 'POLICE_MISSING_TEAM'] as const).flatMap((role) => [
    cell('whose own it is to do', role, [MINE, { CaseAction: 'action' }]),
    nothing('of the agency that is to do it', role, { doer: ['own'] }),
    nothing('whose own it is to do, kept from them or without a part in the child', role, { owner: 'someone@own' }),
    nothing('whose own it is to do, restricted', role, { ...MINE, ...RESTRICTED }),
  ]),
  cell('of the home that is to do it', 'PLACEMENT_PROVIDER', [{ ...PROVIDER, doer: ['own'], ...SAFE }, { ...HOME, CaseAction: 'action' }]),
  cell('of the home that is to do it, held back', 'PLACEMENT_PROVIDER', [{ ...PROVIDER, doer: ['own'] }, HOME]),
  cell('a carer who is to do it', 'PLACEMENT_PROVIDER', [{ ...me('CARER'), ...MINE, ...SAFE }, { ...CARER, CaseAction: 'action' }]),
  cell('a carer who is to do it, held back', 'PLACEMENT_PROVIDER', [{ ...me('CARER'), ...MINE }, CARER]),
  nothing('that was to do it, of a child who has moved', 'PLACEMENT_PROVIDER', { doer: ['own'], ...SAFE }),
  nothing('that is to do it, restricted', 'PLACEMENT_PROVIDER', { ...PROVIDER, doer: ['own'], ...SAFE, ...RESTRICTED }),
  cell('reads the plan to prevent another episode', 'PLACEMENT_PROVIDER', [{ ...PROVIDER, step: 'PREVENTION_PLAN', ...SAFE }, { ...HOME, ReturnStep: 'step' }]),
  cell('where the plan is held back', 'PLACEMENT_PROVIDER', [{ ...PROVIDER, step: 'PREVENTION_PLAN' }, HOME]),
  nothing('where there is a plan, of a child who has moved', 'PLACEMENT_PROVIDER', { step: 'PREVENTION_PLAN', ...SAFE }),
  nothing('whose own it is to do', 'PARENT', MINE),
  // Intelligence is never a reviewing officer's, in whatever form it stands.
  cell('named for the child, of a form for the intelligence bureau', 'IRO', [{ ...me('IRO'), record: 'FIB_FORM' }, { ...REVIEW, CaseRecord: '' }]),
];

const BRIEFED: Reads = { Child: 'identity description', Episode: 'identity lastSeenAt lastSeenPlace returnSteps' };
const NOTICED: Reads = { Child: 'id interviews', Episode: 'id interviews', ReturnInterview: 'notice' };
const PARTNERS: readonly Cell[] = [
  ...[PARTNER, { ...PARTNER, ...ADMITTED }].flatMap((standing) => [
    cell('of the briefing, missing', 'PARTNER', [{ ...standing, ...MISSING, ...opens('BRIEFING_TO_PARTNER') }, BRIEFED]),
    cell('of the briefing, what their agency answered', 'PARTNER', [{ ...standing, ...MISSING, ...opens('BRIEFING_TO_PARTNER'), step: 'BRIEFING_ANSWER', originator: 'own' }, { ...BRIEFED, ReturnStep: 'step' }]),
    cell("of the briefing, what another's answered", 'PARTNER', [{ ...standing, ...MISSING, ...opens('BRIEFING_TO_PARTNER'), step: 'BRIEFING_ANSWER', originator: 'other' }, BRIEFED]),
    cell('of the briefing, notices open', 'PARTNER', [{ ...standing, ...MISSING, ...opens('NOTICE_TO_PARTNER') }, NOTICED]),
    nothing('of the briefing, both closed', 'PARTNER', { ...standing, ...MISSING, ...opens('COPY_TO_PARTNER') }),
    nothing('of the briefing, back', 'PARTNER', { ...standing, ...RECENT, ...opens('BRIEFING_TO_PARTNER', 'NOTICE_TO_PARTNER') }),
    cell('with a text', 'PARTNER', [{ ...standing, ...TO_US }, { ReturnInterview: 'notice redacted' }]),
    nothing("with another's text, or in full", 'PARTNER', { ...standing, ...TO_ME, ...TO_US_IN_FULL }),
  ]),
  nothing('restricted', 'PARTNER', { ...PARTNER, ...RESTRICTED, ...MISSING, ...TO_US, ...opens('BRIEFING_TO_PARTNER', 'NOTICE_TO_PARTNER') }),
  nothing('of no briefing', 'PARTNER', { ...MISSING, ...TO_US, ...opens('BRIEFING_TO_PARTNER', 'NOTICE_TO_PARTNER') }),
  nothing('named in the restriction, of no briefing', 'PARTNER', { ...ADMITTED, ...MISSING, ...TO_US, ...opens('BRIEFING_TO_PARTNER', 'NOTICE_TO_PARTNER') }),
];

export const CELLS: readonly Cell[] = [...OF_THE_AUTHORITY, ...DUTY_TEAM, ...FIRST_CALLS, ...POLICE, ...PROFESSIONALS, ...CARERS, ...BESIDE, ...PARTNERS];
