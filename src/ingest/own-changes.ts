import type { RecordKind, RecordRef } from '../domain/record/record.ts';
import type { Writing } from '../store/database.ts';
import type { Message } from '../store/write/observation-store.ts';
import { ownRecords } from '../store/write/own-words.ts';
import { absencesFrom, extractsOf, heldBy } from './check-retractions.ts';
import { recordIds, type IngestServices } from './ingest-services.ts';
import type { ReadDocument } from './read-document.ts';

/** How many records of one kind would be new, told more of, or taken back. */
export interface RecordChanges {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** By kind of record; only of the sender's own records, whatever else the hub knows of the same children. */
export type OwnChanges = Partial<Readonly<Record<RecordKind, RecordChanges>>>;

/** When a record was last spoken of, and when it was last taken back, in its source's order. */
interface Spoken {
  readonly kind: RecordKind;
  readonly said: string | null;
  readonly takenBack: string | null;
}

/** What new messages of a document, and what a full extract lacks, would change in the records of its own sender. */
export async function ownChanges(em: Writing, services: IngestServices, { read, fresh }: { readonly read: ReadDocument; readonly fresh: readonly Message[] }): Promise<OwnChanges> {
  const spoken = spokenOf(services, fresh);
  const known = await ownRecords(em, read.document, [...spoken.keys()]);
  const counts = new Map<RecordKind, RecordChanges>();
  const count = (kind: RecordKind, what: keyof RecordChanges, by: number): void => {
    const before = counts.get(kind) ?? { added: 0, changed: 0, removed: 0 };
    counts.set(kind, { ...before, [what]: before[what] + by });
  };
  for (const [id, record] of spoken) {
    const becomes = becomesOf(record, known.has(id));
    if (becomes !== null) {
      count(record.kind, becomes, 1);
    }
  }
  for (const { kind, keys } of await absencesFrom(em, extractsOf(read), heldBy(services, read))) {
    count(kind, 'removed', keys.length);
  }
  // In one order whatever came first: equal documents are answered alike, to the letter.
  return Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function spokenOf(services: IngestServices, messages: readonly Message[]): ReadonlyMap<string, Spoken> {
  const recordId = recordIds(services);
  const spoken = new Map<string, Spoken>();
  const note = (ref: RecordRef, { said, takenBack }: Pick<Spoken, 'said' | 'takenBack'>): void => {
    const id = recordId(ref);
    const before = spoken.get(id);
    spoken.set(id, { kind: ref.kind, said: later(before?.said, said), takenBack: later(before?.takenBack, takenBack) });
  };
  for (const { subject, record, order, payload } of messages.flatMap(({ observations }) => observations)) {
    if ('scope' in payload) {
      note(record, { said: null, takenBack: payload.scope === 'record' ? order : null });
    } else {
      note(record, { said: order, takenBack: null });
      note(subject, { said: order, takenBack: null });
    }
  }
  return spoken;
}

function later(one: string | null | undefined, other: string | null): string | null {
  return one === null || one === undefined || (other !== null && other > one) ? other : one;
}

/** What was never known is not taken back, whole or in part. */
function becomesOf({ said, takenBack }: Spoken, known: boolean): keyof RecordChanges | null {
  const ends = takenBack !== null && (said === null || takenBack >= said);
  if (known) {
    return ends ? 'removed' : 'changed';
  }
  return ends || said === null ? null : 'added';
}
