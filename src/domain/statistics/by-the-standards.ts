import type { FigureName, Practice } from '../authority/practice.ts';
import type { Count, Counts } from './suppress-small.ts';

type StandardName = Extract<FigureName, 'offeredOfEligible' | 'completedOfAccepted' | 'refusedAtMost'>;

/** How a month stands to one of the authority's own standards. */
export interface StandardMet {
  readonly standard: StandardName;
  /** In per cent; null: the authority's guidance is silent. */
  readonly asks: number | null;
  /** Per cent, by one decimal; a range where the times do not settle it. Null: it cannot be told from what is shown. */
  readonly stands: { readonly least: number; readonly most: number } | null;
  /** Null: silent, not told, or the times do not settle it. */
  readonly met: boolean | null;
  readonly source: string | null;
  readonly flag: string | null;
}

/** Of the eligible offered, of the accepted completed in time, of the offered refused: worked out from shown counts alone. */
export function byTheStandards(counts: Counts, { figures }: Pick<Practice, 'figures'>): StandardMet[] {
  const shares = {
    offeredOfEligible: share([counts.offered], [], counts.eligible),
    completedOfAccepted: share([counts.ownInTime], [counts.ownCannotTell], counts.accepted),
    refusedAtMost: share([counts.refused], [], counts.offered),
  };
  return (['offeredOfEligible', 'completedOfAccepted', 'refusedAtMost'] as const).map((standard) => {
    const { value = null, source = null, flag = null } = figures[standard] ?? {};
    const stands = shares[standard];
    const met = stands === null || value === null ? null : isMet(standard, stands, value);
    return { standard, asks: value, stands: stands === null ? null : { least: byOneDecimal(stands.least), most: byOneDecimal(stands.most) }, met, source, flag };
  });
}

interface Share {
  readonly least: number;
  readonly most: number;
}

/** Per cent of a whole, with what may come to it; null where any of the counts is not shown, or there is no whole. */
function share(surely: readonly Count[], perhaps: readonly Count[], whole: Count): Share | null {
  const known = [...surely, ...perhaps].filter((count) => typeof count === 'number');
  if (typeof whole !== 'number' || whole === 0 || known.length < surely.length + perhaps.length) {
    return null;
  }
  const sum = (counts: readonly number[]): number => (counts.reduce((total, count) => total + count, 0) / whole) * 100;
  return { least: sum(known.slice(0, surely.length)), most: sum(known) };
}

function byOneDecimal(perCent: number): number {
  return Math.round(perCent * 10) / 10;
}

function isMet(standard: StandardName, { least, most }: Share, asks: number): boolean | null {
  const [surely, perhaps] = standard === 'refusedAtMost' ? [most <= asks, least <= asks] : [least >= asks, most >= asks];
  return surely ? true : perhaps ? null : false;
}
