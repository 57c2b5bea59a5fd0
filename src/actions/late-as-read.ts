import { lateOfHost } from '../domain/workflow/host-owes.ts';
import { lateDuties, type LateDuty } from '../domain/workflow/late-duties.ts';
import type { Gate } from '../gate/gate.ts';
import type { WantedTree } from '../gate/read-request.ts';
import type { Viewer } from '../policy/viewer.ts';
import { placedWith } from './agreement-seen.ts';
import { followCourse, type CourseFollowed } from './clocks-seen.ts';
import type { SeenAt } from './seen-at.ts';
import type { CourseRow } from './course-row.ts';
import { COURSE_WANTED, SEEN } from './course-wanted.ts';

const KNOWN = ':late.known';
const WANTED: WantedTree = { Episode: [...COURSE_WANTED, { name: 'clocks', key: KNOWN }] };
const OPERATION = { name: 'late clocks', hash: '' };
/** As long as a return that owes something is looked at. */
const RETURNED_FOR = 90 * 86_400_000;

/** When it is looked at, and whether anybody of an authority is in this directory to be told. */
export interface LateAt extends Omit<SeenAt, 'agency'> {
  readonly isHere: (authority: string) => boolean;
}

/** What of each episode of these children this person's authority owes late, as they read it; an episode of which they may not know the course is not there. */
export async function lateAsRead(gate: Gate, viewer: Viewer, { children, at }: { readonly children: readonly string[]; readonly at: LateAt }): Promise<ReadonlyMap<string, readonly LateDuty[]>> {
  const root = { name: 'briefing', authority: viewer.agency, returnedSince: at.now - RETURNED_FOR, ids: children } as const;
  const judged = await gate.judged(viewer, { root, wanted: WANTED, operation: OPERATION, now: at.now }, (row) => late(row as unknown as LateRow, { ...at, agency: viewer.agency }));
  return new Map(judged.flatMap(({ id, verdict }) => (verdict === null ? [] : [[id, verdict]])));
}

/** An episode row as `WANTED` asks for it. */
type LateRow = CourseRow & { readonly [KNOWN]: true | null };

/** By the practice of the reader's own authority; by the statutory guidance where nobody is known to be responsible; of another's child as far as the host owes it. */
function late(row: LateRow, at: LateAt & SeenAt): readonly LateDuty[] | null {
  return row[KNOWN] === true ? followCourse(row, at).flatMap((followed) => lateOf(followed, row, at)) : null;
}

function lateOf({ authority, course, practice, ...now }: CourseFollowed, row: LateRow, at: LateAt & SeenAt): readonly LateDuty[] {
  const { agency: host } = at;
  const owed = lateDuties(course, practice, now);
  if (authority === null || authority === host) {
    return owed;
  }
  const child = row[SEEN.child];
  const isOwn = child?.responsibleAuthorities?.includes(host) ?? false;
  const workers = course.workers?.filter(at.mayBeAssigned) ?? null;
  return isOwn ? [] : lateOfHost(owed, { workers, placed: placedWith(child, host, at) }, { host, placingIsHere: at.isHere(authority) });
}
