import type { Group } from './attributes.ts';
import type { ReadingRole } from './viewer.ts';

/** What the database itself opens to a role at most, whatever the rules say: groups of attributes and the hub's own logs. */
export type CeilingGroup = Exclude<Group, 'description' | 'freshness' | 'counts'> | 'quarantine' | 'disclosures' | 'notices' | 'whose' | 'emergency';

const CEILINGS: Readonly<Record<ReadingRole, readonly CeilingGroup[]>> = {
  HUB_COORDINATOR: ['identity', 'home', 'addresses', 'numbers', 'circumstances', 'provenance', 'likeness', 'quarantine'],
  POLICE_MISSING_TEAM: ['identity', 'home', 'addresses', 'circumstances', 'provenance', 'quarantine'],
  PLACEMENT_PROVIDER: ['identity'],
  AUDITOR: ['disclosures'],
  RETURN_WORKER: [],
  SENIOR_WORKER: [],
  TEAM_MANAGER: [],
  SOCIAL_WORKER: [],
  IRO: [],
  CP_COORDINATOR: [],
  EDT: [],
  BUSINESS_SUPPORT: [],
  POLICE_INTELLIGENCE: [],
  EXPLOITATION_GROUP: [],
  PARENT: [],
  PARTNER: [],
  DATA_PROTECTION_OFFICER: [],
  SUBJECT_ACCESS_OFFICER: [],
  RECORDS_MANAGER: [],
};

/** The groups the second wall opens to a role; written by hand, so that a mistake in the rules stops here. */
export function ceilingOf(role: ReadingRole): readonly CeilingGroup[] {
  return CEILINGS[role];
}
