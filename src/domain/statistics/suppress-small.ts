import { SPLITS, type CountName } from './timeliness-counts.ts';

/** Fewer children than this are never counted before somebody outside the authority's service (leak row 10). */
const FEWEST_CHILDREN = 5;

/** A count as it is shown. SILENT: the practice has no clock for it. */
export type Count = number | 'SUPPRESSED' | 'SILENT';
export type Counts = Readonly<Record<CountName, Count>>;

/** How many returns, and of how many children, one count is of. */
export interface Counted {
  readonly returns: number;
  readonly children: number;
}

/**
 * What of a month's counts is shown outside the service. Of two that make up a third both are shown, or neither: only
 * where the third is shown, and each of the two is of five children or more. So whatever is suppressed can be anything
 * that its total allows: no subtraction gives it, and that it is suppressed does not say which of the two was small.
 */
export function withoutSmall(counted: Readonly<Record<CountName, Counted | 'SILENT'>>): Counts {
  const shown = new Set<CountName>(isEnough(counted.returns) ? ['returns'] : []);
  for (const [whole, one, other] of SPLITS) {
    if (shown.has(whole) && isEnough(counted[one]) && isEnough(counted[other])) {
      shown.add(one).add(other);
    }
  }
  return mapCounts(counted, (count, name) => (shown.has(name) ? count.returns : 'SUPPRESSED'));
}

/** All counts as they are, for the authority's own service. */
export function allShown(counted: Readonly<Record<CountName, Counted | 'SILENT'>>): Counts {
  return mapCounts(counted, ({ returns }) => returns);
}

function mapCounts(counted: Readonly<Record<CountName, Counted | 'SILENT'>>, show: (count: Counted, name: CountName) => Count): Counts {
  // Safe: the names are those of the counts given, each once.
  const names = Object.keys(counted) as CountName[];
  return Object.fromEntries(names.map((name) => [name, asShown(counted[name], (count) => show(count, name))])) as unknown as Counts;
}

function asShown(count: Counted | 'SILENT', show: (count: Counted) => Count): Count {
  return count === 'SILENT' ? 'SILENT' : show(count);
}

/** None at all is fewer than five, too: that nobody refused is said of every child. */
function isEnough(count: Counted | 'SILENT'): boolean {
  return count !== 'SILENT' && count.children >= FEWEST_CHILDREN;
}
