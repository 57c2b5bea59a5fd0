import type { z } from 'zod';
import { DUTY_HOURS, DUTY_MATTERS } from '../domain/authority/duty.ts';
import { PRACTICE_IDS } from '../domain/authority/known-practices.ts';
import { CALENDARS, CLOCK_EVENTS } from '../domain/clocks/clock.ts';
import { RISKS } from '../domain/observation/observation.ts';
import { OPENINGS } from '../domain/authority/openings.ts';
import { READING_ROLES } from '../policy/viewer.ts';
import { EXCHANGE_MATTERS } from './exchange-file.ts';

/** A place in the directory file that cannot be taken, what is wrong there and how to mend it. */
export interface DirectoryFault {
  readonly path: readonly PropertyKey[];
  readonly wrong: string;
  readonly mend: string;
}

const FORMS: Readonly<Record<string, string>> = {
  ownFigures: 'the figure as the practice rules have it, or null where the authority says nothing of it',
  ownClocks: 'any of start, length and calendar, or null to take the clock out',
  addedClocks: `name, start, stops, length, calendar and source, and of and aim where they are said; start and stops any of ${CLOCK_EVENTS.join(', ')}, but VISIT_ASKED and RISK_REACHED`,
  id: 'lower-case letters, digits and hyphens, at most 63',
  agency: 'the id of an agency of this file',
  adapter: 'the folder name of an adapter',
  system: 'the id of a source system of this file',
  personKeys: 'lower-case letters, digits and hyphens, at most 63',
  force: 'the id of a police agency of this file',
  authority: 'the id of an authority of this file',
  authorities: 'ids of authorities of this file',
  settings: 'what the adapter asks for, as its README says',
  silentAfterHours: 'a whole number of hours, or null',
  keys: 'a public key as JWK: kty, kid and its numbers, each as text',
  d: 'nothing: a private key never stands in the directory',
  provider: 'the id of a provider of this file',
  urn: 'the Ofsted URN in capitals and digits, in quotes, such as "SC900001"',
  tokensSince: 'a time with its zone, in quotes, such as "2026-05-01T00:00:00Z"',
  kind: 'one of AUTHORITY, POLICE, PROVIDER, OTHER; of a group, BRIEFING or EXPLOITATION; of a channel, HUB, FOLDER or WEBHOOK',
  role: `one of ${READING_ROLES.join(', ')}, INGEST_CLIENT`,
  closes: `one of ${OPENINGS.join(', ')}`,
  from: 'a time with its zone, in quotes, such as "2026-05-01T00:00:00Z"',
  until: 'a time with its zone, in quotes, such as "2026-05-01T00:00:00Z"',
  retentionDays: 'a whole number of days for each class that is kept for a time of its own',
  practice: `one of ${PRACTICE_IDS.join(', ')}`,
  duty: '"chain", and "matters" where a matter has a chain of its own; or null',
  hours: `one of ${DUTY_HOURS.join(', ')}`,
  answerWithinMinutes: 'whole minutes, at most a day, for any of HIGH, MEDIUM, LOW, VERY_LOW',
  saysConsentNotGiven: 'true or false',
  trainedToRedact: 'true or false',
  suspended: 'true or false',
  lookedAfterHours: 'a whole number of hours, or null',
  missingHours: 'a whole number of hours, or null',
  episodesIn30Days: 'a whole number, or null',
  atRisk: `a list of any of ${RISKS.join(', ')}, or null`,
  hub: 'the id of a hub; for this hub itself its "id" and "name"',
  url: 'an https address without query, such as "https://hub.example/"',
  secret: 'the kid of a key with "use": "webhook" among the hub\'s own keys',
  agencies: 'ids of agencies of this file',
  x: 'a public key as JWK: kty EC, crv P-256, kid, x and y',
  y: 'a public key as JWK: kty EC, crv P-256, kid, x and y',
  folder: 'a folder below the outbox, in lower-case letters, digits and hyphens, such as "westhaven/liberi"',
  channel: 'the id of a channel of this file',
  matters: `for a channel any of ${EXCHANGE_MATTERS.filter((matter) => matter !== 'RISK_ASSESSMENT').join(', ')}; of duty, a chain under any of ${DUTY_MATTERS.join(', ')}`,
  length: 'a whole number of hours or days',
  calendar: `one of ${CALENDARS.join(', ')}`,
  source: 'in words, where this was agreed',
  automatic: 'true or false',
  refusals: 'true or false',
  demonstration: 'true or false',
  origin: 'an https address without a path, such as "https://hub.example"',
  pathPrefix: 'plain names between slashes, such as "/exchange/"',
};

/** Fields whose form stands for all that lies under them. */
const WHOLE: readonly PropertyKey[] = ['ownFigures', 'ownClocks', 'addedClocks', 'answerWithinMinutes'];

/** What a field has to look like: the name nearest the fault decides. */
function formOf(path: readonly PropertyKey[]): string {
  const own = path.findIndex((step) => WHOLE.includes(step));
  const name = own === -1 ? path.findLast((step) => typeof step === 'string') : path[own];
  return (typeof name === 'string' ? FORMS[name] : undefined) ?? 'one line of text, in quotes where it is a number, without spaces around it';
}

/** A validator's finding in our own words: its message may repeat the value. */
export function shapeFaults(issue: z.core.$ZodIssue): DirectoryFault[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key], wrong: 'the directory has no such field', mend: 'correct its name or take it out' }));
  }
  if (issue.code === 'invalid_type' && issue.expected === 'array') {
    return [{ path, wrong: 'a list belongs here', mend: 'write each entry on a line of its own after "- "' }];
  }
  if (issue.code === 'invalid_type' && issue.expected === 'object') {
    return [{ path, wrong: 'named fields belong here', mend: 'write each as "name: value"' }];
  }
  if (issue.code === 'too_small') {
    return [{ path, wrong: 'there is too little here', mend: `give at least ${String(issue.minimum)}` }];
  }
  return [{ path, wrong: 'the field is missing or has another form', mend: `write ${formOf(path)}` }];
}
