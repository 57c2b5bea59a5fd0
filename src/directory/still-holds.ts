import { agencyOfPerson, personOf } from '../domain/sharing/audience.ts';
import { holds } from './holders-of.ts';
import type { Directory, Role } from './directory.ts';

/** Whether somebody, `person@agency`, is there still in one of these roles at that agency. */
export function stillHolds({ people }: Pick<Directory, 'people'>, worker: string, roles: readonly Role[]): boolean {
  const person = people.get(personOf(worker));
  return person !== undefined && !person.suspended && roles.some((role) => holds(person, role, agencyOfPerson(worker)));
}
