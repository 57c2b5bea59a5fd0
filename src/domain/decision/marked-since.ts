import { saidOfKind } from '../fold/stated-fields.ts';
import type { KeptRecord } from '../fold/kept-record.ts';
import { instantOfOrder } from '../observation/order-instant.ts';

/**
 * Since when a source has marked the child as restricted without taking it back, in epoch milliseconds; of several the
 * latest, so that a manager who lifts one mark does not lift another's that came after. Null when none does.
 */
export function markedSince(records: readonly Pick<KeptRecord, 'said'>[]): number | null {
  const since = records.map(markOf).filter((from) => from !== null);
  return since.length === 0 ? null : Math.max(...since);
}

function markOf({ said }: Pick<KeptRecord, 'said'>): number | null {
  const marks = saidOfKind(said, 'person').filter(({ payload }) => payload.restricted !== undefined);
  const cleared = marks.findLastIndex(({ payload }) => payload.restricted === false);
  const first = marks[cleared + 1];
  if (first === undefined) {
    return null;
  }
  const sent = instantOfOrder(first.order);
  // A source that sorts by revision does not say when: a manager's word is later. No mark is made after it came: what is dated ahead can be lifted at once.
  return sent === null ? -Infinity : Math.min(sent, first.receivedAt ?? Infinity);
}
