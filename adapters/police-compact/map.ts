import type { AdapterDocument, DraftObservation, Mapped, ParsedRecord } from '../../src/ingest/adapter-contract.ts';
import { compactFormat } from './check-document.ts';
import { readIdentity, readRefusedRecord } from './identity.ts';
import { mapFound } from './map-found.ts';
import { mapPerson } from './map-person.ts';
import { mapReport } from './map-report.ts';
import { nameMessage, type MessageName, type NameFault } from './name-message.ts';
import { ROOT, type CompactMessage } from './payload.ts';
import { FieldReader } from './read-fields.ts';

/** A cancelled report was never true: it goes, with exactly what was said of the person under it. */
function mapCancel(name: MessageName): DraftObservation[] {
  const retraction = { act: 'retract', kind: 'retraction', order: name.sentAt, place: `/${ROOT}` } as const;
  const episode: DraftObservation = {
    ...retraction,
    subjectKey: name.person,
    record: { kind: 'episode', key: name.episode },
    part: '',
    payload: { scope: 'record' },
  };
  const people = name.standIn === null ? [name.person] : [name.person, name.standIn];
  const statements = people.map((person): DraftObservation => ({
    ...retraction,
    subjectKey: person,
    record: { kind: 'person', key: person },
    part: name.episode,
    payload: { scope: 'part' },
  }));
  return [episode, ...statements];
}

function observe(name: MessageName, reader: FieldReader): DraftObservation[] {
  if (name.type === 'CANCEL') {
    return mapCancel(name);
  }
  return [mapPerson(name, reader), ...mapReport(name, reader), ...mapFound(name, reader)];
}

function refuse(fault: NameFault, text: string): Mapped {
  const place = compactFormat.locate(text, [fault.path]).join();
  const { code, reason, remedy } = fault;
  const refusal = { code, place, reason, remedy, readable: readIdentity(text), record: readRefusedRecord(text) };
  return { observations: [], refusals: [refusal], warnings: [], period: null };
}

/** One message to what it says; remarks get their line only here, since most messages have none. */
export function map(parsed: ParsedRecord<CompactMessage>, document: AdapterDocument): Mapped {
  const reader = new FieldReader(parsed.record);
  const name = nameMessage(reader);
  if ('code' in name) {
    return refuse(name, document.text);
  }
  const observations = observe(name, reader);
  const { remarks } = reader;
  const places = remarks.length === 0 ? [] : compactFormat.locate(document.text, remarks.map((remark) => remark.path));
  const warnings = remarks.map(({ code, path, reason }, index) => ({ code, place: places[index] ?? path, reason }));
  return { observations, refusals: [], warnings, period: null };
}
