const TIME = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z)?$/;

/** The instant a source's order names, in epoch milliseconds; null where the source sorts by revision, which says no time. */
export function instantOfOrder(order: string): number | null {
  // Date.parse would find a year in almost any digits.
  const instant = TIME.test(order) ? Date.parse(order) : NaN;
  return Number.isNaN(instant) ? null : instant;
}
