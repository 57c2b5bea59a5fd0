import { allAttributesOf, attributesOf, type Family } from './attributes.ts';
import { OWN_AGENCY, type ReadRule } from './rule.ts';
import type { ReadingRole } from './viewer.ts';

/** The version written into every disclosure; it changes with any change to the rules below. */
export const POLICY_VERSION = '2026-11-1';

const mayRead = (subject: Family, fields: readonly string[], conditions: ReadRule['conditions']): ReadRule => ({
  action: 'read',
  subject,
  fields,
  conditions,
});
const all = allAttributesOf;
const some = attributesOf;

const RESPONSIBLE = { responsible: OWN_AGENCY } as const;
const HOST = { hosts: OWN_AGENCY } as const;
const HOST_WHILE_MISSING = { hosts: OWN_AGENCY, missingNow: 'YES' } as const;
/** Nobody knows yet whose child it is, and it may be ours. */
const CANDIDATE = { candidates: OWN_AGENCY } as const;
const FORCE = { forces: OWN_AGENCY } as const;
const PROVIDER = { providers: OWN_AGENCY } as const;

/** The hub's own work, for those who send files and act on them: what was refused, and how fresh the sources are. */
const WORK: readonly ReadRule[] = [
  mayRead('QuarantineEntry', all('QuarantineEntry'), { shownTo: OWN_AGENCY }),
  mayRead('Source', all('Source'), { agency: OWN_AGENCY }),
  mayRead('Source', some('Source', 'freshness'), { feeds: 'YES' }),
];

/** Who may read what. What no rule allows is refused. */
export const RULES: Readonly<Record<ReadingRole, readonly ReadRule[]>> = {
  HUB_COORDINATOR: [
    mayRead('Child', all('Child'), RESPONSIBLE),
    mayRead('Child', some('Child', 'identity', 'description', 'placement', 'home', 'provenance'), HOST),
    mayRead('Child', some('Child', 'addresses'), HOST_WHILE_MISSING),
    mayRead('Child', some('Child', 'identity', 'description', 'placement'), CANDIDATE),
    mayRead('Placement', all('Placement'), RESPONSIBLE),
    mayRead('Placement', all('Placement'), HOST),
    mayRead('Placement', all('Placement'), CANDIDATE),
    mayRead('Episode', all('Episode'), RESPONSIBLE),
    mayRead('Episode', some('Episode', 'identity', 'circumstances', 'provenance'), HOST),
    mayRead('Episode', some('Episode', 'identity'), CANDIDATE),
    ...WORK,
  ],
  POLICE_MISSING_TEAM: [
    mayRead('Child', some('Child', 'identity', 'description', 'placement', 'home', 'addresses', 'provenance'), FORCE),
    mayRead('Placement', all('Placement'), FORCE),
    mayRead('Episode', some('Episode', 'identity', 'circumstances', 'provenance'), FORCE),
    ...WORK,
  ],
  PLACEMENT_PROVIDER: [
    mayRead('Child', some('Child', 'identity', 'description', 'placement'), PROVIDER),
    mayRead('Placement', all('Placement'), PROVIDER),
    mayRead('Episode', some('Episode', 'identity'), PROVIDER),
  ],
  AUDITOR: [mayRead('DisclosureRecord', all('DisclosureRecord'), { controllers: OWN_AGENCY })],
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
