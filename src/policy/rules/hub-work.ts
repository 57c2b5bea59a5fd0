import { agencyAs, OWN_AGENCY, OWN_PERSON, personAs, type HouseRule } from '../rule.ts';
import type { ReadingRole } from '../viewer.ts';
import { admitted, mayRead, OPEN, type Standing } from './standing.ts';

/** What somebody in a role is to be told first. */
export const noticesTo = (role: ReadingRole): HouseRule =>
  mayRead({ because: 'It is addressed to you, or to your role at your agency.', when: { to: { $in: [agencyAs(role), OWN_PERSON] }, openTo: { $in: ['ALL', agencyAs(role), OWN_PERSON, personAs(role)] } } }, 'BriefingNotice', 'notice');

/** Alerts of one's agency that others have not answered yet: never of a restricted child. */
export const watchesAlerts = (role: ReadingRole): HouseRule =>
  mayRead({ because: 'It waits for an answer of your agency, and you see to it that there is one.', when: { watchers: agencyAs(role), openTo: 'ALL' } }, 'BriefingNotice', 'notice');

const SENT_BY_US: Standing = { because: 'Your agency sends it.', when: { fromAgency: OWN_AGENCY, ...OPEN } };
const CAME = { came: 'YES' } as const;

/** What one's own agency sends, and how far it has come. */
export const SENDS: readonly HouseRule[] = [SENT_BY_US, admitted(SENT_BY_US)].map((standing) => mayRead(standing, 'Transmission', 'notice', 'sent'));
/** That something came, for whom it was for. */
export const received = (role: ReadingRole): readonly HouseRule[] => {
  const forYou: Standing = { because: 'It was sent to you, or to your role at your agency, and came.', when: { recipient: { $in: [agencyAs(role), OWN_PERSON] }, ...CAME, ...OPEN } };
  return [forYou, admitted(forYou)].map((standing) => mayRead(standing, 'Transmission', 'notice'));
};
const SENT_TO_US: Standing = { because: 'It was sent to your agency, and came.', when: { toAgency: OWN_AGENCY, ...CAME, ...OPEN } };
/** That something came to one's agency, whoever it was for. */
export const RECEIVES: readonly HouseRule[] = [SENT_TO_US, admitted(SENT_TO_US)].map((standing) => mayRead(standing, 'Transmission', 'notice'));
/** What one's agency sent and was sent, for those who check; none of it says what was said. */
const EXCHANGED: readonly HouseRule[] = [mayRead(SENT_BY_US, 'Transmission', 'notice', 'sent'), mayRead(SENT_TO_US, 'Transmission', 'notice')];

/** A concern that waits for an answer, for the role it has come to. */
export const answersConcerns = (role: ReadingRole): HouseRule =>
  mayRead({ because: 'It came to you, or to your role at your agency, for an answer.', when: { addressed: { $in: [agencyAs(role), OWN_PERSON] }, ...OPEN } }, 'Concern', 'concerns');

/** What one is to do oneself. */
export const DOES_ACTIONS: HouseRule = mayRead({ because: 'It is yours to do.', when: { doer: OWN_PERSON, ...OPEN } }, 'CaseAction', 'steps');

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
export const AUDITOR: readonly HouseRule[] = [DISCLOSURES, ...EXCHANGED];
export const DATA_PROTECTION_OFFICER: readonly HouseRule[] = [DISCLOSURES, ...EXCHANGED, noticesTo('DATA_PROTECTION_OFFICER')];
