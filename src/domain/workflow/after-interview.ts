import type { FigureName, Practice } from '../authority/practice.ts';
import type { ClockId } from '../clocks/clock.ts';
import type { ReturnStepKind } from '../interview/return-steps.ts';
import type { EpisodeCourse, OwedRecord } from './episode-course.ts';
import { finalise, firstOpen } from './finalise-step.ts';
import { letterDecidedOn } from './letter-step.ts';
import { heldByWorker, NOT_KNOWN, type OpenStep } from './step-holder.ts';

type Rules = Pick<Practice, 'id' | 'clocks' | 'figures'>;

/** What is next once the interview is held: paperwork, what is owed beside it, follow-up and letter, each where the practice asks for it; then the episode is finalised. */
export function afterInterview(course: EpisodeCourse, practice: Rules): OpenStep {
  const open = [
    unlessRecorded(course, 'PAPERWORK_RECORDED', stepOf(course, practice, { code: 'RECORD_PAPERWORK', clock: 'PAPERWORK' })),
    owed(course, practice),
    unlessRecorded(course, 'FOLLOWED_UP', stepOf(course, practice, { code: 'FOLLOW_UP', clock: 'FOLLOW_UP' })),
    letterDecidedOn(course, practice),
  ];
  return firstOpen(open) ?? finalise(course);
}

/** The step a clock of the practice asks for; null where the practice has none. */
function stepOf(course: EpisodeCourse, { clocks }: Rules, asked: { readonly code: 'RECORD_PAPERWORK' | 'FOLLOW_UP'; readonly clock: ClockId }): OpenStep | null {
  const clock = clocks.find(({ id }) => id === asked.clock);
  return clock === undefined ? null : heldByWorker(asked.code, course, { source: clock.source });
}

function unlessRecorded({ steps }: EpisodeCourse, kind: ReturnStepKind, asked: OpenStep | null): OpenStep | null {
  if (asked === null) {
    return null;
  }
  if (steps === null) {
    return NOT_KNOWN;
  }
  return steps.some(({ step }) => step === kind) ? null : asked;
}

/** What is owed in which order, and the figure of the practice that asks for it. */
const IN_ORDER = [
  ['CE_SCREEN', 'ceScreenFrom'],
  ['PREVENTION_PLAN', 'preventionPlan'],
] as const satisfies readonly (readonly [OwedRecord, FigureName])[];

function owed(course: EpisodeCourse, { figures }: Rules): OpenStep | null {
  if (course.owed === null) {
    return NOT_KNOWN;
  }
  const first = IN_ORDER.find(([record]) => course.owed?.includes(record));
  return first === undefined ? null : heldByWorker(first[0], course, { source: figures[first[1]]?.source ?? null });
}
