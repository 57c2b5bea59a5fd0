import type { AdapterDocument, Parsed, ParsedRecord, Refusal, Warning } from '../../src/ingest/adapter-contract.ts';
import { readTable, type SourceTable, type TableRow } from '../../src/ingest/adapter-contract-tables.ts';
import { DUPLICATE } from './codes.ts';
import { readSettings, TABLES, type EclipseRecord, type EclipseSettings } from './payload.ts';
import { readForms } from './read-forms.ts';
import { readPerson } from './read-person.ts';

type Read = Omit<Parsed<EclipseRecord>, 'coverage'>;

function refuseDocument(words: Pick<Refusal, 'code' | 'reason' | 'remedy'>): Parsed<EclipseRecord> {
  return { records: [], refusals: [{ ...words, place: 'line 1', readable: null, record: null }], warnings: [], coverage: null };
}

/** Eclipse's own copies of a person or a form: the original stands beside them. */
function withoutDuplicates({ rows }: SourceTable): { rows: TableRow[]; warnings: Warning[] } {
  const kept = rows.filter(({ cells }) => cells.get('DUPLICATED')?.toUpperCase() !== DUPLICATE);
  const [first] = rows.filter((row) => !kept.includes(row));
  const reason = `${String(rows.length - kept.length)} rows are marked as duplicates; they were not read.`;
  return { rows: kept, warnings: first === undefined ? [] : [{ code: 'DUPLICATES_SKIPPED', place: first.place, reason }] };
}

function readRows(table: SourceTable, settings: EclipseSettings): Read {
  const { rows, warnings } = withoutDuplicates(table);
  const around = [...table.warnings, ...warnings];
  if (table.name === TABLES.persons.name) {
    const read = rows.map((row) => ({ place: row.place, record: readPerson(row) }));
    return {
      records: read.flatMap(({ place, record }) => ('code' in record ? [] : [{ place, record }])),
      refusals: read.flatMap(({ record }) => ('code' in record ? [record] : [])),
      warnings: around,
    };
  }
  const read = readForms(rows, settings);
  const records = read.forms.flatMap(({ place, tells, form }): ParsedRecord<EclipseRecord>[] => tells.map((told) => ({ place, record: { tells: told, form } })));
  return { records, refusals: read.refusals, warnings: [...around, ...read.warnings] };
}

/** The views of an extract to persons and forms; people first, so that a form finds its child known. */
export function parse(document: AdapterDocument): Parsed<EclipseRecord> {
  const settings = readSettings(document.settings);
  if (settings === null) {
    const remedy = 'Name the forms in the settings of the system in the directory, as the adapter README shows.';
    return refuseDocument({ code: 'DOCUMENT_SCHEMA', reason: 'The directory does not say which forms of this system tell of missing children.', remedy });
  }
  if (document.extracted === null) {
    return refuseDocument({ code: 'EXTRACTED_REQUIRED', reason: 'The extract does not say when it was made.', remedy: 'Say when it was extracted, beside the file.' });
  }
  const tables = document.files.map((file) => readTable(file, [TABLES.answers, TABLES.persons], document.files.length === 1));
  const read = tables.map((table): Read => ('code' in table ? { records: [], refusals: [table], warnings: [] } : readRows(table, settings)));
  const records = read.flatMap((each) => each.records);
  const isPerson = ({ record }: ParsedRecord<EclipseRecord>): boolean => record.tells === 'PERSON';
  return {
    records: [...records.filter(isPerson), ...records.filter((each) => !isPerson(each))],
    refusals: read.flatMap((each) => each.refusals),
    warnings: read.flatMap((each) => each.warnings),
    coverage: null,
  };
}
