import type { Adapter, AdapterFile } from '../adapter-contract.ts';
import { csvRows } from './csv-text.ts';
import { readFiles } from './read-outcome.ts';
import type { Subject } from './samples.ts';
import { becomes, fieldOf, foundValues } from './source-fields.ts';
import { comesOut } from './same-words.ts';
import { syntaxOf, valuesOf } from './source-values.ts';
import { xmlRoot } from './xml-text.ts';

/** No document of a source is larger: what is more comes in several. */
const LARGEST = 8 * 1024 * 1024;

/** Of messages that come one a file: nothing of one is kept for the next, so that more would show no more. */
const MOST_DOCUMENTS = 5_000;
const KEYS: ReadonlySet<string> = new Set(['subject', 'record', 'part']);

/** A file as what stands once and what stands again for every copy, keys apart. */
interface Pattern {
  readonly name: string;
  readonly before: string;
  /** Alternately text as it is, and a key that each copy has its own of. */
  readonly again: readonly string[];
  readonly between: string;
  readonly after: string;
}

/** Documents that hold so many records together (or, where each holds one, enough of them), made from the adapter's longest good sample with changed keys. */
export function* bulkDocuments(subject: Subject, records: number): Generator<readonly AdapterFile[]> {
  const sample = longestGood(subject);
  if (sample === null) {
    return;
  }
  const keys = keysIn(subject, sample);
  const said = JSON.stringify(readFiles(subject, sample).observations);
  // A code may look like a key, and then only what comes out as it went in is one.
  const sets = [keys, new Set([...keys].filter((value) => comesOut(value, said)))];
  const repeated = sets.map((some) => sample.map((file) => repeatable(subject.adapter, file, some))).find((some) => growsEvenly(subject, some));
  const patterns = repeated ?? sample.map((file) => whole(subject.adapter, file, keys));
  const each = Math.max(1, recordsIn(subject, written(patterns, 0, 1)));
  const size = patterns.reduce((sum, { again }) => sum + again.join('').length, 0);
  const copies = repeated !== undefined ? Math.min(Math.ceil(records / each), Math.max(1, Math.floor(LARGEST / size))) : 1;
  const most = repeated !== undefined ? records : MOST_DOCUMENTS * each;
  for (let copy = 0; copy * each < Math.min(records, most); copy += copies) {
    yield written(patterns, copy, Math.min(copies, Math.ceil(records / each) - copy));
  }
}

function recordsIn({ adapter, settings }: Subject, files: readonly AdapterFile[]): number {
  const text = files[0]?.text ?? '';
  return adapter.parse({ text, files, agency: 'northmere', settings, extracted: '2026-04-30T06:00:00.000Z', fileName: null }).records.length;
}

function longestGood(subject: Subject): readonly AdapterFile[] | null {
  const good = subject.samples.filter(({ files }) => files.length > 0 && readFiles(subject, files).refusals.length === 0);
  const lengths = good.map(({ files }) => ({ files, records: recordsIn(subject, files) })).filter(({ records }) => records > 0);
  return lengths.toSorted((one, other) => other.records - one.records)[0]?.files ?? null;
}

/** Rows, or the records under the root, stand again and again. */
function repeatable(adapter: Adapter, file: AdapterFile, keys: ReadonlySet<string>): Pattern {
  const { start, end, between } = { csv: rowsOf, xml: recordsOf, json: itemsOf }[syntaxOf(file.text, adapter)](file.text);
  return pattern(adapter, file, { start, end, between, keys });
}

/** One message a file: the whole of it is a copy. */
function whole(adapter: Adapter, file: AdapterFile, keys: ReadonlySet<string>): Pattern {
  return pattern(adapter, file, { start: 0, end: file.text.length, between: '', keys });
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly between: string;
}

function rowsOf(text: string): Stretch {
  const [, first, ...more] = csvRows(text) ?? [];
  return { start: first?.[0]?.start ?? text.length, end: (more.at(-1) ?? first)?.at(-1)?.end ?? text.length, between: '\n' };
}

/** The longest run of siblings of one name. */
function recordsOf(text: string): Stretch {
  const groups = [...Map.groupBy(xmlRoot(text)?.children ?? [], ({ name }) => name).values()];
  const [run = []] = groups.toSorted((one, other) => other.length - one.length || lengthOf(other) - lengthOf(one));
  return { start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0, between: '\n' };
}

function lengthOf(elements: readonly { readonly start: number; readonly end: number }[]): number {
  return elements.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** What the first list holds. */
function itemsOf(text: string): Stretch {
  const start = text.indexOf('[') + 1;
  return { start, end: text.lastIndexOf(']'), between: ',' };
}

function pattern(adapter: Adapter, file: AdapterFile, { start, end, between, keys }: Stretch & { readonly keys: ReadonlySet<string> }): Pattern {
  const places = valuesOf(adapter, file).filter((at) => !at.isName && keys.has(at.value) && at.start >= start && at.end <= end);
  const again: string[] = [];
  let from = start;
  for (const at of places.toSorted((one, other) => one.start - other.start)) {
    // Inside the quotation marks where it has any: what is added stands at the end of the value.
    const quoted = /["']/.test(file.text[at.end - 1] ?? '') && at.end - at.start > at.value.length;
    const until = quoted ? at.end - 1 : at.end;
    again.push(file.text.slice(from, until));
    from = until;
  }
  again.push(file.text.slice(from, end));
  return { name: file.name, before: file.text.slice(0, start), again, between, after: file.text.slice(end) };
}

/** Each copy adds as much as the one before: none is refused, and none speaks of another's records. */
function growsEvenly(subject: Subject, patterns: readonly Pattern[]): boolean {
  const [one = 0, two = 0, three = 0] = [1, 2, 3].map((copies) => recordsIn(subject, written(patterns, 0, copies)));
  return two > one && three - two === two - one && readFiles(subject, written(patterns, 0, 2)).refusals.length === 0;
}

/** The values that name records. A reference to a record has the same value wherever it stands. */
function keysIn({ adapter }: Subject, files: readonly AdapterFile[]): ReadonlySet<string> {
  const named = foundValues(adapter, files).filter(({ names }) => becomes(fieldOf(adapter, { names })).some((target) => KEYS.has(target)));
  const values = named.filter(({ at, names }) => !at.isName && /\d/.test(at.value) && precisionOf(adapter, names) === null);
  return new Set(values.map(({ at }) => at.value));
}

function precisionOf(adapter: Adapter, names: readonly string[]): string | null {
  const field = fieldOf(adapter, { names });
  return field !== null && 'becomes' in field ? field.precision : null;
}

function written(patterns: readonly Pattern[], from: number, copies: number): AdapterFile[] {
  return patterns.map(({ name, before, again, between, after }) => {
    const copy = (number: number): string => again.join(number === 0 ? '' : String(number).padStart(5, '0'));
    return { name, text: before + Array.from({ length: copies }, (_, at) => copy(from + at)).join(between) + after };
  });
}
