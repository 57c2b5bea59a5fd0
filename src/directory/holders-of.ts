import { personAt } from '../domain/sharing/audience.ts';
import type { Directory, Person } from './directory.ts';

/** Everybody who holds a role at an agency, as `person@agency`; nobody who is suspended. */
export function holdersOf(directory: Pick<Directory, 'people'>, role: string, agency: string): string[] {
  const people = [...directory.people.values()].filter((person) => !person.suspended && holds(person, role, agency));
  return people.map(({ id }) => personAt(id, agency)).sort();
}

/** Does the person hold this role at this agency? */
export function holds(person: Person, role: string, agency: string): boolean {
  return person.roles.some((held) => held.role === role && held.agency === agency);
}
