import type { Risk } from '../domain/observation/observation.ts';
import { agencyOfAddressee, agencyOfPerson, personAt } from '../domain/sharing/audience.ts';
import { answering } from '../policy/answering.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { peopleNamedAs } from '../policy/people-named-as.ts';
import type { Viewer } from '../policy/viewer.ts';
import { whoMayKnow } from '../policy/who-may-know.ts';
import type { AlertStep } from '../store/write/alert-store.ts';
import { answerChain } from './answer-chain.ts';
import type { Directory } from './directory.ts';
import { holdersOf } from './unheld-duties.ts';

type People = Pick<Directory, 'agencies' | 'people'>;
type Chains = readonly (readonly AlertStep[])[];

/** What somebody is to hear of an episode, as far as it decides who does. */
export interface ToBeHeard {
  readonly facts: ChildFacts;
  readonly risk: Risk | null;
  /** The forces that need not be told: those by whose own word it stands so, say. */
  readonly forcesLeftOut: readonly string[];
}

/** The authorities whose duty hears of a child's episodes: whoever answers for the child, or may, and the host. */
export const authoritiesHearing = (facts: ChildFacts): string[] => [...new Set([...answering(facts), ...facts.hosts])];

/**
 * Who hears that a child is missing, located or back, one chain for each agency: the authorities, and each force involved but those left out.
 * Of a restricted child those alone who may see them, by name, and of a force those who are let in; where these are nobody, whoever is
 * let in elsewhere and the forces that keep a missing child in view.
 */
export function whoHears(directory: People, { facts, risk, forcesLeftOut }: ToBeHeard, from: number): Chains {
  const may = whoMayKnow(facts);
  const of = (agencies: readonly string[], who: typeof may): Chains =>
    [...new Set(agencies)].map((agency) => answerChain(directory, { agency, matter: 'EPISODE', risk, raisedAt: from }, who)).filter((chain) => chain.length > 0);
  const admitted = peopleNamedAs(facts.named, ['ADMITTED']);
  const isLetIn = (who: Viewer): boolean => admitted.includes(personAt(who.person, who.agency)) && may?.(who) === true;
  const chains = [...of(authoritiesHearing(facts), may), ...of(facts.forces.filter((force) => !forcesLeftOut.includes(force)), may === null ? null : isLetIn)];
  return chains.length > 0 || may === null ? chains : of([...admitted.map(agencyOfPerson), ...facts.forces], may);
}

/** Is there no force, or one of those involved, that is neither left out nor has anybody among these who works there? */
export function arePoliceUntold(directory: Pick<Directory, 'people'>, { facts: { forces }, forcesLeftOut }: ToBeHeard, chains: Chains): boolean {
  const told = chains.flat().filter(({ to, people }) => people !== undefined || holdersOf(directory, { role: roleOf(to), agency: agencyOfAddressee(to) }) > 0);
  return forces.length === 0 || forces.some((force) => !forcesLeftOut.includes(force) && !told.some(({ to }) => agencyOfAddressee(to) === force));
}

const roleOf = (addressee: string): string => addressee.slice(0, addressee.indexOf(':'));
