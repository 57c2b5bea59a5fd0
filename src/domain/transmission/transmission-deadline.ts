import type { Clock } from '../clocks/clock.ts';
import { earliest, happenedBy, type ClockEvents, type Happened } from '../clocks/moments.ts';
import { notStarted, readFrom, type ClockReading, type ReadAt } from '../clocks/read-clock.ts';

/** By when a result is owed, as somebody stated it in figures, and where that stands. */
export interface AgreedTime extends Pick<Clock, 'length' | 'calendar'> {
  readonly source: string;
}

/** Why nobody can tell by when a result is owed. */
export const NO_DEADLINE = {
  ONLY_IN_WORDS: 'the placement agreement says by when in words of its own, which the hub does not read as a time',
  NOT_AGREED: 'nobody has agreed by when',
} as const;

/** What is known of by when a result is owed, and of when it was received. */
export interface DeadlineKnown {
  readonly agreed: AgreedTime | null;
  /** The placement agreement's own words; shown, and never read as a time. */
  readonly resultBy: string | null;
  /** Events of the interview. */
  readonly events: ClockEvents;
  /** Epoch milliseconds of the receiver's signed receipt; null: none has come. */
  readonly acknowledgedAt: number | null;
}

/** How the time for sending a result stands. */
export type DeadlineReading = ClockReading | { readonly state: 'CANNOT_TELL'; readonly why: keyof typeof NO_DEADLINE; readonly words: string | null };

/** Reads by when the result of an interview is owed to the placing authority: from the interview until the receiver's receipt, never a guess. */
export function readDeadline({ agreed, resultBy, events, acknowledgedAt }: DeadlineKnown, at: ReadAt): DeadlineReading {
  if (agreed === null) {
    return { state: 'CANNOT_TELL', why: resultBy === null ? 'NOT_AGREED' : 'ONLY_IN_WORDS', words: resultBy };
  }
  const starts = happenedBy(at.now, events, ['INTERVIEW_HELD']);
  const start = earliest(starts.timed);
  return start === null || starts.untimed ? notStarted(starts, false) : readFrom(start, { clock: agreed, stops: receivedBy(at.now, acknowledgedAt), at });
}

/** Sending alone stops nothing: who sent cannot know that it came. */
function receivedBy(now: number, acknowledgedAt: number | null): Happened {
  const timed = acknowledgedAt === null || acknowledgedAt > now ? [] : [{ first: acknowledgedAt, last: acknowledgedAt }];
  return { timed, untimed: false, untold: false };
}
