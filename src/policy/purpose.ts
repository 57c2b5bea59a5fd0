import type { LawfulBasis, Purpose, ReadingRole } from './viewer.ts';

/** Why something is read and what in law allows it. */
export interface Ground {
  readonly purpose: Purpose;
  readonly lawfulBasis: LawfulBasis;
}

/** What a viewer does, as far as the ground for it differs. */
export type ReadOperation = 'read' | 'quarantine';

const ground = (purpose: Purpose, lawfulBasis: LawfulBasis, quarantine: Purpose = purpose): Readonly<Record<ReadOperation, Ground>> => ({
  read: { purpose, lawfulBasis },
  quarantine: { purpose: quarantine, lawfulBasis },
});
const SAFEGUARDING = ground('SAFEGUARDING', 'PUBLIC_TASK');
const POLICING = ground('POLICING', 'LAW_ENFORCEMENT_PART_3');
const AUDITING = ground('AUDIT', 'LEGAL_OBLIGATION');

const GROUNDS: Readonly<Record<ReadingRole, Readonly<Record<ReadOperation, Ground>>>> = {
  HUB_COORDINATOR: ground('SAFEGUARDING', 'PUBLIC_TASK', 'QUARANTINE'),
  RETURN_WORKER: SAFEGUARDING,
  SENIOR_WORKER: SAFEGUARDING,
  TEAM_MANAGER: SAFEGUARDING,
  SOCIAL_WORKER: SAFEGUARDING,
  IRO: SAFEGUARDING,
  CP_COORDINATOR: SAFEGUARDING,
  EDT: SAFEGUARDING,
  FRONT_DOOR: SAFEGUARDING,
  BUSINESS_SUPPORT: SAFEGUARDING,
  POLICE_MISSING_TEAM: ground('POLICING', 'LAW_ENFORCEMENT_PART_3', 'QUARANTINE'),
  POLICE_INTELLIGENCE: POLICING,
  EXPLOITATION_GROUP: SAFEGUARDING,
  PLACEMENT_PROVIDER: ground('CARE', 'LEGAL_OBLIGATION'),
  PARENT: ground('CARE', 'LEGAL_OBLIGATION'),
  PARTNER: SAFEGUARDING,
  AUDITOR: AUDITING,
  DATA_PROTECTION_OFFICER: AUDITING,
  SUBJECT_ACCESS_OFFICER: ground('SUBJECT_ACCESS', 'LEGAL_OBLIGATION'),
  RECORDS_MANAGER: ground('RECORDS_MANAGEMENT', 'LEGAL_OBLIGATION'),
};

/** The purpose and lawful basis of a read, from role and operation alone; a client cannot choose them. */
export function groundFor(role: ReadingRole, operation: ReadOperation): Ground {
  return GROUNDS[role][operation];
}
