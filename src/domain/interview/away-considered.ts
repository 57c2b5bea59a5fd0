import type { Practice } from '../authority/practice.ts';
import { practiceWarning, type PracticeWarning } from './practice-warning.ts';

/** What is known of an episode in which a looked after child was away without authorisation; null: not for this reader. */
export interface AwayFacts {
  readonly wasAway: boolean;
  readonly lookedAfter: boolean | null;
  readonly riskAssessed: boolean | null;
  /** Somebody decided whether to interview, or offered it. */
  readonly interviewConsidered: boolean | null;
}

/** Kent: a looked after child who was away is as vulnerable as one who was missing; the risk is assessed, and an interview considered. */
export function awayWarnings(facts: AwayFacts, { figures }: Pick<Practice, 'figures'>): PracticeWarning[] {
  const rule = figures.awayEpisodes;
  if (rule === null || !facts.wasAway || facts.lookedAfter === false) {
    return [];
  }
  const unsure = facts.lookedAfter === null;
  const asked = [
    { asks: rule.value.riskAssessed, done: facts.riskAssessed, code: 'AWAY_RISK_NOT_ASSESSED' },
    { asks: rule.value.interviewConsidered, done: facts.interviewConsidered, code: 'AWAY_INTERVIEW_NOT_CONSIDERED' },
  ] as const;
  // What the reader may not see is no lack.
  return asked.flatMap(({ asks, done, code }) => (asks && done === false ? [practiceWarning(code, rule, unsure)] : []));
}
