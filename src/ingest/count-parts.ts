import { HubError } from '../domain/errors.ts';
import type { AdapterFile } from './adapter-contract.ts';

/** Our figure: so many cells, elements and lines one document has at most. A whole year of a large authority's has a tenth of it. */
const MOST_PARTS = 3_000_000;
/** What begins or ends a cell, an element, an attribute, an entry or a line, in whichever syntax, by what it weighs: an attribute costs its reader ten times as much. */
const WEIGHTS: ReadonlyMap<number, number> = new Map(Array.from(',<[{\n=', (sign) => [sign.charCodeAt(0), sign === '=' ? 10 : 1]));
const LINE_END = 10;

/**
 * Refuses a document that is divided into more parts than the hub reads in one go, before anything is made of them: nothing but separators
 * can hold a hub up for longer than the largest real document does, and nobody is answered meanwhile.
 */
export function refuseTooManyParts(files: readonly AdapterFile[]): void {
  let parts = 0;
  for (const { name, text } of files) {
    let line = 1;
    for (let at = 0; at < text.length; at += 1) {
      const sign = text.charCodeAt(at);
      const weight = WEIGHTS.get(sign);
      if (weight === undefined) {
        continue;
      }
      parts += weight;
      line += sign === LINE_END ? 1 : 0;
      if (parts > MOST_PARTS) {
        throw tooMany(files.length > 1 ? `${name.replaceAll(/\s/g, '_')} line ${String(line)}` : `line ${String(line)}`);
      }
    }
  }
}

function tooMany(place: string): HubError {
  const most = MOST_PARTS.toLocaleString('en-GB');
  return new HubError('DOCUMENT_SCHEMA', `By this line the document has more than ${most} cells, elements and lines, and so many are the most. Delete columns and rows that are empty, or send it in smaller files.`, { place });
}
