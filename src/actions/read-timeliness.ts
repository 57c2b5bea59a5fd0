import { DateTime } from 'luxon';
import { SILENT_PRACTICE, type Practice } from '../domain/authority/practice.ts';
import { DAY } from '../domain/interval/durations.ts';
import { HubError } from '../domain/errors.ts';
import { returnFacts, type ReturnFacts } from '../domain/statistics/return-facts.ts';
import { timelinessTable } from '../domain/statistics/timeliness.ts';
import { isHeld } from '../domain/workflow/held-by-now.ts';
import { standingOffer } from '../domain/workflow/standing-offer.ts';
import { clocksOfCourse } from '../domain/workflow/step-clock.ts';
import type { Directory } from '../directory/directory.ts';
import type { Gate } from '../gate/gate.ts';
import type { ReadRequest, WantedTree } from '../gate/read-request.ts';
import type { ReadingRole, Viewer } from '../policy/viewer.ts';
import { spanOf, type CourseRow } from './course-row.ts';
import { courseSeen } from './course-seen.ts';
import { COURSE_BUT_CHILD, COURSE_CHILD, SEEN } from './course-wanted.ts';
import { LONDON } from '../domain/interval/london.ts';

/** Whole calendar months of London, as `2026-05`, the last included. */
export interface TimelinessRequest {
  readonly authority: string;
  readonly from: string;
  readonly until: string;
  readonly now: number;
  readonly operation: ReadRequest['operation'];
}
type Timeliness = ReturnType<typeof timelinessTable>;

const MOST_MONTHS = 24;
const MONTH = /^20\d\d-(0[1-9]|1[0-2])$/;
/** Who works in an authority's service reads the numbers as they are: those who lead it of all its returns, a worker of the returns they follow. */
const SERVICE: readonly ReadingRole[] = ['HUB_COORDINATOR', 'SENIOR_WORKER', 'TEAM_MANAGER', 'RETURN_WORKER', 'SOCIAL_WORKER'];
const WANTED: WantedTree = { Episode: [...COURSE_BUT_CHILD, { name: 'child', key: SEEN.child, sub: { Child: [{ name: 'id', key: 'id' }, ...(COURSE_CHILD['Child'] ?? [])] } }] };
type Row = CourseRow & { readonly [SEEN.child]: { readonly id: string } | null };

/** How timely offers and interviews were, over the returns this reader may see; to anybody outside the authority's service without small numbers (leak row 10). */
export async function readTimeliness({ gate, directory }: { readonly gate: Gate; readonly directory: Directory }, viewer: Viewer, request: TimelinessRequest): Promise<Timeliness> {
  const { authority, now, operation } = request;
  const agency = directory.agencies.get(authority);
  if (agency?.kind !== 'AUTHORITY') {
    throw new HubError('BAD_INPUT', 'There is no authority of this id in the directory.');
  }
  const months = monthsOf(request);
  const within = viewer.agency === authority && SERVICE.includes(viewer.role);
  const read = months.map(async (month) => gate.rows(viewer, { root: { name: 'returnsBetween', authority, ...aroundMonth(month) }, wanted: WANTED, operation, now }));
  // Safe: the rows have the shape that `WANTED` asks for. A time that can lie in two months is read with both, and counted in neither.
  const rows = (await Promise.all(read)).map((those) => those as unknown as readonly Row[]);
  const facts = rows.flatMap((those, nth) => those.flatMap((row) => factsOf(row, agency.practice, now)).filter(({ month }) => month === months[nth]));
  return timelinessTable(facts, { months, within, practice: agency.practice, now });
}

function factsOf(row: Row, practice: Practice = SILENT_PRACTICE, now: number): ReturnFacts[] {
  const child = row[SEEN.child];
  if (child === null) {
    return [];
  }
  const course = courseSeen(row, practice, now);
  const standing = standingOffer(course, now);
  const returned = row[SEEN.returnedAt];
  return [
    returnFacts({
      child: child.id,
      returned: returned === null ? null : spanOf(returned),
      outcome: standing === null ? 'NONE' : standing.offer.outcome,
      contactRecorded: (course.events.CONTACT_MADE ?? []).length > 0,
      held: isHeld(course, now) === true,
      practice,
      clocks: clocksOfCourse(course, practice, now),
    }),
  ];
}

function monthsOf({ from, until }: TimelinessRequest): string[] {
  for (const [field, month] of Object.entries({ from, until })) {
    if (!MONTH.test(month)) {
      throw new HubError('BAD_INPUT', `"${field}" is not a calendar month. Write its year and its number, as 2026-05.`);
    }
  }
  const months: string[] = [];
  for (let month = monthStart(from); month <= monthStart(until) && months.length <= MOST_MONTHS; month = month.plus({ months: 1 })) {
    months.push(month.toFormat('yyyy-MM'));
  }
  if (months.length === 0 || months.length > MOST_MONTHS) {
    throw new HubError('BAD_INPUT', `"until" is before "from", or more than ${String(MOST_MONTHS)} months lie from one to the other, both counted. Ask for fewer, the earlier in "from".`);
  }
  return months;
}

/** With a day before and after: a return that is stated by its day ends with it. */
function aroundMonth(month: string): { readonly from: number; readonly until: number } {
  const start = monthStart(month);
  return { from: start.toMillis() - DAY, until: start.plus({ months: 1 }).toMillis() + DAY };
}

function monthStart(month: string): DateTime {
  return DateTime.fromISO(month, { zone: LONDON });
}
