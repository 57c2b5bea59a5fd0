import type { Directory, Person } from '../directory/directory.ts';
import { HubError } from '../domain/errors.ts';
import { personAt } from '../domain/sharing/audience.ts';

/** Somebody of the directory in their capacity at one agency. */
export interface NamedAt {
  readonly person: Person;
  readonly agency: string;
  /** `person@agency`, as decisions keep it. */
  readonly id: string;
}

/**
 * Whom a client names: `person@agency`, or the person alone where the directory knows them at one agency. `where` is the
 * field of the input, for the message.
 */
export function namedPerson(directory: Directory, named: string, where: string): NamedAt {
  const found = personOf(directory, named);
  if (found === null) {
    throw new HubError('BAD_INPUT', `"${where}" must name a person of the directory as person@agency, in a role they hold there.`);
  }
  return { ...found, id: personAt(found.person.id, found.agency) };
}

/** Does the directory know somebody or some agency of this name? */
export function isOfDirectory(directory: Directory, named: string): boolean {
  return directory.agencies.has(named) || personOf(directory, named) !== null;
}

/** Somebody of one agency whom a client names, with the agency or without. */
export function namedPersonAt(directory: Directory, { named, agency, where }: { readonly named: string; readonly agency: string; readonly where: string }): NamedAt {
  const found = namedPerson(directory, named.includes('@') ? named : personAt(named, agency), where);
  if (found.agency !== agency) {
    throw new HubError('BAD_INPUT', `"${where}" names somebody of another agency than "agency" says, or than yours where it is left out.`);
  }
  return found;
}

/** Everybody a client names, each once. */
export function namedPeople(directory: Directory, named: readonly string[], where: string): string[] {
  return [...new Set(named.map((one) => namedPerson(directory, one, where).id))].sort();
}

function personOf(directory: Directory, named: string): Omit<NamedAt, 'id'> | null {
  const at = named.lastIndexOf('@');
  const person = directory.people.get(at < 0 ? named : named.slice(0, at));
  const agencies = [...new Set(person?.roles.map(({ agency }) => agency))];
  const wanted = at < 0 ? agencies : agencies.filter((agency) => agency === named.slice(at + 1));
  const [agency, ...more] = wanted;
  return person === undefined || agency === undefined || more.length > 0 ? null : { person, agency };
}
