import type { Directory } from '../directory/directory.ts';
import { searches } from '../directory/fold-places.ts';
import { holdersOf } from '../directory/holders-of.ts';
import { MOST_ALLEGED } from '../domain/decision/excluded-by-concerns.ts';
import { personOf } from '../domain/sharing/audience.ts';
import { answering } from '../policy/answering.ts';
import type { ChildFacts } from '../policy/facts.ts';

/** Whom an allegation names, and who is shut out of the child already. */
interface Named {
  readonly facts: ChildFacts;
  /** `person@agency`, in the order in which they were named. */
  readonly alleged: readonly string[];
  readonly before: readonly string[];
  /** People whom concerns have shut out and who are so still. */
  readonly raised: readonly string[];
}
interface ShutOut {
  readonly excluded: readonly string[];
  /** What was not done, for whoever raises it. */
  readonly warnings: readonly string[];
}

const OFFICER = 'DATA_PROTECTION_OFFICER';
const STILL_READS = 'Ring a manager of whom it is not made: they restrict further.';
const OFFICER_STAYS = 'A data protection officer is not shut out by a concern: they read nothing of a child, and name a manager where none is left.';
const NO_ROOM = `Not everybody you named is shut out: concerns shut out at most ${String(MOST_ALLEGED)} people of one child between them. ${STILL_READS}`;
const NOBODY_LEFT = `Not everybody you named is shut out: no manager and no data protection officer would be left who can open the child again. ${STILL_READS}`;

/**
 * Whom a child is shut to once an allegation is raised: those it was shut to before, and those named as far as there is
 * room. What one person says must not leave nobody who can open the child again.
 */
export function allegedShutOut(directory: Directory, named: Named): ShutOut {
  const { alleged, before } = named;
  const officers = alleged.filter((person) => readsNothing(directory, person));
  const others = alleged.filter((person) => !officers.includes(person));
  const fitting = asRoomIsLeft(others, named);
  const kept = somebodyLeft(directory, [...before, ...fitting], named) ? fitting : fitting.filter((person) => !postsOf(directory, named).some((post) => samePerson(post, person)));
  const warnings = [officers.length > 0 ? OFFICER_STAYS : null, fitting.length < others.length ? NO_ROOM : null, kept.length < fitting.length ? NOBODY_LEFT : null];
  return { excluded: [...new Set([...before, ...kept])].sort(), warnings: warnings.filter((warning) => warning !== null) };
}

const RING = 'Somebody you named looks for missing children: they read nothing of this child now, and others of their team no more than a search needs. Ring the force or the duty team yourself, and ask for somebody of whom it is not made.';

/** What whoever shuts people out has to do besides, by the posts that these hold in the directory: nothing of the child is in it. */
export function searchersShutOut({ people }: Directory, excluded: readonly string[]): string[] {
  return excluded.some((one) => searches(people.get(personOf(one)) ?? { roles: [] })) ? [RING] : [];
}

/** A data protection officer who has no other post. */
function readsNothing(directory: Directory, person: string): boolean {
  const roles = directory.people.get(personOf(person))?.roles ?? [];
  return roles.length > 0 && roles.every(({ role }) => role === OFFICER);
}

/** One who is shut out already, in another capacity too, takes no room. */
function asRoomIsLeft(alleged: readonly string[], { before, raised }: Named): string[] {
  const fresh = [...new Set(alleged.map(personOf))].filter((person) => !before.some((other) => personOf(other) === person));
  const over = fresh.slice(Math.max(0, MOST_ALLEGED - raised.length));
  return alleged.filter((person) => !over.includes(personOf(person)));
}

function somebodyLeft(directory: Directory, excluded: readonly string[], named: Named): boolean {
  return postsOf(directory, named).some((post) => !excluded.some((person) => samePerson(person, post)));
}

/** Who can open a child again, or name who can. */
function postsOf(directory: Directory, { facts }: Named): string[] {
  return answering(facts).flatMap((authority) => ['TEAM_MANAGER', OFFICER].flatMap((role) => holdersOf(directory, role, authority)));
}

function samePerson(one: string, other: string): boolean {
  return personOf(one) === personOf(other);
}
