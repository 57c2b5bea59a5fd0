import { groupOf, type Family, type Group } from '../../policy/attributes.ts';
import type { Purpose, ReadingRole } from '../../policy/viewer.ts';

/** A family in the same words whole, or each part of it in words of its own. */
type Kinds = string | Readonly<Partial<Record<Group, string>>>;

/**
 * What was seen, in words a child of fourteen understands. Null: told to nobody here. Police and partners may hold
 * intelligence, which is sent too, a concern may be of somebody who is not to learn of it, and a note on a briefing may be of intelligence or of an access that is still looked into.
 */
const KINDS: Readonly<Record<Family, Kinds | null>> = {
  Child: {
    identity: 'who you are: your name, your age, and whether you were missing',
    description: 'what you look like, and where you live or are placed',
    home: 'your home address and how to reach you or your carers',
    addresses: 'other addresses, such as family',
    numbers: 'your NHS number, or the numbers school and council know you by',
    provenance: 'which agency told us what about you',
    profiles: 'what is kept ready in case you go missing: what you look like, your friends, places, health, phone and online names',
    likeness: 'whether two records might both be about you',
  },
  Placement: 'where you live or have lived, and who runs it',
  Episode: {
    identity: 'when you were missing and when you came back, and how worried people were',
    circumstances: 'how you went missing: where you were last seen, with whom, and where you were found',
    condition: 'how you were when you came back',
    steps: 'whether the matter was closed after you came back',
    numbers: 'the numbers the police and the council know it by',
    provenance: 'which agency told us what about it',
  },
  Offer: 'when you were offered a talk after coming back, and what came of it',
  ReturnStep: 'what was done after you came back, such as who was asked to talk with you and when',
  CaseRecord: 'what was written down beside your talk, such as a meeting about keeping you safe',
  Concern: null,
  CaseAction: 'what somebody promised to do for you, and whether it was done',
  RiskAssessment: 'how worried a council was about you, why, and what it planned',
  PlacementAgreement: 'what two councils agreed about who talks with you where you are placed',
  ReturnInterview: {
    notice: 'that you were offered a talk after coming back, whether it took place, and when',
    redacted: 'a shorter text from your talk, checked and allowed for them',
    full: 'what was written down from your talk after coming back',
  },
  LocatingFacts: 'what could help to find you: places, people, phones, cars and online names you spoke of',
  Redaction: 'shorter texts from your talk, and for whom they were made',
  SharingRecord: 'what you agreed to, and what was decided about sharing your talk',
  IntelligenceItem: null,
  SafetyNote: 'advice for your carers on keeping you safe',
  MatchReview: 'whether two records might both be about you',
  HomeReport: 'what your home or carer wrote down when you were missing and when you came back',
  HomeProfile: 'what your home or carer keeps ready in case you go missing',
  BriefingNotice: null,
  Transmission: null,
  QuarantineEntry: null,
  Source: null,
  DisclosureRecord: 'this list of who was told about you',
};

/** Who saw it. */
const ROLES: Readonly<Record<ReadingRole, string>> = {
  HUB_COORDINATOR: 'the person who coordinates help for missing children',
  RETURN_WORKER: 'a worker who talks with young people after they come back',
  SENIOR_WORKER: 'a senior worker of the team that talks with young people after they come back',
  TEAM_MANAGER: 'a team manager',
  SOCIAL_WORKER: 'a social worker',
  IRO: 'the independent reviewing officer, who checks that you are looked after well',
  CP_COORDINATOR: 'the child protection coordinator',
  EDT: 'the emergency duty team, which works at night and at weekends',
  FRONT_DOOR: 'the team that takes the first calls about children',
  BUSINESS_SUPPORT: 'an office worker',
  POLICE_MISSING_TEAM: 'the police team that looks for missing people',
  POLICE_INTELLIGENCE: 'the police',
  EXPLOITATION_GROUP: 'a group that protects young people',
  PLACEMENT_PROVIDER: 'the people who run or manage the place where you live',
  PARENT: 'a parent',
  PARTNER: 'somebody from health, school, youth justice or a charity',
  AUDITOR: 'an auditor',
  DATA_PROTECTION_OFFICER: 'the data protection officer',
  SUBJECT_ACCESS_OFFICER: 'the person who prepares lists like this one',
  RECORDS_MANAGER: 'the person who looks after the records',
};

/** Why. */
const REASONS: Readonly<Record<Purpose, string>> = {
  SAFEGUARDING: 'to keep you safe',
  POLICING: 'to find you and keep you safe',
  CARE: 'to look after you',
  AUDIT: 'to check that the rules are kept',
  QUARANTINE: 'to put right a message that could not be read',
  EMERGENCY: 'because they feared at that moment that you were in danger; this was looked into afterwards',
  SUBJECT_ACCESS: 'to prepare what somebody asked to be told about you',
  RECORDS_MANAGEMENT: 'to look after the records',
};

/** Readers of whom a child is not told here: those of intelligence, and those who check the log and see no content. */
const UNSPOKEN: readonly ReadingRole[] = ['POLICE_INTELLIGENCE', 'EXPLOITATION_GROUP', 'AUDITOR', 'DATA_PROTECTION_OFFICER'];

/** Is what this role read left out altogether? */
export const isUnspoken = (role: ReadingRole): boolean => UNSPOKEN.includes(role);
/** A role in plain words. */
export const roleInWords = (role: ReadingRole): string => ROLES[role];
/** A purpose in plain words. */
export const reasonInWords = (purpose: Purpose): string => REASONS[purpose];

const isFamily = (type: string): type is Family => Object.hasOwn(KINDS, type);

/** Ways to something that is named itself, or to nothing that is anybody's. */
const WAYS: readonly string[] = ['id', 'child', 'episodes', 'placement', 'placements', 'interviews', 'offers', 'riskAssessments', 'placementAgreements', 'safetyNotes', 'returnSteps', 'caseRecords', 'safeContact', 'concerns', 'caseActions', 'homeReports', 'homeProfiles', 'locating', 'redactions', 'sharing'];

/** What the named fields of a type are, in plain words, each kind once; nothing of what is left out. */
export function kindsInWords(type: string, fields: readonly string[]): readonly string[] {
  if (type === 'WhoseChild') {
    return ['which council looks after you, and whom to ring there'];
  }
  const kinds = isFamily(type) ? KINDS[type] : null;
  if (kinds === null || !isFamily(type)) {
    return [];
  }
  const seen = fields.filter((field) => !WAYS.includes(field));
  if (typeof kinds === 'string') {
    return seen.length === 0 ? [] : [kinds];
  }
  const groups = new Set(seen.map((field) => groupOf(type, field)));
  const words = [...groups].flatMap((group) => (group === null ? [] : (kinds[group] ?? [])));
  return words.length === 0 && type === 'Child' ? ['that the hub knows of you'] : words;
}
