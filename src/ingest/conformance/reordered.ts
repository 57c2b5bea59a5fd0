import type { Adapter, AdapterFile } from '../adapter-contract.ts';
import { csvRows } from './csv-text.ts';
import { syntaxOf } from './source-values.ts';
import { xmlRoot } from './xml-text.ts';

/** A stretch of a text. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The same things in another order; the same seed gives the same order. */
export function shuffled<T>(things: readonly T[], seed: number): T[] {
  const mixed = [...things];
  let state = seed;
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const other = state % (at + 1);
    // Both places are in the list.
    [mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
  }
  return mixed;
}

/** The file with its rows, or its records of one name, in another order; as it is where it has only one, or is broken. */
export function reordered(adapter: Adapter, file: AdapterFile, seed: number): AdapterFile {
  const { text } = file;
  const groups = { csv: rowsOf, xml: siblingsOf, json: (): Stretch[][] => [] }[syntaxOf(text, adapter)](text);
  const moved = groups.flatMap((places) => shuffled(places, seed).map((from, at) => ({ to: places[at] ?? from, words: text.slice(from.start, from.end) })));
  const inTurn = moved.toSorted((one, other) => one.to.start - other.to.start);
  let [written, at] = ['', 0];
  for (const { to, words } of inTurn) {
    written += text.slice(at, to.start) + words;
    at = to.end;
  }
  if (syntaxOf(text, adapter) === 'json') {
    return { ...file, text: reorderedJson(text, seed) };
  }
  return { ...file, text: written + text.slice(at) };
}

function rowsOf(text: string): Stretch[][] {
  const [, ...rows] = csvRows(text) ?? [];
  return [rows.map((cells) => ({ start: cells[0]?.start ?? 0, end: cells.at(-1)?.end ?? 0 }))];
}

/** A schema may want elements in turn, but never tells two of one name apart. */
function siblingsOf(text: string): Stretch[][] {
  const root = xmlRoot(text);
  return root === null || root.end === root.contentStart ? [] : [...Map.groupBy(root.children, ({ name }) => name).values()];
}

function reorderedJson(text: string, seed: number): string {
  try {
    return JSON.stringify(mixed(JSON.parse(text), seed));
  } catch {
    return text;
  }
}

/** Lists that records stand in: the outermost, or those of the outermost object. */
function mixed(value: unknown, seed: number): unknown {
  if (Array.isArray(value)) {
    return shuffled(value, seed);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, inner]: [string, unknown]) => [key, Array.isArray(inner) ? shuffled(inner, seed) : inner]))
    : value;
}
