import { ACT_NOW } from '../domain/workflow/act-now-notice.ts';
import { CONCERN_NOTICE, OVERDUE_NOTICE } from '../domain/workflow/concern-notice.ts';
import { SAFETY_NOTE_NOTICE } from '../domain/workflow/safety-note-notice.ts';
import { childrenToLookAt } from '../store/write/waiting-alerts.ts';
import type { LookingAgain } from './before-others.ts';
import { moveAssessments } from './move-assessments.ts';
import { moveConcerns } from './move-concerns.ts';
import { moveOverdue } from './move-overdue.ts';
import { moveActNow, moveNotes } from './move-told.ts';
import { tellLostActions } from './tell-lost-actions.ts';
import { tellOfMarks } from './tell-of-marks.ts';
import { tellWhoNames } from './tell-who-names.ts';

/** What moves by itself, by the kind of notice it waits by. */
const MOVES = [
  [OVERDUE_NOTICE, moveOverdue],
  [ACT_NOW.kind, moveActNow],
  [SAFETY_NOTE_NOTICE.kind, moveNotes],
] as const;

/**
 * Keeps before somebody what waits of these children, whatever changed who may know of it: what was said, joined or separated,
 * a restriction, an authority that was put right, or who stands where. Those newly shut out lose it without a word, those let in
 * have it and the time that has passed counts. Answers the person records to be folded again.
 */
export async function keepInView(again: LookingAgain, children: readonly string[]): Promise<readonly string[]> {
  const looked = await childrenToLookAt(again.em, children);
  const ofWhom = (kind: string): string[] => looked.filter(({ waits }) => waits.includes(kind)).map(({ id }) => id);
  const moved = await moveConcerns(again, ofWhom(CONCERN_NOTICE));
  for (const [kind, move] of MOVES) {
    await move(again, ofWhom(kind));
  }
  await moveAssessments(again, looked.filter(({ asks }) => asks).flatMap(({ records }) => records));
  for (const { id } of looked.filter(({ acts }) => acts)) {
    await tellLostActions(again, id);
  }
  for (const { id } of looked.filter(({ restricted }) => restricted)) {
    await tellWhoNames(again, id);
  }
  for (const { id } of looked.filter(({ marked }) => marked)) {
    await tellOfMarks(again, id);
  }
  return moved;
}
