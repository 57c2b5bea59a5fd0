import type { Directory } from '../directory/directory.ts';
import { recipientOf } from '../directory/recipient-of.ts';
import { abilityOf, readableAttributes } from '../policy/ability.ts';
import { attributesOf, levelsOf, type Family } from '../policy/attributes.ts';

/** Would whoever something is sent to be shown anything of this row today? By the rules alone: nothing of it is read. */
export function isShownAnything(directory: Pick<Directory, 'people' | 'agencies'>, recipient: string, { family, facts }: { readonly family: Family; readonly facts: object }): boolean {
  const viewer = recipientOf(directory, recipient);
  const readable = viewer === null ? null : readableAttributes(abilityOf(viewer), family, facts);
  const groups = levelsOf(family)?.map(({ group }) => group);
  return readable !== null && (groups === undefined ? readable.size > 0 : attributesOf(family, ...groups).some((field) => readable.has(field)));
}
