import { namedUnder, restrictionOf } from '../decision/restriction.ts';
import { limitsUnder, type AroundInterviews } from './fold-interviews.ts';
import type { InterviewPicture } from './interview-picture.ts';
import type { Closed } from './relation.ts';

/** What a thing shares with the child, or with the interview it comes from. */
export interface AroundThings extends AroundInterviews {
  readonly interviews: readonly InterviewPicture[];
}

/** As closed as the interview it names; where that is no longer with the child, as what was decided on it says. */
export function closedWith(interview: string | null, around: AroundThings): Closed {
  const named = interview === null ? [] : [interview];
  const found = around.interviews.find(({ id, offers }) => named.some((one) => one === id || offers.includes(one)));
  if (found !== undefined) {
    return { restriction: found.restriction, named: found.named };
  }
  const limits = limitsUnder(around.filed.on(named), around);
  return { restriction: restrictionOf(limits, around.relations, around.teams), named: namedUnder(limits, around.people) };
}
