/** Roles that read through the gate. A viewer acts in one role at one agency at a time, never the sum. */
export const READING_ROLES = [
  'HUB_COORDINATOR',
  'RETURN_WORKER',
  'SENIOR_WORKER',
  'TEAM_MANAGER',
  'SOCIAL_WORKER',
  'IRO',
  'CP_COORDINATOR',
  'EDT',
  'FRONT_DOOR',
  'BUSINESS_SUPPORT',
  'POLICE_MISSING_TEAM',
  'POLICE_INTELLIGENCE',
  'EXPLOITATION_GROUP',
  'PLACEMENT_PROVIDER',
  'PARENT',
  'PARTNER',
  'AUDITOR',
  'DATA_PROTECTION_OFFICER',
  'SUBJECT_ACCESS_OFFICER',
  'RECORDS_MANAGER',
] as const;
export type ReadingRole = (typeof READING_ROLES)[number];

/** Why a viewer reads; follows from role and operation, never from the client. */
export type Purpose = 'SAFEGUARDING' | 'POLICING' | 'CARE' | 'AUDIT' | 'QUARANTINE' | 'EMERGENCY' | 'SUBJECT_ACCESS' | 'RECORDS_MANAGEMENT';
/** Closed list; consent is not in it. */
export type LawfulBasis = 'PUBLIC_TASK' | 'LEGAL_OBLIGATION' | 'LAW_ENFORCEMENT_PART_3' | 'VITAL_INTERESTS';

/** Who is asking, as the directory says; made from a checked token and nothing else. */
export interface Viewer {
  readonly person: string;
  readonly agency: string;
  readonly role: ReadingRole;
}
