import { childrenToLookAt } from '../store/write/waiting-alerts.ts';
import type { LookingAgain } from './before-others.ts';
import { moveAssessments } from './move-assessments.ts';
import { moveConcerns } from './move-concerns.ts';
import { moveOverdue } from './move-overdue.ts';
import { moveTold } from './move-told.ts';
import { tellLostActions } from './tell-lost-actions.ts';
import { tellWhoNames } from './tell-who-names.ts';

/**
 * Keeps before somebody what waits of these children, whatever changed who may know of it: what was said, joined or separated,
 * a restriction, an authority that was put right, or who stands where. Those newly shut out lose it without a word, those let in
 * have it and the time that has passed counts. Answers the person records to be folded again.
 */
export async function keepInView(again: LookingAgain, children: readonly string[]): Promise<readonly string[]> {
  const looked = await childrenToLookAt(again.em, children);
  const waits = looked.filter((child) => child.waits);
  const waiting = waits.map(({ id }) => id);
  const moved = waiting.length === 0 ? [] : await moveConcerns(again, waiting);
  if (waiting.length > 0) {
    await moveOverdue(again, waiting);
    await moveTold(again, waiting);
    await moveAssessments(again, waits.flatMap(({ records }) => records));
  }
  for (const { id } of looked.filter(({ acts }) => acts)) {
    await tellLostActions(again, id);
  }
  for (const { id } of looked.filter(({ restricted }) => restricted)) {
    await tellWhoNames(again, id);
  }
  return moved;
}
