import type { AdapterFile } from './adapter-contract.ts';

const AROUND = 2;
const WIDEST = 400;
/** `line 12`, `line 12 /Report/MissingSince`, or in a set `dm_persons.csv line 12`. */
const PLACE = /^(?:(?<file>\S.*?) )?line (?<line>\d+)(?: (?<path>\/\S+))?/;

/**
 * How a refused place is shown as its document has it: a few lines around it with their numbers; what concerns the whole document shows
 * its beginning. A document is looked through once, however many of its places are refused.
 */
export function excerptsOf(files: readonly AdapterFile[]): (place: string) => string {
  const starts = new Map<string, readonly number[]>();
  const startsIn = (text: string): readonly number[] => {
    const known = starts.get(text) ?? lineStarts(text);
    starts.set(text, known);
    return known;
  };
  return (place) => {
    const { file, line = '1', path } = PLACE.exec(place)?.groups ?? {};
    const text = (files.find(({ name }) => name === file) ?? files[0])?.text ?? '';
    const at = Number(line);
    const from = Math.max(1, at - AROUND);
    return startsIn(text)
      .slice(from - 1, at + AROUND)
      .map((start) => lineFrom(text, start))
      .map((words, index) => `${String(from + index)}: ${from + index === at ? window(words, path) : words.slice(0, WIDEST)}`)
      .join('\n');
  };
}

/** Where each line begins. */
function lineStarts(text: string): readonly number[] {
  const found = [0];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) {
    found.push(end + 1);
  }
  return found;
}

function lineFrom(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end === -1 ? text.length : end).replace(/\r$/, '');
}

/** A document may be one long line: then what stands round the element the path names. */
function window(words: string, path: string | undefined): string {
  if (words.length <= 2 * WIDEST) {
    return words;
  }
  const element = path === undefined ? -1 : words.indexOf(`<${path.slice(path.lastIndexOf('/') + 1)}`);
  const begin = Math.max(0, element - WIDEST / 2);
  return `${begin === 0 ? '' : '...'}${words.slice(begin, begin + WIDEST)}...`;
}
