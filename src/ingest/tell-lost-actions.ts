import type { Directory } from '../directory/directory.ts';
import { readsAction } from '../directory/reads-action.ts';
import { answering } from '../policy/answering.ts';
import { letIn } from '../policy/let-in.ts';
import { addNotice } from '../store/write/notice-store.ts';
import { openActions, type OpenAction } from '../store/write/open-actions.ts';
import { factsOfAction, type ActionFacts } from '../store/write/read-facts.ts';
import type { LookingAgain } from './before-others.ts';

const LOST = 'What is to be done about a child is with somebody who no longer reads of it. Do it yourself, or name somebody else.';

/** Whoever set what is to be done about a child learns that its owner reads of it no longer, whatever it was that shut them out or took them away. */
export async function tellLostActions({ em, services, now }: LookingAgain, child: string): Promise<void> {
  const directory = services.directory();
  for (const action of await openActions(em, child)) {
    const facts = (await factsOfAction(em, action.id, now))?.facts;
    if (facts !== undefined && action.wasRead && action.lostSince === null && !readsAction(directory, facts.owner, facts)) {
      for (const to of whoHears(directory, action, facts)) {
        await addNotice(em, { to: [to], kind: 'ACTION_LOST', child: action.person, about: action.id, text: LOST, visibleFrom: now, raisedAt: now });
      }
    }
  }
}

/** Whoever set it, if they still read it; else the coordinators of whoever answers for the child, or those who are let in. */
function whoHears(directory: Directory, { by }: OpenAction, facts: ActionFacts): readonly string[] {
  if (readsAction(directory, by, facts)) {
    return [by];
  }
  return facts.restricted === 'YES' ? letIn(facts) : answering(facts).map((agency) => `HUB_COORDINATOR:${agency}`);
}
