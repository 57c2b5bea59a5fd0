import { groupBy } from './group-by.ts';
import type { Relation } from './relation.ts';
import { compareText } from './standing.ts';

/** An agency's standing that neither began nor ends on a known day. */
export function always(agencies: Iterable<string>): Relation[] {
  return [...new Set(agencies)].sort().map((agency) => ({ agency, from: null, until: null }));
}

/** The same standings with each agency's touching or overlapping periods made one, by agency and time. */
export function mergedPeriods(relations: readonly Relation[]): Relation[] {
  const byAgency = [...groupBy(relations, ({ agency }) => agency)].sort(([first], [second]) => compareText(first, second));
  return byAgency.flatMap(([, periods]) => mergedOfOne(periods.toSorted((first, second) => startOf(first) - startOf(second) || 0)));
}

function mergedOfOne(periods: readonly Relation[]): Relation[] {
  const merged: Relation[] = [];
  for (const period of periods) {
    const before = merged.at(-1);
    if (before !== undefined && startOf(period) <= endOf(before)) {
      merged.pop();
      merged.push({ ...before, until: endOf(period) > endOf(before) ? period.until : before.until });
    } else {
      merged.push(period);
    }
  }
  return merged;
}

function startOf({ from }: Relation): number {
  return from ?? -Infinity;
}

function endOf({ until }: Relation): number {
  return until ?? Infinity;
}
