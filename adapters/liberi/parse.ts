import type { AdapterDocument, Parsed, ParsedRecord, ReadableIdentity, Refusal, Warning } from '../../src/ingest/adapter-contract.ts';
import { canonicalInstant, readDateTime, type Interval } from '../../src/domain/observation/source-time.ts';
import { placeIn, readTableSet, type SetRow, type TableSet } from '../../src/ingest/adapter-contract-table-set.ts';
import { readableAbsence, readableChild } from '../../src/ingest/adapter-contract-warehouse/readable-child.ts';
import { readRow } from '../../src/ingest/adapter-contract-warehouse/read-warehouse.ts';
import { settingsOf } from '../../src/ingest/adapter-contract-warehouse/warehouse-settings.ts';
import { NEEDED_TABLES, SET, type Column, type LiberiEpisode, type LiberiForm, type LiberiRecord, type TableName } from './payload.ts';
import { formsOf, type FormsRead } from './read-forms.ts';

type Words = Pick<Refusal, 'code' | 'reason' | 'remedy'>;
const NOT_ORDERED: Words = { code: 'EXTRACTED_REQUIRED', reason: 'The set does not say when it was extracted.', remedy: 'Say when it was extracted, beside the file.' };
const NO_EPISODE: Words = {
  code: 'VALUE_INVALID',
  reason: 'The row names no episode of this set.',
  remedy: 'Send the episodes, their statuses and their forms of one extract together.',
};
const NO_KEY: Words = { code: 'RECORD_KEY_MISSING', reason: 'The row has no FACT_MISSING_PERSON_ID.', remedy: 'Give the episode its FACT_MISSING_PERSON_ID.' };
const END_FIRST: Words = { code: 'VALUE_INVALID', reason: 'END_DTTM lies before START_DTTM.', remedy: 'Correct the time that is wrong.' };

/** The rows of a set by what they belong to. */
interface Joined {
  readonly persons: ReadonlyMap<string, SetRow>;
  readonly statuses: ReadonlyMap<string, readonly SetRow[]>;
  readonly forms: FormsRead;
}

function rowsOf({ rows }: TableSet<TableName>, table: TableName): readonly SetRow[] {
  return rows.get(table) ?? [];
}

function byKey(rows: readonly SetRow[], column: string): Map<string, SetRow[]> {
  const found = new Map<string, SetRow[]>();
  for (const row of rows) {
    const key = row.cells.get(column) ?? '';
    const known = found.get(key) ?? [];
    known.push(row);
    found.set(key, known);
  }
  return found;
}

/** What can be read of the child in an episode that is refused; one whose end can't be trusted counts as going on. */
function identityOf(row: SetRow, person: SetRow | undefined, { trustEnd }: { readonly trustEnd: boolean }): ReadableIdentity {
  const read = (column: Column): string | null => (column === 'MISSING_STATUS' ? row : person)?.cells.get(column) ?? null;
  return readableChild('FACT_MISSING_PERSON', read, readableAbsence(read, trustEnd && row.cells.has('END_DTTM')));
}

function refuse(words: Words, place: string, readable: ReadableIdentity | null = null): Refusal {
  return { ...words, place, readable, record: null };
}

/** A set that can't be taken: every child who may be missing in it is shown. */
function refuseSet(tables: TableSet<TableName>, words: Words, place: string): Parsed<LiberiRecord> {
  const persons = new Map(rowsOf(tables, 'DIM_PERSON').map((row) => [row.cells.get('DIM_PERSON_ID') ?? '', row]));
  const shown = rowsOf(tables, 'FACT_MISSING_PERSON')
    .map((row) => refuse(words, row.place, identityOf(row, persons.get(row.cells.get('DIM_PERSON_ID') ?? ''), { trustEnd: true })))
    .filter(({ readable }) => readable?.absence !== null);
  return { records: [], refusals: [...tables.refusals, refuse(words, place), ...shown], warnings: tables.warnings, coverage: null };
}

