import type { AdapterFile } from './adapter-contract.ts';

const AROUND = 2;
const WIDEST = 400;
/** `line 12`, `line 12 /Report/MissingSince`, or in a set `dm_persons.csv line 12`. */
const PLACE = /^(?:(?<file>\S.*?) )?line (?<line>\d+)(?: (?<path>\/\S+))?/;

/** The refused place as its document has it, a few lines around it with their numbers; what concerns the whole document shows its beginning. */
export function excerptOf(files: readonly AdapterFile[], place: string): string {
  const { file, line = '1', path } = PLACE.exec(place)?.groups ?? {};
  const text = (files.find(({ name }) => name === file) ?? files[0])?.text ?? '';
  const at = Number(line);
  const from = Math.max(1, at - AROUND);
  return linesOf(text, from, at + AROUND)
    .map((words, index) => `${String(from + index)}: ${from + index === at ? window(words, path) : words.slice(0, WIDEST)}`)
    .join('\n');
}

/** Lines by number, without splitting a document of megabytes. */
function linesOf(text: string, from: number, until: number): string[] {
  let start = 0;
  for (let line = 1; line < from; line += 1) {
    start = text.indexOf('\n', start) + 1;
    if (start === 0) {
      return [];
    }
  }
  const found: string[] = [];
  for (let line = from; line <= until && start <= text.length; line += 1) {
    const end = text.indexOf('\n', start);
    found.push(text.slice(start, end === -1 ? text.length : end).replace(/\r$/, ''));
    if (end === -1) {
      break;
    }
    start = end + 1;
  }
  return found;
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
