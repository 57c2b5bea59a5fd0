import type { LawfulBasis, Purpose, ReadingRole } from './viewer.ts';

/** Why something is read and what in law allows it. */
export interface Ground {
  readonly purpose: Purpose;
  readonly lawfulBasis: LawfulBasis;
}

/** What a viewer does, as far as the ground for it differs. */
export type ReadOperation = 'read' | 'quarantine';

const GROUNDS: Readonly<Record<ReadingRole, Readonly<Record<ReadOperation, Ground>>>> = {
  HUB_COORDINATOR: {
    read: { purpose: 'SAFEGUARDING', lawfulBasis: 'PUBLIC_TASK' },
    quarantine: { purpose: 'QUARANTINE', lawfulBasis: 'PUBLIC_TASK' },
  },
  POLICE_MISSING_TEAM: {
    read: { purpose: 'POLICING', lawfulBasis: 'LAW_ENFORCEMENT_PART_3' },
    quarantine: { purpose: 'QUARANTINE', lawfulBasis: 'LAW_ENFORCEMENT_PART_3' },
  },
  PLACEMENT_PROVIDER: {
    read: { purpose: 'CARE', lawfulBasis: 'LEGAL_OBLIGATION' },
    quarantine: { purpose: 'CARE', lawfulBasis: 'LEGAL_OBLIGATION' },
  },
  AUDITOR: {
    read: { purpose: 'AUDIT', lawfulBasis: 'LEGAL_OBLIGATION' },
    quarantine: { purpose: 'AUDIT', lawfulBasis: 'LEGAL_OBLIGATION' },
  },
};

/** The purpose and lawful basis of a read, from role and operation alone; a client cannot choose them. */
export function groundFor(role: ReadingRole, operation: ReadOperation): Ground {
  return GROUNDS[role][operation];
}
