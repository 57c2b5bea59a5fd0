import type { FoldPlaces } from '../directory/fold-places.ts';
import type { ReadableIdentity, Refusal } from './adapter-contract.ts';

/** The kinds of message of which the child counts as HIGH while nobody has read them. */
export const COUNTS_AS_HIGH: ReadonlySet<string> = new Set(['MISSING', 'UPDATE', 'FOUND']);

/**
 * Which agencies are shown a refused message: its sender always. A missing child whose file could not be read is still
 * missing, so such a message is also shown to the authority it names or, where it names none, to every authority in
 * the sending force's area.
 */
export function shownTo({ readable }: Refusal, sender: string, places: FoldPlaces): string[] {
  if (readable === null || !isAboutMissing(readable)) {
    return [sender];
  }
  const named = readable.authority === null ? null : places.agencyOf(readable.authority);
  const others = named !== null && places.kindOf(named) === 'AUTHORITY' ? [named] : places.authoritiesOf(sender);
  return [...new Set([sender, ...others])];
}

function isAboutMissing({ messageKind, absence }: ReadableIdentity): boolean {
  return absence !== null || COUNTS_AS_HIGH.has(messageKind);
}
