import type { StrategyTriggers } from '../authority/strategy-triggers.ts';
import type { Span } from '../interval/compare-intervals.ts';
import type { HoursMissing } from './hours-missing.ts';
import { isHeldSince, type StartedEpisode } from './held-discussions.ts';
import { DAY, HOUR } from '../interval/durations.ts';
import { isAskedByRisk, type RiskKnown } from './risk-trigger.ts';

const THIRTY_DAYS = 30 * DAY;
/** The widest a start can be: a date is its whole day, and one day in autumn has 25 hours. */
const WIDEST_START = 25 * HOUR;

/** Whether an authority's own guidance asks for a strategy discussion now, why, and where that guidance is silent. */
export interface StrategyCheck {
  readonly reached: boolean;
  readonly reasons: readonly string[];
  readonly silent: readonly string[];
}

/** What the check looks at: each of the child's episodes with the discussions held about it, and of this one also the risk while the child is missing. */
export interface StrategyFacts {
  readonly lookedAfter: boolean;
  readonly missing: HoursMissing | null;
  /** Null: the child is missing no more, or the risk is not graded. */
  readonly risk: RiskKnown | null;
  readonly starts: readonly StartedEpisode[];
  /** Discussions held about this episode. */
  readonly held: readonly Span[];
  readonly now: number;
}

/** "Missing 24 hours" or, with a start known only by its day, "perhaps missing 24 hours": in doubt the trigger is shown. */
function reachedAfter(missing: HoursMissing | null, limit: number): 'YES' | 'PERHAPS' | 'NO' {
  if (missing === null) {
    return 'PERHAPS';
  }
  if (missing.least >= limit) {
    return 'YES';
  }
  return missing.most >= limit ? 'PERHAPS' : 'NO';
}

function hoursReason(facts: StrategyFacts, limit: number | null, who: string): string | null {
  const answer = limit === null ? 'NO' : reachedAfter(facts.missing, limit);
  if (limit === null || answer === 'NO') {
    return null;
  }
  return `${answer === 'PERHAPS' ? 'perhaps ' : ''}${who} ${String(limit)} hours or more`;
}

/** No episode that began before this can count among those of the last 30 days. */
export function startsCountFrom(now: number): number {
  return now - THIRTY_DAYS - WIDEST_START;
}

/** The episodes that began in the last 30 days: a start that might lie in them counts. */
const recentOf = (starts: StrategyFacts['starts'], now: number): StrategyFacts['starts'] => starts.filter((start) => start.until > now - THIRTY_DAYS && start.from <= now);

/** Whether a child was missing so often that it is to be discussed, and was not: what was discussed after the last of them began is, until another episode begins (Birmingham; that a discussion ends it is our reading). */
export function isAskedByRepeats(starts: StrategyFacts['starts'], often: number | null, now: number): boolean {
  const recent = recentOf(starts, now);
  return often !== null && recent.length >= often && !isHeldSince(recent, starts);
}

function repeatsReason({ starts, now }: StrategyFacts, often: number | null): string | null {
  return isAskedByRepeats(starts, often, now) ? `${String(recentOf(starts, now).length)} episodes began in the last 30 days` : null;
}

function riskReason({ risk, held }: StrategyFacts, grades: StrategyTriggers['atRisk']): string | null {
  return risk !== null && isAskedByRisk(risk, grades, held) ? `missing at ${risk.grade} risk` : null;
}

/** Checks one open episode against its authority's triggers; a start that might lie in the last 30 days counts. */
export function checkStrategy(triggers: StrategyTriggers, facts: StrategyFacts): StrategyCheck {
  const reasons = [
    facts.lookedAfter ? hoursReason(facts, triggers.lookedAfterHours, 'looked after and missing') : null,
    hoursReason(facts, triggers.missingHours, 'missing'),
    repeatsReason(facts, triggers.episodesIn30Days),
    riskReason(facts, triggers.atRisk),
  ].filter((reason) => reason !== null);
  const silent = [
    triggers.lookedAfterHours === null ? 'looked after child missing' : null,
    triggers.missingHours === null ? 'hours missing' : null,
    triggers.episodesIn30Days === null ? 'repeated episodes' : null,
    triggers.atRisk === null ? 'risk' : null,
  ].filter((topic) => topic !== null);
  return { reached: reasons.length > 0, reasons, silent };
}
