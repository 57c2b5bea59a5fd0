import { foldedName } from '../domain/child/folded-name.ts';
import type { Directory } from './directory.ts';

/** What of a text says who, before it says how: "Southvale, by somebody independent of the home". */
const WHO = /^[^,;:(]*/u;

/**
 * The authority of the directory that a text names, by its id or its name, before anything else it says; null where it names none so.
 * A name within a sentence is none: "Southvale does not interview" says the opposite.
 */
export function authorityNamedIn({ agencies }: Pick<Directory, 'agencies'>, text: string): string | null {
  const who = foldedName(WHO.exec(text)?.[0] ?? '');
  const named = [...agencies.values()].filter(({ kind, id, name }) => kind === 'AUTHORITY' && who !== null && [id, name].some((one) => foldedName(one) === who));
  return named.length === 1 ? (named[0]?.id ?? null) : null;
}
