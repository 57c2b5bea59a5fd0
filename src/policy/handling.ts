import type { ReadingRole } from './viewer.ts';

/** How an answer is to be kept, and whom it may be passed on to. */
export interface Handling {
  readonly handling: string;
  readonly onwardSharing: string;
}

const ASK_FIRST = 'Do not pass on. Ask the responsible authority, which decides on sharing.';

const WITHIN_SERVICE: Handling = {
  handling: 'OFFICIAL-SENSITIVE',
  onwardSharing: 'Within your service, to those who safeguard this child. Beyond it, the responsible authority decides.',
};
const WITHIN_FORCE: Handling = {
  handling: 'OFFICIAL-SENSITIVE',
  onwardSharing: 'Within your force, to find this child or keep them safe. Beyond it, the responsible authority decides.',
};
const FOR_YOU_ALONE: Handling = { handling: 'OFFICIAL-SENSITIVE', onwardSharing: ASK_FIRST };
const FOR_THE_AUDIT: Handling = { handling: 'OFFICIAL-SENSITIVE', onwardSharing: 'For the audit alone.' };

const HANDLING: Readonly<Record<ReadingRole, Handling>> = {
  HUB_COORDINATOR: WITHIN_SERVICE,
  RETURN_WORKER: WITHIN_SERVICE,
  SENIOR_WORKER: WITHIN_SERVICE,
  TEAM_MANAGER: WITHIN_SERVICE,
  SOCIAL_WORKER: WITHIN_SERVICE,
  IRO: WITHIN_SERVICE,
  CP_COORDINATOR: WITHIN_SERVICE,
  EDT: WITHIN_SERVICE,
  FRONT_DOOR: WITHIN_SERVICE,
  BUSINESS_SUPPORT: WITHIN_SERVICE,
  POLICE_MISSING_TEAM: WITHIN_FORCE,
  POLICE_INTELLIGENCE: WITHIN_FORCE,
  EXPLOITATION_GROUP: FOR_YOU_ALONE,
  PLACEMENT_PROVIDER: FOR_YOU_ALONE,
  PARENT: FOR_YOU_ALONE,
  PARTNER: FOR_YOU_ALONE,
  AUDITOR: FOR_THE_AUDIT,
  DATA_PROTECTION_OFFICER: FOR_THE_AUDIT,
  SUBJECT_ACCESS_OFFICER: { handling: 'OFFICIAL-SENSITIVE', onwardSharing: 'For the request alone, after review.' },
  RECORDS_MANAGER: FOR_THE_AUDIT,
};

/** The handling words that go with everything a role is shown. */
export function handlingFor(role: ReadingRole): Handling {
  return HANDLING[role];
}
