import type { HouseRule } from './rule.ts';
import { BUSINESS_SUPPORT, EDT, FRONT_DOOR, HUB_COORDINATOR, SENIOR_WORKER, TEAM_MANAGER } from './rules/authority.ts';
import { PARENT, PARTNER, PLACEMENT_PROVIDER } from './rules/carers.ts';
import { AUDITOR, DATA_PROTECTION_OFFICER } from './rules/hub-work.ts';
import { EXPLOITATION_GROUP, POLICE_INTELLIGENCE, POLICE_MISSING_TEAM } from './rules/police.ts';
import { CP_COORDINATOR, IRO, RETURN_WORKER, SOCIAL_WORKER } from './rules/professionals.ts';
import type { ReadingRole } from './viewer.ts';

/** The version written into every disclosure; it changes with any change to the rules. */
export const POLICY_VERSION = '2026-11-25';

/** The rules of every role. */
export type HouseRules = Readonly<Record<ReadingRole, readonly HouseRule[]>>;

/** Who may read what. What no rule allows is refused. */
export const RULES: HouseRules = {
  HUB_COORDINATOR,
  RETURN_WORKER,
  SENIOR_WORKER,
  TEAM_MANAGER,
  SOCIAL_WORKER,
  IRO,
  CP_COORDINATOR,
  EDT,
  FRONT_DOOR,
  BUSINESS_SUPPORT,
  POLICE_MISSING_TEAM,
  POLICE_INTELLIGENCE,
  EXPLOITATION_GROUP,
  PLACEMENT_PROVIDER,
  PARENT,
  PARTNER,
  AUDITOR,
  DATA_PROTECTION_OFFICER,
  // Reads through a request of the child's own, which the hub does not know yet.
  SUBJECT_ACCESS_OFFICER: [],
  // Keeps and erases by class, and reads nothing of a child for it.
  RECORDS_MANAGER: [],
};
