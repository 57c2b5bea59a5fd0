import { DateTime } from 'luxon';
import type { Practice } from '../authority/practice.ts';
import { byTheStandards, type StandardMet } from './by-the-standards.ts';
import type { ReturnFacts } from './return-facts.ts';
import { allShown, withoutSmall, type Count, type Counted, type Counts } from './suppress-small.ts';
import { BY_INTERVIEW_CLOCK, BY_OFFER_CLOCK, COUNTED, COUNT_NAMES, type CountName } from './timeliness-counts.ts';
import { LONDON } from '../interval/london.ts';

/** How timely an authority's offers and interviews were in one month, or over all months that were asked for. */
export interface TimelinessRow {
  /** `2026-05`; null: all of them together. */
  readonly month: string | null;
  readonly counts: Counts;
  readonly standards: readonly StandardMet[];
}

/** What is asked of one authority: whole calendar months, and whether the viewer is of the authority's own service. */
export interface TimelinessAsked {
  readonly months: readonly string[];
  readonly within: boolean;
  readonly practice: Pick<Practice, 'clocks' | 'figures'>;
  readonly now: number;
}

/**
 * One row for each month, and their total, against the statutory clock and the authority's own. Outside the service each
 * month is shown by itself alone, once it is over, and a total only of months that are shown: so no two requests together
 * tell more than each month does. Returns that lie in no one month are in no row.
 */
export function timelinessTable(returns: readonly ReturnFacts[], asked: TimelinessAsked): { readonly months: readonly TimelinessRow[]; readonly total: TimelinessRow } {
  const months = [...new Set(asked.months)].sort();
  const rows = months.map((month) => ({ month, counts: countsOf(month, returns, asked) }));
  const total = { month: null, counts: totalOf(rows.map(({ counts }) => counts)) };
  const withStandards = (row: Pick<TimelinessRow, 'month' | 'counts'>): TimelinessRow => ({ ...row, standards: byTheStandards(row.counts, asked.practice) });
  return { months: rows.map(withStandards), total: withStandards(total) };
}

function countsOf(month: string, returns: readonly ReturnFacts[], { practice, within, now }: TimelinessAsked): Counts {
  const silent = silentCounts(practice);
  const inMonth = within || isOver(month, now) ? returns.filter((facts) => facts.month === month) : [];
  const count = (name: CountName): Counted | 'SILENT' => (silent.includes(name) ? 'SILENT' : counted(inMonth.filter(COUNTED[name])));
  // Safe: every name of a count has its own.
  const all = Object.fromEntries(COUNT_NAMES.map((name) => [name, count(name)])) as unknown as Record<CountName, Counted | 'SILENT'>;
  return within ? allShown(all) : withoutSmall(all);
}

function counted(returns: readonly ReturnFacts[]): Counted {
  return { returns: returns.length, children: new Set(returns.map(({ child }) => child)).size };
}

function silentCounts({ clocks }: Pick<Practice, 'clocks'>): readonly CountName[] {
  const has = (...ids: readonly string[]): boolean => clocks.some(({ id }) => ids.includes(id));
  return [...(has('OFFER') ? [] : BY_OFFER_CLOCK), ...(has('COMPLETED', 'INTERVIEW', 'CHILD_SEEN') ? [] : BY_INTERVIEW_CLOCK)];
}

function isOver(month: string, now: number): boolean {
  return DateTime.fromISO(month, { zone: LONDON }).plus({ months: 1 }).toMillis() <= now;
}

/** What is shown of every month, added up; of nothing else. */
function totalOf(rows: readonly Counts[]): Counts {
  // Safe: every name of a count has its own.
  return Object.fromEntries(COUNT_NAMES.map((name) => [name, added(rows.map((counts) => counts[name]))])) as unknown as Counts;
}

function added(counts: readonly Count[]): Count {
  return counts.reduce((sum, count) => (typeof sum === 'number' && typeof count === 'number' ? sum + count : typeof sum === 'number' ? count : sum), 0);
}
