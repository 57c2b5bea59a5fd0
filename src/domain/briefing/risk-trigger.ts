import type { StrategyTriggers } from '../authority/strategy-triggers.ts';
import { momentsOf } from '../clocks/moments.ts';
import type { Span } from '../interval/compare-intervals.ts';
import type { Risk } from '../observation/observation.ts';

/** How the risk of a child stands now, and how it changed before, in the order of time. */
export interface RiskKnown {
  readonly grade: Risk;
  readonly changes: readonly { readonly risk: Risk | null; readonly at: Span | null }[];
}

/** Since when the risk stands without a break at one of these grades; null: it does not, or no source says since when. */
export function atRiskSince({ changes }: Pick<RiskKnown, 'changes'>, grades: NonNullable<StrategyTriggers['atRisk']>): Span | null {
  const graded = changes.filter(({ risk }) => risk !== null);
  const below = graded.findLastIndex(({ risk }) => risk !== null && !grades.includes(risk));
  return graded[below + 1]?.at ?? null;
}

/** Whether the risk is one at which an authority asks for a strategy discussion, and none was held since it came to that: a child whose risk was lowered and rises again is discussed again (our reading). */
export function isAskedByRisk(risk: RiskKnown, grades: StrategyTriggers['atRisk'], held: readonly Span[]): boolean {
  if (grades?.includes(risk.grade) !== true) {
    return false;
  }
  const since = atRiskSince(risk, grades);
  return !held.some((at) => since === null || momentsOf(at).last >= since.from);
}
