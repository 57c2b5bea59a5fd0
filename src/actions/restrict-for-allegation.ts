import { holdersOf } from '../directory/holders-of.ts';
import type { DecisionOf, DecisionPayloads } from '../domain/decision/decision.ts';
import { excludedByConcerns, RAISED_AS_A_CONCERN } from '../domain/decision/excluded-by-concerns.ts';
import { agencyOfPerson, personAt, personOf } from '../domain/sharing/audience.ts';
import { answering } from '../policy/answering.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { peopleNamedAs } from '../policy/people-named-as.ts';
import { decisionsUnder, standingDecision } from '../store/write/decision-store.ts';
import { afterRestriction, NOBODY_NAMES } from './after-restriction.ts';
import { allegedShutOut, searchersShutOut } from './alleged-shut-out.ts';
import { decide } from './decide.ts';
import type { Scene } from './perform.ts';
import { promptForTheLado } from './prompt-for-the-lado.ts';
import type { ChildSeen } from './state-record.ts';

/** What an allegation is raised of: the child as they stand, and whom it names. */
export interface AllegedOf {
  readonly on: ChildSeen & { readonly child: string };
  readonly facts: ChildFacts;
  /** `person@agency`, in the order in which they were named; empty while nobody can say who it is. */
  readonly excluded: readonly string[];
}

/** Who is let in, first those of one line, then of the next where nobody is left: posts of the authorities that answer. */
const LET_IN = [['TEAM_MANAGER'], ['SENIOR_WORKER', 'HUB_COORDINATOR']] as const;

/**
 * An allegation restricts the child at once, whoever raises it: nobody waits for a manager while the person of whom it is
 * made can still read. What a restriction shut before stays shut. The prompt to tell the LADO goes out with it. Answers what
 * was not done, for whoever raises it.
 */
export async function restrictForAllegation(scene: Scene, alleged: AllegedOf): Promise<readonly string[]> {
  const { on, facts } = alleged;
  const before = await standingRestriction(scene, on);
  const raised = excludedByConcerns(await restrictionsEver(scene, on));
  const { excluded, warnings } = allegedShutOut(scene.services.directory(), { facts, alleged: alleged.excluded, before: before.excluded, raised });
  const admitted = whoIsLetIn(scene, { ...alleged, shutOut: excluded }, before.admitted);
  const payload = { restricted: true, reason: RAISED_AS_A_CONCERN, admitted, excluded, allegation: true };
  await decide(scene, { kind: 'RESTRICTION', on, about: null, matter: '', revision: null, payload, step: ':restriction' });
  const untold = await promptForTheLado(scene, { person: on.person, id: on.child, facts, excluded });
  // What whoever restricts is warned of tells who was shut out before; whoever raises an allegation need not read that.
  const after = await afterRestriction(scene, { on, excluded });
  const ring = searchersShutOut(scene.services.directory(), excluded.filter((person) => alleged.excluded.includes(person)));
  return [...warnings, ...ring, ...untold, ...after.filter((warning) => warning === NOBODY_NAMES)];
}

type Standing = Pick<DecisionPayloads['RESTRICTION'], 'admitted' | 'excluded'>;

async function standingRestriction({ em }: Scene, { childRecords }: ChildSeen): Promise<Standing> {
  const standing = await standingDecision(em, { kind: 'RESTRICTION', children: childRecords, abouts: null, matter: '' });
  return standing?.kind === 'RESTRICTION' && standing.payload.restricted ? standing.payload : { admitted: [], excluded: [] };
}

async function restrictionsEver({ em }: Scene, { childRecords }: ChildSeen): Promise<DecisionOf<'RESTRICTION'>[]> {
  const decided = await decisionsUnder(em, childRecords);
  return decided.filter((decision): decision is DecisionOf<'RESTRICTION'> => decision.kind === 'RESTRICTION' && decision.about === null);
}

/**
 * Whoever an earlier restriction names; else the managers and, once it is said of whom it is made, the social worker, who may
 * be the one; and whoever raises it, who has heard it and has more to write. Where an earlier restriction leaves no manager who
 * could answer and lift it, the others come in, and where there is none, or none of whom it is not made, those who stand in
 * for them; whom it shut out never.
 */
function whoIsLetIn(scene: Scene, { facts, excluded: alleged, shutOut }: AllegedOf & { readonly shutOut: readonly string[] }, named: readonly string[]): string[] {
  const open = (people: readonly string[]): string[] => without(people, shutOut);
  const posts = LET_IN.map((roles) => open(answering(facts).flatMap((authority) => roles.flatMap((role) => holdersOf(scene.services.directory(), role, authority)))));
  const enough = posts.findIndex((people) => without(people, alleged).length > 0);
  const inPosts = enough < 0 ? (posts.find((people) => people.length > 0) ?? []) : posts.slice(0, enough + 1).flat();
  const allocated = shutOut.length === 0 ? [] : open(peopleNamedAs(facts.named, ['SOCIAL_WORKER']));
  const before = open(named);
  const led = without(before, alleged).some((person) => inPosts.includes(person));
  const service = before.length > 0 ? [...before, ...(led ? [] : inPosts)] : [...inPosts, ...allocated];
  return [...new Set([...service, ...open(whoRaisesIt(scene, facts))])].sort();
}

/** Nobody of these, in whatever capacity. */
function without(people: readonly string[], others: readonly string[]): string[] {
  return people.filter((person) => !others.some((other) => personOf(other) === personOf(person)));
}

/** A host's own worker would read more as somebody admitted than as a guest: the manager lets them in. */
function whoRaisesIt({ actor: { viewer } }: Scene, { responsible, named }: ChildFacts): string[] {
  const own = personAt(viewer.person, viewer.agency);
  const works = responsible.includes(agencyOfPerson(own)) || named.includes(`WORKER:${own}`);
  return works ? [own] : [];
}
