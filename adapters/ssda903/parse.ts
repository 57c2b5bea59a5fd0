import type { AdapterDocument, Coverage, Parsed, ParsedRecord, Refusal } from '../../src/ingest/adapter-contract.ts';
import { latestYear } from './collection-year.ts';
import { compareRows, type PlacedRow } from './compare-rows.ts';
import type { ReturnRow, TableName } from './payload.ts';
import { readEpisodeRow } from './read-episode.ts';
import { readMissingIdentity, readMissingRow } from './read-missing.ts';
import { readHeaderRow, readUascRow } from './read-person.ts';
import { readTable, type Table } from './read-table.ts';
import { RowReader, type RowFault } from './row-reader.ts';

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
  for (const line of table.lines) {
    const row = new RowReader(table, line, extracted);
    const read = row.shapeFault() ?? READERS[table.name](row);
    if ('code' in read) {
      refusals.push(refuseRow(table.name, row, read));
    } else {
      records.push({ place: row.place(null), record: read });
    }
  }
  return { records, refusals };
}

function compared(records: readonly ParsedRecord<ReturnRow>[]): readonly ParsedRecord<ReturnRow>[] {
  const missing = records.flatMap(({ place, record }): PlacedRow[] => (record.table === 'missing' ? [{ place, row: record }] : []));
  return missing.length === 0 ? records : compareRows(missing).map(({ place, row }) => ({ place, record: row }));
}

/**
 * What a file speaks for in full. Only the two tables of dated rows do: a child who is not in this year's header has
 * merely left care. A refused row that can't be named might be any, so then nothing may count as absent.
 */
function coverage(records: readonly ParsedRecord<ReturnRow>[], refusals: readonly Refusal[], extracted: Extracted): Coverage | null {
  if (refusals.some(({ record }) => record === null)) {
    return null;
  }
  const rows = records.map(({ record }) => record);
  const starts = rows.flatMap((row) => (row.table === 'missing' ? [row.start] : []));
  const placements = rows.flatMap((row) => (row.table === 'episodes' ? [row.placement.from] : []));
  const during = latestYear([...starts, ...placements], extracted.at);
  return during === null ? null : { kind: starts.length > 0 ? 'episode' : 'placement', during };
}

/** One table of the return to its rows; each row is taken or refused by itself. */
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
  const table = readTable(document.text);
  if ('code' in table) {
    return refuseDocument(table);
  }
  const extracted = { at: Date.parse(document.extracted), order: document.extracted };
  const { records, refusals } = readRows(table, extracted);
  return { records: compared(records), refusals, warnings: table.warnings, coverage: coverage(records, refusals, extracted) };
}