function faultOf(row: SetRow): { words: Words; place: string } | null {
  const reader = readRow<Column>(row, []);
  if (reader.key('FACT_MISSING_PERSON_ID') === null) {
    return { words: NO_KEY, place: row.place };
  }
  const [start, end] = [reader.time('START_DTTM'), reader.time('END_DTTM')];
  return start !== null && end !== null && end.until <= start.from ? { words: END_FIRST, place: reader.place('END_DTTM') } : null;
}

function readEpisode(row: SetRow, { persons, statuses, forms }: Joined, exported: Interval): LiberiEpisode | Refusal {
  const person = persons.get(row.cells.get('DIM_PERSON_ID') ?? '');
  const fault = faultOf(row);
  const key = row.cells.get('FACT_MISSING_PERSON_ID') ?? '';
  if (fault !== null) {
    const readable = identityOf(row, person, { trustEnd: fault.words !== END_FIRST });
    const record = key === '' ? null : ({ kind: 'episode', key, part: '', order: canonicalInstant(exported.from) } as const);
    return { ...refuse(fault.words, fault.place, readable), record };
  }
  return { kind: 'episode', key, row, person: person ?? null, statuses: statuses.get(key) ?? [], forms: forms.byEpisode.get(key) ?? [], exported };
}

/** Forms of an episode that is not in the set: taken where they name the child, for an interview that was held must not be lost. */
function formsAlone({ forms }: Joined, episodes: ReadonlySet<string>, exported: Interval): (LiberiForm | Refusal)[] {
  return [...forms.byEpisode].flatMap(([episode, all]) =>
    episodes.has(episode) ? [] : all.map((form) => {
      const child = forms.children.get(form.key);
      return child === undefined || form.form.held === null ? refuse(NO_EPISODE, form.place) : ({ kind: 'form', child, form, exported } as const);
    }),
  );
}

function readSet(tables: TableSet<TableName>, exported: Interval, document: AdapterDocument): Parsed<LiberiRecord> {
  const warnings: Warning[] = [...tables.warnings];
  const persons = new Map(rowsOf(tables, 'DIM_PERSON').map((row) => [row.cells.get('DIM_PERSON_ID') ?? '', row]));
  const statuses = byKey(rowsOf(tables, 'FACT_MISSING_STATUS'), 'FACT_MISSING_PERSON_ID');
  const joined = { persons, statuses, forms: formsOf(rowsOf(tables, 'FACT_FORM_ANSWERS'), settingsOf(document.settings), warnings) };
  const rows = rowsOf(tables, 'FACT_MISSING_PERSON');
  const known = new Set(rows.map((row) => row.cells.get('FACT_MISSING_PERSON_ID') ?? ''));
  const read = [...rows.map((row) => readEpisode(row, joined, exported)), ...formsAlone(joined, known, exported)];
  const stray = [...statuses].flatMap(([key, all]) => (known.has(key) ? [] : all.map((row) => refuse(NO_EPISODE, row.place))));
  const records = read.flatMap((one): ParsedRecord<LiberiRecord>[] => ('code' in one ? [] : [{ place: one.kind === 'episode' ? one.row.place : one.form.place, record: one }]));
  const refused = read.flatMap((one) => ('code' in one ? [one] : []));
  return { records, refusals: [...tables.refusals, ...refused, ...stray, ...joined.forms.refusals], warnings, coverage: null };
}

/** One set of tables to its episodes; each is taken or refused by itself. */
export function parse(document: AdapterDocument): Parsed<LiberiRecord> {
  const tables = readTableSet(document.files, SET);
  const place = placeIn(document.files[0] ?? { name: '', text: '' }, 1);
  const exported = readDateTime(document.extracted ?? '');
  if (exported === null) {
    return refuseSet(tables, NOT_ORDERED, place);
  }
  const absent = NEEDED_TABLES.filter((table) => !tables.rows.has(table));
  if (absent.length > 0) {
    const reason = `The set has no readable ${absent.join(', ')}; an episode is restated whole, so nothing of it was taken.`;
    return refuseSet(tables, { code: 'DOCUMENT_SCHEMA', reason, remedy: 'Send these tables together, those without rows with their header row.' }, place);
  }
  return readSet(tables, exported, document);
}
