import { HubError } from '../domain/errors.ts';
import { HUB_SYSTEM } from '../domain/record/record.ts';
import { personAt, personOf } from '../domain/sharing/audience.ts';
import type { Directory } from '../directory/directory.ts';
import { holdersOf } from '../directory/holders-of.ts';
import { answering } from '../policy/answering.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { peopleNamedAs } from '../policy/people-named-as.ts';
import { settleAlert } from '../store/write/alert-store.ts';
import { answeredWith, openActions } from '../store/write/open-actions.ts';
import { factsOfAction, factsOfChild } from '../store/write/read-facts.ts';
import { readsAction } from './action-owner.ts';
import { moveConcerns } from './move-concerns.ts';
import type { Scene } from './perform.ts';
import type { ChildSeen } from './state-record.ts';
import { tellEach } from './tell-each.ts';
import { tellWhenOverdue } from './tell-overdue.ts';
import { whoActsNow } from './told.ts';

/** A child that was restricted or opened just now, and whom it shuts out as people an allegation names. */
interface Restricted {
  readonly on: ChildSeen & { readonly child: string };
  readonly excluded: readonly string[];
}

/**
 * What follows once a restriction is set or lifted: concerns that wait come before those who may know of them now, whoever
 * set an action learns that its owner no longer reads it, and the data protection officer that no manager is left to lift it.
 * Answers what whoever restricts has to know.
 */
export async function afterRestriction(scene: Scene, { on, excluded }: Restricted): Promise<string[]> {
  await moveConcerns(scene, on);
  const facts = (await factsOfChild(scene.em, on.child, scene.now))?.facts;
  if (facts === undefined) {
    throw new HubError('INTERNAL', 'A child was restricted that is not there.');
  }
  await tellAgainWhenOverdue(scene, on);
  if (facts.restricted === 'NO') {
    return [];
  }
  return [...(await tellOfActionsLost(scene, on, facts)), ...(await tellWhereNobodyLifts(scene, { on, excluded }, facts))];
}

/** The managers who may lift a restriction: of the responsible authority, and let in by it. */
export function mayLift(directory: Directory, { responsible, named, awaitsNaming }: ChildFacts): string[] {
  const managers = responsible.flatMap((authority) => holdersOf(directory, 'TEAM_MANAGER', authority));
  const admitted = peopleNamedAs(named, ['ADMITTED']);
  return managers.filter((person) => awaitsNaming === 'YES' || admitted.includes(person));
}

/** What was set as the answer to a concern is overdue before those who may know of it now. */
async function tellAgainWhenOverdue(scene: Scene, { child, person }: Restricted['on']): Promise<void> {
  for (const { id } of await openActions(scene.em, child)) {
    const action = await factsOfAction(scene.em, id, scene.now);
    const answered = await answeredWith(scene.em, id);
    if (action !== null && answered !== null) {
      await settleAlert(scene.em, { about: id }, { by: HUB_SYSTEM, at: scene.now });
      await tellWhenOverdue(scene, { child: person, action: id, owner: action.facts.owner, facts: action.facts, ...answered });
    }
  }
}

const LOST = 'What is to be done about a child is with somebody who no longer reads of it. Do it yourself, or name somebody else.';

/** Whoever set it, if they still read it; else those who are let in. */
async function tellOfActionsLost(scene: Scene, { child, person }: Restricted['on'], facts: ChildFacts): Promise<string[]> {
  const directory = scene.services.directory();
  const lost = [];
  for (const { id, by, told } of await openActions(scene.em, child)) {
    const action = await factsOfAction(scene.em, id, scene.now);
    if (action !== null && !told && !readsAction(directory, action.facts.owner, action.facts)) {
      const to = readsAction(directory, by, action.facts) ? [by] : whoActsNow(facts);
      await tellEach(scene, { to, kind: 'ACTION_LOST', child: person, about: id, text: LOST });
      lost.push(id);
    }
  }
  return lost.length === 0 ? [] : ['Somebody had something to do about this child and no longer reads of it. Whoever set it is told, or those who are let in.'];
}

const NOBODY_LIFTS = 'A child is restricted, and no manager who may see them can lift it. Name one by "nameManager": "about" is the child.';

/** Said where the operator alone can help. */
export const NOBODY_NAMES = 'No manager who may see this child is left to lift the restriction. Nor is there a data protection officer to name one: ring the operator of the hub now.';

/** By name, not by post: it must not reach somebody of whom an allegation is made. */
async function tellWhereNobodyLifts(scene: Scene, { on, excluded }: Restricted, facts: ChildFacts): Promise<string[]> {
  const directory = scene.services.directory();
  if (mayLift(directory, facts).length > 0) {
    return [];
  }
  const officers = answering(facts).flatMap((authority) => holdersOf(directory, 'DATA_PROTECTION_OFFICER', authority));
  const to = officers.filter((officer) => !excluded.some((person) => personOf(person) === personOf(officer)));
  if (to.length === 0) {
    scene.services.log.warn('restriction-unliftable', { record: on.child });
  }
  await tellEach(scene, { to, kind: 'NOBODY_LIFTS', child: on.person, about: on.child, text: NOBODY_LIFTS });
  const own = personAt(scene.actor.viewer.person, scene.actor.viewer.agency);
  return [to.some((officer) => officer !== own) ? 'No manager who may see this child is left to lift the restriction. The data protection officer is asked to name one.' : NOBODY_NAMES];
}
