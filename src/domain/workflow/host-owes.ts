import type { ClockId } from '../clocks/clock.ts';
import { agencyOfPerson } from '../sharing/audience.ts';
import type { EpisodeCourse } from './episode-course.ts';
import type { LateDuty } from './late-duties.ts';

/** What whoever interviews the child owes: that the child is visited where that was asked for, and the interview given to somebody, offered, held and written down. */
const OF_THE_INTERVIEW: readonly ClockId[] = ['SAME_DAY_VISIT', 'ASSIGNED', 'OFFER', 'ATTEMPTS', 'CHILD_SEEN', 'INTERVIEW', 'STATUTORY_INTERVIEW', 'COMPLETED', 'PAPERWORK'];

/** Whose service it is, and whether anybody of the authority that placed the child is there to be told. */
export interface HostAsked {
  readonly host: string;
  readonly placingIsHere: boolean;
}

/**
 * What of a child whom another authority placed with a host the host's own service owes late: the interview, where somebody of that service has it, where
 * the agreement says so, or where nobody has it, nothing says otherwise and the placing authority reads another hub (Somerset 7.1).
 */
export function lateOfHost(late: readonly LateDuty[], { workers, placed }: Pick<EpisodeCourse, 'workers' | 'placed'>, { host, placingIsHere }: HostAsked): LateDuty[] {
  const isOwn = (workers ?? []).some((worker) => agencyOfPerson(worker) === host);
  const isNobodys = (workers ?? []).length === 0 && (placed?.hostInterviews === true || (placed?.hostInterviews !== false && !placingIsHere));
  return isOwn || isNobodys ? late.filter(({ clock }) => OF_THE_INTERVIEW.some((one) => one === clock)) : [];
}
