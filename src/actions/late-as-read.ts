import { lateDuties, type LateDuty } from '../domain/workflow/late-duties.ts';
import type { Gate } from '../gate/gate.ts';
import type { WantedTree } from '../gate/read-request.ts';
import type { Viewer } from '../policy/viewer.ts';
import { followCourse } from './clocks-seen.ts';
import type { SeenAt } from './seen-at.ts';
import type { CourseRow } from './course-row.ts';
import { COURSE_WANTED } from './course-wanted.ts';

const KNOWN = ':late.known';
const WANTED: WantedTree = { Episode: [...COURSE_WANTED, { name: 'clocks', key: KNOWN }] };
const OPERATION = { name: 'late clocks', hash: '' };
/** As long as a return that owes something is looked at. */
const RETURNED_FOR = 90 * 86_400_000;

/** What each episode of these children owes its authority late, as this person reads it; an episode of which they may not know the course is not there. */
export async function lateAsRead(gate: Gate, viewer: Viewer, { children, at }: { readonly children: readonly string[]; readonly at: Omit<SeenAt, 'agency'> }): Promise<ReadonlyMap<string, readonly LateDuty[]>> {
  const root = { name: 'briefing', authority: viewer.agency, returnedSince: at.now - RETURNED_FOR, ids: children } as const;
  const judged = await gate.judged(viewer, { root, wanted: WANTED, operation: OPERATION, now: at.now }, (row) => late(row as unknown as LateRow, { ...at, agency: viewer.agency }));
  return new Map(judged.flatMap(({ id, verdict }) => (verdict === null ? [] : [[id, verdict]])));
}

/** An episode row as `WANTED` asks for it. */
type LateRow = CourseRow & { readonly [KNOWN]: true | null };

/** By the practice of the reader's own authority; by the statutory guidance where nobody is known to be responsible. */
function late(row: LateRow, at: SeenAt): readonly LateDuty[] | null {
  if (row[KNOWN] !== true) {
    return null;
  }
  const followed = followCourse(row, at);
  return followed.filter(({ authority }) => authority === null || authority === at.agency).flatMap(({ course, practice, ...now }) => lateDuties(course, practice, now));
}
