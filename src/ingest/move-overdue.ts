import { overdueChain } from '../directory/overdue-chain.ts';
import { HUB_SYSTEM } from '../domain/record/record.ts';
import { OVERDUE_NOTICE, OVERDUE_WORDS } from '../domain/workflow/concern-notice.ts';
import { raiseAlert, settleAlert } from '../store/write/alert-store.ts';
import { openAnswers, type OpenAnswer } from '../store/write/open-actions.ts';
import { factsOfAction } from '../store/write/read-facts.ts';
import { beforeOthers, moves, type LookingAgain } from './before-others.ts';

/** What was set as the answer to a concern of these children is overdue before those who may know of it now. */
export async function moveOverdue(again: LookingAgain, children: readonly string[]): Promise<void> {
  for (const answer of await openAnswers(again.em, children)) {
    if (moves(answer, again)) {
      await move(again, answer);
    }
  }
}

async function move({ em, services, now }: LookingAgain, answer: OpenAnswer): Promise<void> {
  const { id: about, person: child, due } = answer;
  const facts = (await factsOfAction(em, about, now))?.facts;
  const chains = facts === undefined ? null : beforeOthers(answer, now, (at) => [overdueChain(services.directory(), { ...answer, facts }, at)]);
  if (chains === null) {
    return;
  }
  await settleAlert(em, { about }, { by: HUB_SYSTEM, at: now });
  for (const chain of chains) {
    await raiseAlert(em, { kind: OVERDUE_NOTICE, child, about, text: OVERDUE_WORDS, chain, raisedAt: due });
  }
}
