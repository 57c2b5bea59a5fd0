import { agencyAs, OWN_AGENCY, OWN_PERSON, type HouseRule } from '../rule.ts';
import type { ReadingRole } from '../viewer.ts';
import { mayRead, OPEN } from './standing.ts';

/** What somebody in a role is to be told first. */
export const noticesTo = (role: ReadingRole): HouseRule =>
  mayRead({ because: 'It is addressed to you, or to your role at your agency.', when: { to: { $in: [agencyAs(role), OWN_PERSON] }, openTo: { $in: ['ALL', agencyAs(role), OWN_PERSON] } } }, 'BriefingNotice', 'notice');

/** Alerts of one's agency that others have not answered yet: never of a restricted child. */
export const watchesAlerts = (role: ReadingRole): HouseRule =>
  mayRead({ because: 'It waits for an answer of your agency, and you see to it that there is one.', when: { watchers: agencyAs(role), openTo: 'ALL' } }, 'BriefingNotice', 'notice');

/** A concern that waits for an answer, for the role it has come to. */
export const answersConcerns = (role: ReadingRole): HouseRule =>
  mayRead({ because: 'It came to you, or to your role at your agency, for an answer.', when: { addressed: { $in: [agencyAs(role), OWN_PERSON] }, ...OPEN } }, 'Concern', 'concerns');

/** What one is to do oneself. */
export const DOES_ACTIONS: HouseRule = mayRead({ because: 'It is yours to do.', when: { owner: OWN_PERSON, ...OPEN } }, 'CaseAction', 'steps');

/** What was refused of a child's files, for those who send files and act on them; and their own sources. */
export const QUARANTINE_AND_SOURCES: readonly HouseRule[] = [
  mayRead({ because: 'Your agency sent it, or it concerns your area.', when: { shownTo: OWN_AGENCY } }, 'QuarantineEntry', 'identity'),
  mayRead({ because: 'Your agency sent it.', when: { agency: OWN_AGENCY } }, 'QuarantineEntry', 'identity', 'excerpt'),
  mayRead({ because: 'It is a source of your own agency.', when: { agency: OWN_AGENCY } }, 'Source', 'freshness', 'counts'),
];
/** How fresh a source is, for those who see where fields come from. */
export const FRESHNESS: HouseRule = mayRead({ because: 'It feeds rows that you read.', when: { feeds: 'YES' } }, 'Source', 'freshness');

const DISCLOSURES: HouseRule = mayRead(
  { because: 'Your agency is a controller of what was disclosed.', when: { controllers: OWN_AGENCY } },
  'DisclosureRecord',
  'identity',
);
export const AUDITOR: readonly HouseRule[] = [DISCLOSURES];
export const DATA_PROTECTION_OFFICER: readonly HouseRule[] = [DISCLOSURES, noticesTo('DATA_PROTECTION_OFFICER')];
