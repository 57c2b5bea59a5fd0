import { agencyOfPerson, personOf } from '../domain/sharing/audience.ts';
import { READING_ROLES, type ReadingRole, type Viewer } from '../policy/viewer.ts';
import type { Directory } from './directory.ts';
import { KINDS_OF_ROLE } from './kinds-of-role.ts';

/** Roles of people, of whom one by one it is decided what they see: what is sent to an agency is sent to none of these. */
const NEVER_AN_AGENCY: readonly ReadingRole[] = ['EDT', 'FRONT_DOOR', 'PARENT', 'AUDITOR', 'DATA_PROTECTION_OFFICER', 'SUBJECT_ACCESS_OFFICER', 'RECORDS_MANAGER'];

/**
 * As whom it is read what is sent: the named person, in their capacity as social worker where they are one; or the agency in
 * a role, which is nobody's name. Null where the directory knows neither, or an agency is never sent anything in this role.
 */
export function recipientOf(directory: Pick<Directory, 'people' | 'agencies'>, recipient: string): Viewer | null {
  const [first = '', agency = ''] = recipient.split(':');
  const role = READING_ROLES.find((known) => known === first);
  return role === undefined ? personIn(directory, recipient) : agencyIn(directory, { role, agency });
}

function agencyIn({ agencies }: Pick<Directory, 'agencies'>, { role, agency }: Pick<Viewer, 'role' | 'agency'>): Viewer | null {
  const kind = agencies.get(agency)?.kind;
  const fits = kind !== undefined && !NEVER_AN_AGENCY.includes(role) && (KINDS_OF_ROLE[role] ?? [kind]).includes(kind);
  return fits ? { person: agencyAsReader(agency), agency, role } : null;
}

function personIn({ people }: Pick<Directory, 'people'>, recipient: string): Viewer | null {
  const [person, agency] = [personOf(recipient), agencyOfPerson(recipient)];
  const roles = (people.get(person)?.roles ?? []).filter((held) => held.agency === agency);
  const held = roles.flatMap(({ role }) => (role === 'INGEST_CLIENT' ? [] : [role]));
  const role = held.find((one) => one === 'SOCIAL_WORKER') ?? held[0];
  return role === undefined ? null : { person, agency, role };
}

/** What stands in the log of disclosures where no person read: a name that no person can have. */
export function agencyAsReader(agency: string): string {
  return `exchange:${agency}`;
}
