import type { Span } from '../interval/compare-intervals.ts';
import { timesThatCount, type DatedStep } from '../interview/step-counts.ts';

/** When one episode of the child began, and the strategy discussions held about it. */
export interface StartedEpisode extends Span {
  readonly held: readonly Span[];
}

/** The strategy discussions recorded of an episode that have taken place by now, as far as they count for it: none that was surely over before the child was missed. */
export function heldDiscussions(steps: readonly DatedStep[], missingSince: Span | null, now: number): Span[] {
  const times = { missing: [missingSince], located: [], returned: [], interviewed: [] };
  const held = steps.filter(({ step, at }) => step === 'STRATEGY_MEETING' && at.from <= now).flatMap((step) => timesThatCount(step, times));
  return held.filter((at) => at !== null);
}

/** Whether a discussion was held since the last of these episodes began: about that one, or surely after its start about another of all the child's. */
export function isHeldSince(recent: readonly StartedEpisode[], starts: readonly StartedEpisode[]): boolean {
  const last = recent.toSorted((one, other) => other.from - one.from || other.until - one.until)[0];
  return last !== undefined && starts.some((start) => start.held.some(({ from }) => start === last || from >= last.until));
}
