import type { Interval } from '../interval/interval.ts';
import { DAY, HOUR } from '../interval/durations.ts';
import { instantOfOrder } from './order-instant.ts';

/** What tells when something was said: when its source says it was, and when the hub received it. */
export interface SaidWhen {
  /** Sorts as text: a canonical UTC time or a zero-padded revision. */
  readonly order: string;
  /** Epoch milliseconds; null where nobody sent it and the hub worked it out. */
  readonly receivedAt: number | null;
}

/** By how much the clocks of two systems may differ, beyond doubt: our figure. */
const CLOCKS_DIFFER = HOUR;

/**
 * By when something was surely said, in epoch milliseconds: the earlier of when its message says it was sent and when the hub received it,
 * for nothing is received before it is said. A message that says only its day was sent at any time of it. Null where neither is known.
 */
export function saidBy({ order, receivedAt }: SaidWhen): number | null {
  const sent = instantOfOrder(order);
  const sentBy = sent === null ? null : sent + (order.includes('T') ? 0 : DAY);
  const known = [sentBy, receivedAt].filter((time) => time !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** Is a time later than it was told by: one that had not come, and so cannot have been? */
export function isAhead(at: Pick<Interval, 'from'>, said: SaidWhen): boolean {
  const by = saidBy(said);
  return by !== null && at.from > by + CLOCKS_DIFFER;
}

/** Does a message say that it was sent at a time that had not come when it was received? */
export function isSentAhead({ order, receivedAt }: SaidWhen): boolean {
  const sent = instantOfOrder(order);
  return sent !== null && receivedAt !== null && sent > receivedAt + CLOCKS_DIFFER;
}
