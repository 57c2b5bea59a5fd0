import type { DecisionPayloads } from '../decision/decision.ts';
import type { Span } from '../interval/compare-intervals.ts';
import type { CourseTriage, EpisodeCourse } from './episode-course.ts';

type Said = Pick<DecisionPayloads['RETURN_STEP'], 'step' | 'outcome' | 'coveredBy' | 'askAgainOn'> & { readonly at: Span };

const OUTCOMES: readonly CourseTriage['outcome'][] = ['SAME_DAY_VISIT', 'ROUTINE', 'NOT_APPROPRIATE_NOW'];

/** What the coordinator decided last of a return, out of the steps a reader may see; null where they may see none. */
export function courseTriage(steps: readonly Said[] | null): EpisodeCourse['triage'] {
  if (steps === null) {
    return null;
  }
  const triages = steps.flatMap(({ step, at, outcome, coveredBy, askAgainOn }) => {
    const way = OUTCOMES.find((one) => one === outcome);
    return step === 'TRIAGE' && way !== undefined ? [{ outcome: way, at, coveredBy, askAgainOn }] : [];
  });
  return triages.toSorted((one, other) => one.at.from - other.at.from).at(-1) ?? 'NONE';
}
