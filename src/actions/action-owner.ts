import type { Directory } from '../directory/directory.ts';
import { factsToBe, readsAction, viewersOf } from '../directory/reads-action.ts';
import type { LeftIn } from '../domain/decision/decision.ts';
import { HubError } from '../domain/errors.ts';
import { agencyOfPerson, personAt } from '../domain/sharing/audience.ts';
import type { ChildFacts } from '../policy/facts.ts';
import type { ActionFacts, ConcernFacts } from '../store/write/read-facts.ts';
import type { Given } from './given.ts';
import { readOnceSafe, tellIfHeldBack } from './held-back.ts';
import { knowsWhoReads, WHO_READS_UNSAID } from './knows-who-reads.ts';
import { lookedThrough, type Looking } from './left-in-text.ts';
import { lettingOwnerRead } from './letting-owner-read.ts';
import { mustBeFreeToWrite } from './may-try-again.ts';
import { namedPerson } from './named-person.ts';
import type { Scene } from './perform.ts';
import { stillTells } from './still-tells.ts';
import { tellEach } from './tell-each.ts';
import { hasPart } from './told.ts';

/** Whose an action is to be, as the client says it. */
interface ToBeOwned {
  readonly owner: string;
  readonly what: string;
  /** The field of the input that says what is to be done, for the message. */
  readonly where: 'what' | 'action';
  readonly child: { readonly child: string; readonly facts: ChildFacts };
  /** The concern it comes from, if it comes from one. */
  readonly concern: ConcernFacts | null;
  readonly ownerReads: Given<boolean>;
}

/** What is kept with words a home or a carer reads; nothing of others. */
interface Kept {
  readonly leftIn?: readonly LeftIn[];
  readonly keptFromOwner?: true;
}

/** Somebody of the directory or a home, as decisions keep it. What a home or a carer is to do names nobody, as a safety note does. */
export async function ownerOf(scene: Scene, { owner: named, what, where, child, concern, ownerReads }: ToBeOwned, looked: Looking): Promise<{ owner: string; kept: Kept; warnings: string[] }> {
  const directory = scene.services.directory();
  const owner = isHome(directory, named) ? named : workingNow(directory, named);
  const isKnown = knowsWhoReads(scene, owner, child.facts);
  refuseStranger(owner, isKnown ? child.facts : { ...child.facts, named: [] });
  const words = lettingOwnerRead(scene, { owner, concern, ownerReads });
  const reads = readsAction(directory, owner, factsToBe(child.facts, { owner, ofConcern: concern !== null, keptFromOwner: false }));
  if (!(reads && isKnown) && child.facts.restricted === 'YES') {
    throw new HubError('BAD_INPUT', '"owner" does not read of this child, who is restricted. Name somebody who is let in.');
  }
  const kept = { ...(await refuseTellingOwner(scene, { owner, text: what, where, child: child.child }, looked)), ...words.kept };
  const unread = reads || !isKnown || words.warnings.length > 0 ? [] : ['Whoever is to do it does not read it in the hub: tell them.'];
  return { owner, kept, warnings: [...(isKnown ? [] : [WHO_READS_UNSAID]), ...words.warnings, ...unread] };
}

/** Whose an action is, as decisions keep it, of somebody who may have left since. */
export function ownerNamed(directory: Directory, named: string): string {
  return isHome(directory, named) ? named : namedPerson(directory, named, 'owner').id;
}

const isHome = ({ agencies }: Directory, named: string): boolean => agencies.get(named)?.kind === 'PROVIDER';

/** Words about an action, whose it is, the field of the input that says them, and the child's shown id. */
interface ToldOwner {
  readonly owner: string;
  readonly text: string;
  readonly where: string;
  readonly child: string;
}

/**
 * What a home or a carer is to do, or reads of what came of it, names nobody whom the writer reads, and has been looked at
 * where it reads like somebody; whom they do not read holds it back without a word.
 */
export async function refuseTellingOwner(scene: Scene, { owner, text, where, child }: ToldOwner, looked: Looking): Promise<Kept> {
  const recipient = readAsHome(scene.services.directory(), owner);
  if (recipient === null) {
    return {};
  }
  await mustBeFreeToWrite(scene, child);
  const told = await stillTells(scene, { child, audience: 'PLACEMENT', recipient, text });
  if (told !== null) {
    throw new HubError('BAD_INPUT', `"${where}" tells of ${told}, and a home or a carer reads it. Say it without that.`);
  }
  return { leftIn: await lookedThrough(scene, { child, recipient, fields: { [where]: text } }, looked) };
}

/** Do they read it as a home or a carer does? Its text then goes to them only while it names nobody. */
export function isCarers({ services }: Scene, owner: string): boolean {
  return readAsHome(services.directory(), owner) !== null;
}

function readAsHome(directory: Directory, owner: string): string | null {
  return owner.includes('@') ? caredForBy(directory, owner) : owner;
}

/** Nothing is left with somebody who cannot come in any more. */
function workingNow(directory: Directory, named: string): string {
  const { id, person } = namedPerson(directory, named, 'owner');
  if (person.suspended) {
    throw new HubError('BAD_INPUT', '"owner" is suspended and reads nothing. Name somebody who is at work.');
  }
  return id;
}

/** Nobody comes to read of a child by an action who has nothing to do with them. */
function refuseStranger(owner: string, { responsible, hosts, forces, providers, candidates, partners, named }: ChildFacts): void {
  const agencies = [responsible, hosts, forces, providers, candidates, partners].flat();
  if (!hasPart(owner, agencies, named)) {
    throw new HubError('BAD_INPUT', '"owner" has nothing to do with this child. Record what they are to the child first, or name somebody of an agency that has.');
  }
}

/** An action that was set, whose it is, and of which child. */
interface Owned {
  readonly child: { readonly person: string; readonly facts: ActionFacts };
  readonly action: string;
}

/**
 * One notice for the owner, where it is somebody else than who set it and reads what it leads to; none of what a home or a
 * carer does not read yet. Answers what whoever set it is to know.
 */
export async function tellOwner(scene: Scene, { child: { person: child, facts }, action }: Owned): Promise<string[]> {
  const { owner } = facts;
  const { person, agency } = scene.actor.viewer;
  const isForCarers = isCarers(scene, owner);
  const waits = isForCarers && (await tellIfHeldBack(scene, { table: 'case_action', id: action, child, facts }));
  if (!waits && owner !== personAt(person, agency) && readsAction(scene.services.directory(), owner, facts)) {
    const to = owner.includes('@') ? owner : `PLACEMENT_PROVIDER:${owner}`;
    await tellEach(scene, { to: [to], kind: 'ACTION', child, about: action, text: 'Something about a child is yours to do, by the time it says.' });
  }
  return isForCarers ? [readOnceSafe(scene)] : [];
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
