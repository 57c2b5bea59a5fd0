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
  const groups = { csv: rowsOf, xml: siblingsOf, json: itemsOf }[syntaxOf(text, adapter)](text);
  const moved = groups.flatMap((places) => shuffled(places, seed).map((from, at) => ({ to: places[at] ?? from, words: text.slice(from.start, from.end) })));
  const inTurn = moved.toSorted((one, other) => one.to.start - other.to.start);
  let [written, at] = ['', 0];
  for (const { to, words } of inTurn) {
    written += text.slice(at, to.start) + words;
    at = to.end;
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

const JSON_MARK = /"(?:[^"\\]|\\.)*"|[{}[\],]/g;
const DEEPER: Readonly<Record<string, number>> = { '[': 1, '{': 1, ']': -1, '}': -1 };

/** What the first list holds, item by item; as text, since reading and writing again would make numbers of numbers. */
function itemsOf(text: string): Stretch[][] {
  const marks = [...text.matchAll(JSON_MARK)];
  const list = marks.slice(marks.findIndex(([mark]) => mark === '['));
  const cuts: number[] = [];
  let depth = 0;
  for (const { 0: mark, index } of list) {
    depth += DEEPER[mark] ?? 0;
    if (cuts.length === 0 || depth === 0 || (depth === 1 && mark === ',')) {
      cuts.push(index);
    }
    if (depth === 0) {
      break;
    }
  }
  return [cuts.slice(1).map((end, at) => ({ start: (cuts[at] ?? 0) + 1, end }))];
}
