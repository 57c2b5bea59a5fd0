import type { Directory } from '../directory/directory.ts';
import { HubError } from '../domain/errors.ts';
import { agencyOfPerson, personAt, personOf } from '../domain/sharing/audience.ts';
import { abilityOf, readableAttributes } from '../policy/ability.ts';
import type { ChildFacts } from '../policy/facts.ts';
import type { Viewer } from '../policy/viewer.ts';
import { namedPerson } from './named-person.ts';
import type { Scene } from './perform.ts';
import { stillTells } from './still-tells.ts';
import { tellEach } from './tell-each.ts';

/** Whose an action is to be, as the client says it. */
interface ToBeOwned {
  readonly owner: string;
  readonly what: string;
  /** The field of the input that says what is to be done, for the message. */
  readonly where: 'what' | 'action';
  readonly child: { readonly child: string; readonly facts: ChildFacts };
}

/** Somebody of the directory or a home, as decisions keep it. What a home or a carer is to do names nobody, as a safety note does. */
export async function ownerOf(scene: Scene, { owner: named, what, where, child }: ToBeOwned): Promise<{ owner: string; warnings: string[] }> {
  const directory = scene.services.directory();
  const isHome = directory.agencies.get(named)?.kind === 'PROVIDER';
  const owner = isHome ? named : namedPerson(directory, named, 'owner').id;
  const home = isHome ? named : caredForBy(directory, owner);
  if (home !== null) {
    const told = await stillTells(scene, { child: child.child, audience: 'PLACEMENT', recipient: home, text: what });
    if (told !== null) {
      throw new HubError('BAD_INPUT', `"${where}" tells of ${told}, and a home or a carer is to do it. Say what is to be done without it.`);
    }
  }
  const reads = viewersOf(directory, owner).some((viewer) => readableAttributes(abilityOf(viewer), 'CaseAction', { ...child.facts, owner }).size > 0);
  return { owner, warnings: reads ? [] : ['Whoever is to do it does not read it in the hub: tell them.'] };
}

/** One notice for the owner, where it is somebody else than who set it. */
export async function tellOwner(scene: Scene, { child, action, owner }: { readonly child: string; readonly action: string; readonly owner: string }): Promise<void> {
  const { person, agency } = scene.actor.viewer;
  if (owner !== personAt(person, agency)) {
    const to = owner.includes('@') ? owner : `PLACEMENT_PROVIDER:${owner}`;
    await tellEach(scene, { to: [to], kind: 'ACTION', child, about: action, text: 'Something about a child is yours to do, by the time it says.' });
  }
}

/** As whom a text is read by somebody who is nothing but staff of a home, or a carer; null: works with the child otherwise. */
function caredForBy(directory: Directory, owner: string): string | null {
  const agency = agencyOfPerson(owner);
  const cares = viewersOf(directory, owner).every(({ role }) => role === 'PLACEMENT_PROVIDER' || role === 'PARENT');
  if (!cares) {
    return null;
  }
  return directory.agencies.get(agency)?.kind === 'PROVIDER' ? agency : owner;
}

/** The owner in each role they hold there; a home as anybody of its staff. */
function viewersOf({ people }: Directory, owner: string): Viewer[] {
  const agency = agencyOfPerson(owner);
  if (!owner.includes('@')) {
    return [{ person: '', agency, role: 'PLACEMENT_PROVIDER' }];
  }
  const person = personOf(owner);
  return (people.get(person)?.roles ?? []).flatMap(({ role, agency: at }) => (at === agency && role !== 'INGEST_CLIENT' ? [{ person, agency, role }] : []));
}
