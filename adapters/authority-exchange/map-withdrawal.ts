import type { DraftObservation } from '../../src/ingest/adapter-contract.ts';
import { withdrawnOf } from './codes.ts';
import { partOf, saidOf, type MessageName } from './name-message.ts';
import { messageFault, type MessageReader } from './read-message.ts';

/** What was withdrawn was never so: the record goes, with exactly what was said of the child under it. */
export function mapWithdrawal(name: MessageName, reader: MessageReader): DraftObservation[] {
  const kind = withdrawnOf(reader.text('Withdrawal/Withdraws') ?? '');
  if (kind === null) {
    throw messageFault({ code: 'VALUE_INVALID', path: 'Withdrawal/Withdraws', reason: 'The message does not say what it takes back.', remedy: 'Name one of the kinds of record the adapter README lists.' });
  }
  const record = { kind, key: reader.key('Withdrawal/RecordKey') };
  const retraction = { ...saidOf(name, record, 'Withdrawal'), act: 'retract', kind: 'retraction' } as const;
  return [
    { ...retraction, payload: { scope: 'record' } },
    { ...retraction, record: { kind: 'person', key: name.child }, part: partOf(record), payload: { scope: 'part' } },
  ];
}
