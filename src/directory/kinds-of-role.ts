import type { AgencyKind, Role } from './directory.ts';

/**
 * The kinds of agency a role can be held at; where none are named, any. A foster carer is a placement provider at the
 * authority that approved them, a parent is known at the authority that lets them in.
 */
export const KINDS_OF_ROLE: Readonly<Partial<Record<Role, readonly AgencyKind[]>>> = {
  HUB_COORDINATOR: ['AUTHORITY'],
  RETURN_WORKER: ['AUTHORITY', 'OTHER'],
  SENIOR_WORKER: ['AUTHORITY', 'OTHER'],
  TEAM_MANAGER: ['AUTHORITY', 'OTHER'],
  SOCIAL_WORKER: ['AUTHORITY'],
  IRO: ['AUTHORITY'],
  CP_COORDINATOR: ['AUTHORITY'],
  EDT: ['AUTHORITY'],
  FRONT_DOOR: ['AUTHORITY'],
  BUSINESS_SUPPORT: ['AUTHORITY'],
  POLICE_MISSING_TEAM: ['POLICE'],
  POLICE_INTELLIGENCE: ['POLICE'],
  PLACEMENT_PROVIDER: ['PROVIDER', 'AUTHORITY'],
  PARENT: ['AUTHORITY'],
  PARTNER: ['OTHER'],
};
