import type { ReadingRole } from './viewer.ts';

/** How an answer is to be kept, and whom it may be passed on to. */
export interface Handling {
  readonly handling: string;
  readonly onwardSharing: string;
}

const ASK_FIRST = 'Do not pass on. Ask the responsible authority, which decides on sharing.';

const HANDLING: Readonly<Record<ReadingRole, Handling>> = {
  HUB_COORDINATOR: {
    handling: 'OFFICIAL-SENSITIVE',
    onwardSharing: 'Within your service, to those who safeguard this child. Beyond it, the responsible authority decides.',
  },
  POLICE_MISSING_TEAM: {
    handling: 'OFFICIAL-SENSITIVE',
    onwardSharing: 'Within your force, to find this child or keep them safe. Beyond it, the responsible authority decides.',
  },
  PLACEMENT_PROVIDER: { handling: 'OFFICIAL-SENSITIVE', onwardSharing: ASK_FIRST },
  AUDITOR: { handling: 'OFFICIAL-SENSITIVE', onwardSharing: 'For the audit alone.' },
};

/** The handling words that go with everything a role is shown. */
export function handlingFor(role: ReadingRole): Handling {
  return HANDLING[role];
}
