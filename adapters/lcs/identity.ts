import type { ReadableIdentity } from '../../src/ingest/adapter-contract.ts';
import { readableAbsence, readableChild } from '../../src/ingest/adapter-contract-warehouse/readable-child.ts';
import { EPISODE, type Column, type Row } from './payload.ts';

type ReadColumn = (column: Column) => string | null;

function identity(read: ReadColumn, isOver: boolean): ReadableIdentity {
  return readableChild(EPISODE, read, readableAbsence(read, isOver));
}

/** What can be read of the child in an episode that is refused; one whose end can't be trusted counts as going on. */
export function identityOf(row: Row, { trustEnd }: { readonly trustEnd: boolean }): ReadableIdentity {
  const person = row.inside.find(({ table }) => table === 'Person')?.row;
  const read: ReadColumn = (column) => shortened((row.cells.get(column) ?? person?.cells.get(column))?.text);
  return identity(read, trustEnd && read('END_DTTM') !== null);
}

function shortened(text: string | undefined): string | null {
  return text === undefined || text.length > 200 || /[&<\p{Cc}]/u.test(text) ? null : text;
}

/** Where an episode of a document that is no XML begins, and what can be read of its child. */
export interface BrokenEpisode {
  readonly line: number;
  readonly identity: ReadableIdentity;
}

/** The children of a document that breaks off or is not well formed: whoever is missing in it is still missing. */
export function identitiesIn(text: string): BrokenEpisode[] {
  const [before = '', ...episodes] = text.split(`<${EPISODE}`);
  let line = before.split('\n').length;
  return episodes.map((episode) => {
    const found = { line, identity: identity((column) => textOf(column, episode), textOf('END_DTTM', episode) !== null) };
    line += episode.split('\n').length - 1;
    return found;
  });
}

/** Every part of the pattern stops at the next `<`, so that a hostile document cannot make it slow. */
function textOf(column: Column, episode: string): string | null {
  const text = new RegExp(`<${column}\\s*>([^<]{1,400})<`).exec(episode)?.[1]?.trim() ?? '';
  return text === '' ? null : shortened(text);
}
