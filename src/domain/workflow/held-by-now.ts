import { isHeldFor } from '../interview/after-the-return.ts';
import type { CourseInterview, EpisodeCourse } from './episode-course.ts';

type Told = Pick<EpisodeCourse, 'interviews' | 'events'>;

/** Whether the interview this return asks for has been held by now; null: what decides it is not for this reader. */
export function isHeld(course: Told, now: number): boolean | null {
  return came(course, 'COMPLETED', now);
}

/** The same of one that was refused when it was to take place. */
export function isRefused(course: Told, now: number): boolean | null {
  return came(course, 'REFUSED', now);
}

function came({ interviews, events }: Told, state: CourseInterview['state'], now: number): boolean | null {
  if (interviews === null) {
    return null;
  }
  const those = interviews.flatMap((one) => (one.state === state ? [isHeldFor(one, events.RETURNED ?? [], now)] : []));
  return those.includes(true) ? true : those.includes(null) ? null : false;
}
