import { HubError } from '../domain/errors.ts';
import { personAt } from '../domain/sharing/audience.ts';
import { readsAction } from '../directory/reads-action.ts';
import { mayLift, whoNamesManager } from '../directory/who-lifts.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { openActions } from '../store/write/open-actions.ts';
import { factsOfAction, factsOfChild } from '../store/write/read-facts.ts';
import type { Scene } from './perform.ts';
import type { ChildSeen } from './state-record.ts';
import { tellEach } from './tell-each.ts';
import { whoActsNow } from './told.ts';

/** A child that was restricted or opened just now, and whom it shuts out as people an allegation names. */
interface Restricted {
  readonly on: ChildSeen & { readonly child: string };
  readonly excluded: readonly string[];
}

/**
 * What follows once a restriction is set or lifted, besides what the picture itself moves: whoever set an action learns that
 * its owner no longer reads it. Answers what whoever restricts has to know.
 */
export async function afterRestriction(scene: Scene, { on, excluded }: Restricted): Promise<string[]> {
  const facts = (await factsOfChild(scene.em, on.child, scene.now))?.facts;
  if (facts === undefined) {
    throw new HubError('INTERNAL', 'A child was restricted that is not there.');
  }
  return facts.restricted === 'NO' ? [] : [...(await tellOfActionsLost(scene, on, facts)), ...whereNobodyLifts(scene, { on, excluded }, facts)];
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

/** Said where the operator alone can help. */
export const NOBODY_NAMES = 'No manager who may see this child is left to lift the restriction. Nor is there a data protection officer to name one: ring the operator of the hub now.';

/** The data protection officer is asked to name a manager (`ingest/tell-who-names.ts`). */
function whereNobodyLifts({ services, actor: { viewer } }: Scene, { on, excluded }: Restricted, facts: ChildFacts): string[] {
  const directory = services.directory();
  if (mayLift(directory, facts).length > 0) {
    return [];
  }
  const asked = whoNamesManager(directory, facts, excluded);
  if (asked.length === 0) {
    services.log.warn('restriction-unliftable', { record: on.child });
  }
  const others = asked.filter((officer) => officer !== personAt(viewer.person, viewer.agency));
  return [others.length > 0 ? 'No manager who may see this child is left to lift the restriction. The data protection officer is asked to name one.' : NOBODY_NAMES];
}
