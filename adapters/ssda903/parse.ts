import type { AdapterDocument, Coverage, Parsed, ParsedRecord, Refusal } from '../../src/ingest/adapter-contract.ts';
import { latestYear } from './collection-year.ts';
import { compareRows, type PlacedRow } from './compare-rows.ts';
import { openReturn } from './open-return.ts';
import type { ReturnRow, TableName } from './payload.ts';
import { readEpisodeRow } from './read-episode.ts';
import { readMissingIdentity, readMissingRow } from './read-missing.ts';
import { readHeaderRow, readUascRow } from './read-person.ts';
import { readTable, type Table } from './read-table.ts';
import { RowReader } from './row-reader.ts';
import type { RowFault } from './source-row.ts';

const READERS: Readonly<Record<TableName, (row: RowReader) => ReturnRow | RowFault>> = {
  header: readHeaderRow,
  episodes: readEpisodeRow,
  missing: readMissingRow,
  uasc: readUascRow,
};

type Extracted = RowReader['extracted'];

function refuseDocument(refusal: Refusal): Parsed<ReturnRow> {
  return { records: [], refusals: [refusal], warnings: [], coverage: null };
}

function refuseRow(table: TableName, row: RowReader, fault: RowFault): Refusal {
  const readable = table === 'missing' ? readMissingIdentity(row) : null;
  const { code, reason, remedy, record } = fault;
  return { code, place: row.place(fault.column), reason, remedy, readable, record };
}

function readRows(table: Table, extracted: Extracted): { records: ParsedRecord<ReturnRow>[]; refusals: Refusal[] } {
  const records: ParsedRecord<ReturnRow>[] = [];
  const refusals: Refusal[] = [];
  for (const source of table.rows) {
    const row = new RowReader(source, extracted);
    const read = row.shapeFault() ?? READERS[source.table](row);
    if ('code' in read) {
      refusals.push(refuseRow(source.table, row, read));
    } else {
      records.push({ place: row.place(null), record: read });
    }
  }
  return { records, refusals };
}

function compared(records: readonly ParsedRecord<ReturnRow>[]): ParsedRecord<ReturnRow>[] {
  const missing = records.flatMap(({ place, record }): PlacedRow[] => (record.table === 'missing' ? [{ place, row: record }] : []));
  const others = records.filter(({ record }) => record.table !== 'missing');
  return [...others, ...compareRows(missing).map(({ place, row }) => ({ place, record: row }))];
}

/**
 * What a file speaks for in full. Only the two tables of dated rows do: a child who is not in this year's header has
 * merely left care. A refused row that can't be named might be any, so then nothing may count as absent.
 */
function coverage(records: readonly ParsedRecord<ReturnRow>[], refusals: readonly Refusal[], extracted: Extracted): Parsed<ReturnRow>['coverage'] {
  if (refusals.some(({ record }) => record === null)) {
    return null;
  }
  const rows = records.map(({ record }) => record);
  const starts = rows.flatMap((row) => (row.table === 'missing' ? [row.start] : []));
  const placements = rows.flatMap((row) => (row.table === 'episodes' ? [row.placement.from] : []));
  const tables = [
    { kind: 'episode', during: latestYear(starts, extracted.at) },
    { kind: 'placement', during: latestYear(placements, extracted.at) },
  ] as const;
  const covered = tables.flatMap(({ kind, during }): Coverage[] => (during === null ? [] : [{ kind, during }]));
  return covered.length > 1 ? covered : (covered[0] ?? null);
}

/** One table of the return, or the whole of it as XML, to its rows; each row is taken or refused by itself. */
export function parse(document: AdapterDocument): Parsed<ReturnRow> {
  if (document.extracted === null) {
    return refuseDocument({
      code: 'EXTRACTED_REQUIRED',
      place: 'line 1',
      reason: 'The return does not say when it was extracted.',
      remedy: 'Say when it was extracted, beside the file.',
      readable: null,
      record: null,
    });
  }
  const isXml = document.text.trimStart().startsWith('<');
  const table = isXml ? openReturn(document.text) : readTable(document.text);
  if ('code' in table) {
    return refuseDocument(table);
  }
  const extracted = { at: Date.parse(document.extracted), order: document.extracted };
  const { records, refusals } = readRows(table, extracted);
  return { records: compared(records), refusals, warnings: table.warnings, coverage: coverage(records, refusals, extracted) };
}
