import type { AdapterDocument, DraftObservation, Mapped, ParsedRecord, ReadableIdentity, Refusal, Warning } from '../../src/ingest/adapter-contract.ts';
import { personTold } from '../../src/ingest/adapter-contract-warehouse/person-told.ts';
import { readableChild } from '../../src/ingest/adapter-contract-warehouse/readable-child.ts';
import { readRow } from '../../src/ingest/adapter-contract-warehouse/read-warehouse.ts';
import { canonicalInstant } from '../../src/domain/observation/source-time.ts';
import { wordList } from '../../src/domain/observation/word-list.ts';
import { EVENT_WORDS, type EventKind } from './codes.ts';
import { noteSaid } from './map-note.ts';
import { settingsOf, type Column, type EhmRecord } from './payload.ts';

type Fault = Pick<Refusal, 'code' | 'place' | 'reason' | 'remedy'>;
const NOTHING: Omit<Mapped, 'warnings'> = { observations: [], refusals: [], period: null };

/** What the set says of the child, under the matter it says it with. */
function personSaid({ person, row, extracted }: EhmRecord, { subjectKey, part, warnings }: { subjectKey: string; part: string; warnings: Warning[] }): DraftObservation {
  const payload = person === null ? {} : personTold(readRow(person, warnings));
  const order = canonicalInstant(extracted.from);
  return { subjectKey, record: { kind: 'person', key: subjectKey }, part, act: 'correct', kind: 'person', order, payload, place: row.place };
}

function refuse(record: EhmRecord, fault: Fault, event: EventKind | null): Omit<Mapped, 'warnings'> {
  const isAbsence = event === 'MISSING' || event === 'AWAY';
  return { ...NOTHING, refusals: [{ ...fault, readable: isAbsence ? identityOf(record, event) : null, record: null }] };
}

function identityOf({ person }: EhmRecord, absence: 'MISSING' | 'AWAY'): ReadableIdentity {
  return readableChild('CASE_NOTE', (column) => person?.cells.get(column) ?? null, absence);
}

/**
 * A child is known to early help while an episode is open: that is all the hub has a place for. As a placement it would
 * make a child look looked after. Once it has ended, what it said of the child goes.
 */
function mapCaf(record: EhmRecord, warnings: Warning[]): Omit<Mapped, 'warnings'> {
  const { row, extracted } = record;
  const reader = readRow<Column>(row, warnings);
  const [key, subjectKey] = [reader.key('FACT_CAF_EPISODE_ID'), reader.key('DIM_PERSON_ID')];
  if (key === null || subjectKey === null) {
    const reason = 'The early help episode has no key of its own, or names no child.';
    return refuse(record, { code: 'RECORD_KEY_MISSING', place: row.place, reason, remedy: 'Give FACT_CAF_EPISODE_ID and DIM_PERSON_ID.' }, null);
  }
  const part = `caf:${key}`;
  const end = reader.time('EPISODE_END_DTTM');
  if (end === null || end.from > extracted.until) {
    return { ...NOTHING, observations: [personSaid(record, { subjectKey, part, warnings })] };
  }
  const said = { subjectKey, record: { kind: 'person', key: subjectKey }, part, order: canonicalInstant(extracted.from), place: row.place } as const;
  return { ...NOTHING, observations: [{ ...said, act: 'retract', kind: 'retraction', payload: { scope: 'part' } }] };
}

function mapNote(record: EhmRecord, document: AdapterDocument, warnings: Warning[]): Omit<Mapped, 'warnings'> {
  const { row, extracted } = record;
  const eventOf = wordList<EventKind | 'ignored'>({ ...EVENT_WORDS, ...settingsOf(document.settings).events });
  const event = eventOf(row.cells.get('SIGNIFICANT_EVENT') ?? '');
  if (event === 'ignored') {
    return NOTHING;
  }
  if (event === null) {
    const reason = 'Nobody has said what this significant event is, and it may be a missing child.';
    const remedy = 'Name the word under events in the settings of the system, or as ignored.';
    return refuse(record, { code: 'VALUE_INVALID', place: `${row.place}, SIGNIFICANT_EVENT`, reason, remedy }, null);
  }
  const said = noteSaid(record, { event, order: canonicalInstant(extracted.from), service: document.agency, warnings });
  if ('code' in said) {
    return refuse(record, said, event);
  }
  return { ...NOTHING, observations: [...said.observations, personSaid(record, { subjectKey: said.subjectKey, part: said.key, warnings })] };
}

/** One row to what it says: that a child is known to early help, or what happened to it. */
export function map({ record }: ParsedRecord<EhmRecord>, document: AdapterDocument): Mapped {
  const warnings: Warning[] = [];
  return { ...(record.table === 'FACT_CAF_EPISODE' ? mapCaf(record, warnings) : mapNote(record, document, warnings)), warnings };
}
