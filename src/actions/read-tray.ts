import { mostUrgent, urgencyOf } from '../domain/clocks/most-urgent.ts';
import { clocksOfDuties } from '../domain/workflow/duties.ts';
import type { Gate } from '../gate/gate.ts';
import type { ReadRequest, WantedTree } from '../gate/read-request.ts';
import type { Viewer } from '../policy/viewer.ts';
import { clocksSeen, dueFrom, followCourse, isLate, nextStepSeen, type ClockSeen, type NextStepSeen } from './clocks-seen.ts';
import type { SeenAt } from './seen-at.ts';
import type { CourseChild, CourseRow } from './course-row.ts';
import { COURSE_BUT_CHILD, COURSE_CHILD, COURSE_WANTED, SEEN, SUGGESTING } from './course-wanted.ts';

/** One return that needs a hand. `episode` and `child` are the gate's rows under the reader's own keys. */
export interface TrayEntry {
  readonly episode: object;
  readonly child: object | null;
  readonly nextStep: NextStepSeen;
  /** The clock that is latest, else the one that runs out first; null where none runs that is owed. */
  readonly worstClock: ClockSeen | null;
  readonly overdue: boolean;
}
export interface Tray {
  readonly entries: readonly TrayEntry[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

/** What a reader asks of a tray. */
export interface TrayRequest {
  readonly of: 'MINE' | 'SERVICE';
  readonly first: number;
  readonly after: string | null;
  readonly episode: WantedTree;
  readonly child: WantedTree;
  /** Whether it is wanted who is suggested where a worker is to be assigned. */
  readonly suggesting?: boolean;
  readonly operation: ReadRequest['operation'];
}

/** The child of an entry, under a key no client can choose. */
const CHILD = ':tray.child';
type TrayRow = Omit<CourseRow, typeof SEEN.child> & { readonly [CHILD]: CourseChild | null };

/** Returns that are not finalised, a page at a time, the worst of all first: what is overdue, then what is due next. Only those of the page are read as the reader asked. */
export async function readTray(gate: Gate, viewer: Viewer, { request, at }: { readonly request: TrayRequest; readonly at: SeenAt }): Promise<Tray> {
  const { of, first, after, operation } = request;
  const { now } = at;
  // Safe: the rows have the shape that `COURSE_WANTED` asks for.
  const rank = (row: object): readonly number[] => rankOf(row as CourseRow, at);
  const { ids, cursors, hasNextPage } = await gate.ranked(viewer, { root: { name: 'returns', of, first, after }, wanted: { Episode: COURSE_WANTED }, operation, now }, rank);
  const rows = await gate.rows(viewer, { root: { name: 'theseReturns', of, ids }, wanted: trayWanted(request), operation, now });
  // Safe: the rows have the shape that `trayWanted` asks for.
  const found = new Map((rows as unknown as readonly TrayRow[]).map((row) => [row[SEEN.id], row]));
  const sorted = ids.flatMap((id) => found.get(id) ?? []);
  return { entries: sorted.map((row) => trayEntry(row, at)), endCursor: cursors.at(-1) ?? null, hasNextPage };
}

/** What of each return is read: what the reader selected, and beside it what its next step and its clocks are worked out from. */
export function trayWanted({ episode, child, suggesting }: Pick<TrayRequest, 'episode' | 'child' | 'suggesting'>): WantedTree {
  const besides = suggesting === true ? [SUGGESTING] : [];
  return { Episode: [...(episode['Episode'] ?? []), ...COURSE_BUT_CHILD, { name: 'child', key: CHILD, sub: { Child: [...(child['Child'] ?? []), ...(COURSE_CHILD['Child'] ?? []), ...besides] } }] };
}

function rankOf(row: CourseRow, at: SeenAt): readonly number[] {
  const followed = followCourse(row, at);
  const late = clocksOwed(row, followed).filter(isLate);
  return late.length > 0 ? [0, Math.min(...late.map(({ reading }) => urgencyOf(reading)))] : [1, dueFrom(nextStepSeen(followed))];
}

/** But those of duties that are said not to be owed. */
function clocksOwed(row: Pick<CourseRow, typeof SEEN.notOwed>, followed: Parameters<typeof clocksSeen>[0]): ClockSeen[] {
  const notOwed = clocksOfDuties(row[SEEN.notOwed] ?? []);
  return clocksSeen(followed).filter(({ clock }) => !notOwed.includes(clock.id));
}

function trayEntry(row: TrayRow, at: SeenAt): TrayEntry {
  const followed = followCourse({ ...row, [SEEN.child]: row[CHILD] }, at);
  const clocks = clocksOwed(row, followed);
  const late = mostUrgent(clocks.filter(isLate));
  return { episode: row, child: row[CHILD], nextStep: nextStepSeen(followed), worstClock: late ?? mostUrgent(clocks), overdue: late !== null };
}
