import type { AdapterDocument, Parsed, ParsedRecord, Refusal } from '../../src/ingest/adapter-contract.ts';
import { readTable, type SourceTable, type TableRow } from '../../src/ingest/adapter-contract-tables.ts';
import { readSettings, TABLES, type MosaicRecord, type MosaicSettings, type Told } from './payload.ts';
import { readPerson } from './read-person.ts';
import { readSteps, type PlacedStep } from './read-steps.ts';

const SHAPES = Object.values(TABLES);
const TOLD: readonly Told[] = ['EPISODE', 'OFFER', 'INTERVIEW'];

function refuseDocument(words: Pick<Refusal, 'code' | 'reason' | 'remedy'>): Parsed<MosaicRecord> {
  return { records: [], refusals: [{ ...words, place: 'line 1', readable: null, record: null }], warnings: [], coverage: null };
}

/** Steps without their children, their answers or the mark of a restricted child would tell too little, or too much. */
function lackingTables(tables: readonly SourceTable[]): string[] {
  const sent = tables.map(({ name }) => name);
  const isOfPersons = sent.length > 0 && sent.every((name) => name === TABLES.persons.name);
  return isOfPersons ? [] : SHAPES.map(({ name }) => name).filter((name) => !sent.includes(name));
}

function rowsOf(tables: readonly SourceTable[], { name }: { readonly name: string }): TableRow[] {
  return tables.filter((table) => table.name === name).flatMap(({ rows }) => rows);
}

function stepRecords({ place, step, warnings }: PlacedStep): ParsedRecord<MosaicRecord>[] {
  return TOLD.map((tells) => ({ place, record: { tells, step, warnings: tells === 'EPISODE' ? warnings : [] } }));
}

/** People first, so that a step finds its child known, and known as restricted. */
function readSet(tables: readonly SourceTable[], settings: MosaicSettings, extracted: { at: number; order: string }): Parsed<MosaicRecord> {
  const read = rowsOf(tables, TABLES.persons).map((row) => ({ place: row.place, record: readPerson(row) }));
  const people = read.flatMap(({ place, record }): ParsedRecord<MosaicRecord>[] => ('code' in record ? [] : [{ place, record }]));
  const persons = new Set(people.flatMap(({ record }) => (record.tells === 'PERSON' ? [record.person] : [])));
  const of = { steps: rowsOf(tables, TABLES.steps), members: rowsOf(tables, TABLES.members), answers: rowsOf(tables, TABLES.answers) };
  const { steps, refusals, warnings } = readSteps({ ...of, persons, settings, extracted });
  return {
    records: [...people, ...steps.flatMap(stepRecords)],
    refusals: [...read.flatMap(({ record }) => ('code' in record ? [record] : [])), ...refusals],
    warnings: [...tables.flatMap((table) => table.warnings), ...warnings],
    coverage: null,
  };
}

/** The tables of a set to persons and steps; a set that lacks one is refused whole. */
export function parse(document: AdapterDocument): Parsed<MosaicRecord> {
  const settings = readSettings(document.settings);
  if (settings === null) {
    const remedy = 'Name the profile in the settings of the system in the directory, as the adapter README shows.';
    return refuseDocument({ code: 'DOCUMENT_SCHEMA', reason: 'The directory does not say which form this system keeps.', remedy });
  }
  if (document.extracted === null) {
    return refuseDocument({ code: 'EXTRACTED_REQUIRED', reason: 'The extract does not say when it was made.', remedy: 'Say when it was extracted, beside the set.' });
  }
  const read = document.files.map((file) => readTable(file, SHAPES, document.files.length === 1));
  const unread = read.filter((table) => 'code' in table);
  const tables = read.filter((table) => 'rows' in table);
  if (unread.length > 0) {
    return { records: [], refusals: unread, warnings: [], coverage: null };
  }
  const lacking = lackingTables(tables);
  if (lacking.length > 0) {
    return refuseDocument({ code: 'DOCUMENT_SCHEMA', reason: `The set lacks the tables ${lacking.join(', ')}.`, remedy: 'Send all four tables in one ZIP archive; dm_persons alone may be sent alone.' });
  }
  return readSet(tables, settings, { at: Date.parse(document.extracted), order: document.extracted });
}
