import type { AdapterDocument, Parsed, Refusal, Warning } from '../../src/ingest/adapter-contract.ts';
import { placeIn, readTableSet, type SetRow } from '../../src/ingest/adapter-contract-table-set.ts';
import { readDateTime } from '../../src/domain/observation/source-time.ts';
import { isSignificant } from './codes.ts';
import { SET, type EhmRecord } from './payload.ts';

function notOrdered(place: string): Refusal {
  const reason = 'The set does not say when it was extracted.';
  return { code: 'EXTRACTED_REQUIRED', place, reason, remedy: 'Say when it was extracted, beside the file.', readable: null, record: null };
}

/** Notes that are no significant event are the family's record of work: they are counted, and none of them is kept. */
function leftOut(notes: readonly SetRow[]): Warning[] {
  const [first] = notes;
  const reason = `${String(notes.length)} case notes are of another type than a significant event; none of them was taken.`;
  return first === undefined ? [] : [{ code: 'NOTE_NOT_SIGNIFICANT', place: first.place, reason }];
}

/** One set of tables to its rows, each with what the set says of its child. */
export function parse(document: AdapterDocument): Parsed<EhmRecord> {
  const { rows, refusals, warnings } = readTableSet(document.files, SET);
  const extracted = readDateTime(document.extracted ?? '');
  if (extracted === null) {
    const place = placeIn(document.files[0] ?? { name: '', text: '' }, 1);
    return { records: [], refusals: [notOrdered(place), ...refusals], warnings, coverage: null };
  }
  const persons = new Map((rows.get('DIM_PERSON') ?? []).map((row) => [row.cells.get('DIM_PERSON_ID') ?? '', row]));
  const notes = rows.get('CASE_NOTE') ?? [];
  const significant = notes.filter((row) => isSignificant(row.cells.get('NOTE_TYPE') ?? ''));
  const recordOf = (table: EhmRecord['table']) => (row: SetRow) => ({
    place: row.place,
    record: { table, row, person: persons.get(row.cells.get('DIM_PERSON_ID') ?? '') ?? null, extracted },
  });
  return {
    records: [...(rows.get('FACT_CAF_EPISODE') ?? []).map(recordOf('FACT_CAF_EPISODE')), ...significant.map(recordOf('CASE_NOTE'))],
    refusals,
    warnings: [...warnings, ...leftOut(notes.filter((row) => !significant.includes(row)))],
    coverage: null,
  };
}
