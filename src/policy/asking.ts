import type { ReadingRole } from './viewer.ts';

/** Who may ask, about a child they need not see: whose it is, in an emergency all of it, and that a manager looks at a restriction nobody can lift. */
export const ASKING: Readonly<Record<'whoseChild' | 'openEmergencyAccess' | 'nameManager', readonly ReadingRole[]>> = {
  whoseChild: ['POLICE_MISSING_TEAM', 'EDT'],
  nameManager: ['DATA_PROTECTION_OFFICER'],
  openEmergencyAccess: ['POLICE_MISSING_TEAM', 'EDT', 'TEAM_MANAGER'],
};

/** Who may say that nothing goes to a partner for now, and that it goes again. */
export const PAUSING: readonly ReadingRole[] = ['HUB_COORDINATOR', 'SENIOR_WORKER'];

/** Who may tell of a child of whom nobody has a record yet, and so make one of their own agency. */
export const BEGINNING: Readonly<Record<'reportMissing' | 'recordPlacement', readonly ReadingRole[]>> = {
  reportMissing: ['HUB_COORDINATOR', 'SENIOR_WORKER', 'BUSINESS_SUPPORT', 'EDT', 'POLICE_MISSING_TEAM', 'PLACEMENT_PROVIDER'],
  recordPlacement: ['HUB_COORDINATOR', 'BUSINESS_SUPPORT'],
};
