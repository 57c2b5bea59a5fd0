import { agencyOfPerson, personOf } from '../domain/sharing/audience.ts';
import { abilityOf, readableAttributes } from '../policy/ability.ts';
import type { ChildFacts } from '../policy/facts.ts';
import type { Viewer } from '../policy/viewer.ts';
import type { ActionFacts } from '../store/write/read-facts.ts';
import type { Directory } from './directory.ts';

/** An action as it is being set: of whom or what, whose it is, and whether its words are kept from them. */
export interface BeingSet {
  readonly owner: string;
  readonly ofConcern: boolean;
  readonly keptFromOwner: boolean;
}

/** The facts an action of this child will have; its owner has a part in the child, else it is not set. */
export function factsToBe(child: ChildFacts, { owner, ofConcern, keptFromOwner }: BeingSet): ActionFacts {
  return { ...child, owner, doer: keptFromOwner ? [] : [owner], ofConcern: ofConcern ? 'YES' : 'NO' };
}

/** Does somebody of the directory, or a home, read an action in any role they hold, as far as it names nobody? */
export function readsAction(directory: Directory, who: string, facts: ActionFacts): boolean {
  return isThere(directory, who) && viewersOf(directory, who).some((viewer) => readableAttributes(abilityOf(viewer), 'CaseAction', { ...facts, tellsNobody: 'YES' }).size > 0);
}

/** Nobody is told by name who has left, or may not come in. */
export function isThere({ people }: Pick<Directory, 'people'>, who: string): boolean {
  return !who.includes('@') || people.get(personOf(who))?.suspended === false;
}

/** Somebody as `person@agency` in each role they hold there; a home as anybody of its staff. */
export function viewersOf({ people }: Pick<Directory, 'people'>, who: string): Viewer[] {
  const agency = agencyOfPerson(who);
  if (!who.includes('@')) {
    return [{ person: '', agency, role: 'PLACEMENT_PROVIDER' }];
  }
  const person = personOf(who);
  return (people.get(person)?.roles ?? []).flatMap(({ role, agency: at }) => (at === agency && role !== 'INGEST_CLIENT' ? [{ person, agency, role }] : []));
}
