import { overdueChain } from '../directory/overdue-chain.ts';
import { OVERDUE_NOTICE, OVERDUE_WORDS } from '../domain/workflow/concern-notice.ts';
import { moveAlert } from '../store/write/move-alert.ts';
import { openAnswers, type OpenAnswer } from '../store/write/open-actions.ts';
import { factsOfAction } from '../store/write/read-facts.ts';
import { beforeOthers, type LookingAgain } from './before-others.ts';

/** What is to be done about these children is overdue before those who may know of it now. */
export async function moveOverdue(again: LookingAgain, children: readonly string[]): Promise<void> {
  for (const answer of await openAnswers(again.em, children)) {
    await move(again, answer);
  }
}

async function move(again: LookingAgain, answer: OpenAnswer): Promise<void> {
  const { em, services, now } = again;
  const { id: about, person: child, due } = answer;
  const facts = (await factsOfAction(em, about, now))?.facts;
  const moved = facts === undefined ? null : beforeOthers(answer, again, (at) => [overdueChain(services.directory(), { ...answer, facts }, at)]);
  if (moved !== null) {
    // Worked out by its time already.
    await moveAlert(em, { kind: OVERDUE_NOTICE, child, about, text: OVERDUE_WORDS, raisedAt: due }, { ...moved, passed: 0, now });
  }
}
