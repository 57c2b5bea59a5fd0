import { DAY } from '../domain/interval/durations.ts';
import { MARKED_NOTICE } from '../domain/workflow/marked-notice.ts';
import { answering } from '../policy/answering.ts';
import { addNotice, isToldSince } from '../store/write/notice-store.ts';
import { factsOfChild } from '../store/write/read-facts.ts';
import type { LookingAgain } from './before-others.ts';

/** Our figure: whoever said that they know is told again after a week, as long as nobody has decided. */
const TOLD_FOR = 7 * DAY;

/** Tells the coordinators and managers of whoever answers for a child that a source marks the child with whom it has nothing to do, until a manager has decided. */
export async function tellOfMarks({ em, now }: LookingAgain, child: string): Promise<void> {
  const row = await factsOfChild(em, child, now);
  if (row === null) {
    return;
  }
  for (const agency of answering(row.facts)) {
    const coordinator = `HUB_COORDINATOR:${agency}`;
    if (!(await isToldSince(em, { to: coordinator, kind: MARKED_NOTICE.kind, about: row.childRecords }, now - TOLD_FOR))) {
      await addNotice(em, { to: [coordinator, `TEAM_MANAGER:${agency}`], ...MARKED_NOTICE, child, about: child, visibleFrom: now, raisedAt: now });
    }
  }
}
