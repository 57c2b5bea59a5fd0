import { overdueChain, type ToBeDone } from '../directory/overdue-chain.ts';
import type { ActionState } from '../domain/interview/return-steps.ts';
import { personAt } from '../domain/sharing/audience.ts';
import { OVERDUE_NOTICE, OVERDUE_WORDS } from '../domain/workflow/concern-notice.ts';
import { raiseAlert, settleAlert } from '../store/write/alert-store.ts';
import { setWith } from '../store/write/open-actions.ts';
import type { Scene } from './perform.ts';
import type { Seen } from './see-row.ts';

/** What was to be done, and of whom. */
interface OfAChild extends ToBeDone {
  /** The person record of the child. */
  readonly child: string;
  readonly action: string;
}

/** From its time on an action that is not closed is before its owner, whoever set it and then the duty; nothing has to run for it. */
export async function tellWhenOverdue({ em, services, now }: Scene, { child, action, ...toBeDone }: OfAChild): Promise<void> {
  const chain = overdueChain(services.directory(), toBeDone, now);
  await raiseAlert(em, { kind: OVERDUE_NOTICE, child, about: action, text: OVERDUE_WORDS, chain, raisedAt: toBeDone.due });
}

/** Closed, nobody is told any more that it is overdue; opened again or said anew, those who were to be told are, from its time on. */
export async function overdueAnew(scene: Scene, { id, person, facts }: Seen<'CaseAction'>, state: ActionState): Promise<void> {
  const { em, now, actor } = scene;
  await settleAlert(em, { about: id }, { by: personAt(actor.viewer.person, actor.viewer.agency), at: now });
  if (state === 'OPEN') {
    await overdueOnceSet(scene, { id, person, facts });
  }
}

/** From its time on an action that was set comes before somebody, whatever it hangs from. */
export async function overdueOnceSet(scene: Scene, { id, person, facts }: Pick<Seen<'CaseAction'>, 'id' | 'person' | 'facts'>): Promise<void> {
  const set = await setWith(scene.em, id);
  if (set !== null) {
    await tellWhenOverdue(scene, { child: person, action: id, owner: facts.owner, facts, ...set });
  }
}
