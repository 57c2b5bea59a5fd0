import { HubError } from '../domain/errors.ts';

const NAME = 'dryRun';

/**
 * Is a document only to be tried? `?dryRun` and `?dryRun=true` say so. Whatever only resembles that is refused: it must
 * not be stored because somebody misspelt it.
 */
export function readDryRun(query: Readonly<Record<string, unknown>>): boolean {
  const named = Object.keys(query).filter((name) => name.toLowerCase().replace(/[^a-z]/g, '') === NAME.toLowerCase());
  const said = query[NAME];
  if (named.some((name) => name !== NAME) || !(said === undefined || said === '' || said === 'true' || said === 'false')) {
    throw new HubError('BAD_INPUT', 'Say "dryRun" or "dryRun=true" once to have a document only tried; nothing was stored.');
  }
  return said === '' || said === 'true';
}
