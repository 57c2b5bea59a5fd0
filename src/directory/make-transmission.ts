import type { Writing } from '../store/database.ts';
import { addTransmission } from '../store/write/transmissions/add-transmission.ts';
import { sentBefore } from '../store/write/transmissions/sent-before.ts';
import type { TransmissionCause } from '../store/write/transmissions/transmission-row.ts';
import { deadlineFor } from './deadline-for.ts';
import type { Directory } from './directory.ts';
import type { ExchangeEntry } from './exchange-directory.ts';
import type { Exchanged } from './exchange-for.ts';

/** A row that is to go to another agency, and why. */
export interface ToTransmit extends Exchanged {
  readonly id: string;
  readonly entry: ExchangeEntry;
  /** The row's own record. */
  readonly record: string;
  /** The person record of its child. */
  readonly child: string;
  /** As whom it is read there. */
  readonly recipient: string;
  readonly because: TransmissionCause;
  /** The event in the log of what was done is its decision; what a rule does rests on none. */
  readonly decision: string | null;
  readonly by: string;
  /** Does it go without anybody's further word? */
  readonly released: boolean;
}

/** Makes a transmission in the transaction of what causes it, once for each id. */
export async function makeTransmission(em: Writing, { directory, now }: { readonly directory: Directory; readonly now: number }, asked: ToTransmit): Promise<void> {
  const { id, entry, record, child, from, to, matter, because, recipient, decision, by, released } = asked;
  await addTransmission(em, {
    ...{ id, matter, child, from, to, recipient, decision, because, by, released },
    act: 'assert',
    corrects: null,
    records: [record],
    channel: entry.channel,
    revision: (await sentBefore(em, { records: [record], to })) + 1,
    deadline: await deadlineFor(em, directory, { ...asked, at: now }),
    at: now,
  });
}
