import { isHeldFor } from '../interview/after-the-return.ts';
import type { EpisodeCourse } from './episode-course.ts';

/** Whether the interview this return asks for has been held by now; null: what decides it is not for this reader. */
export function isHeld({ interviews, events }: Pick<EpisodeCourse, 'interviews' | 'events'>, now: number): boolean | null {
  if (interviews === null) {
    return null;
  }
  const held = interviews.flatMap((one) => (one.state === 'COMPLETED' ? [isHeldFor(one, events.RETURNED ?? [], now)] : []));
  return held.includes(true) ? true : held.includes(null) ? null : false;
}
