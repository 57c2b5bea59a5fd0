import { createHash } from 'node:crypto';
import { canonicalJson } from '../observation/canonical-json.ts';
import { checkedNhsNumber } from '../observation/nhs-number.ts';
import { foldedName } from './folded-name.ts';

/** How somebody names a child exactly: by name and date of birth (ISO date), or by NHS number. */
export type ChildNamed =
  | { readonly givenName: string; readonly familyName: string; readonly dateOfBirth: string }
  | { readonly nhsNumber: string };

/**
 * What "whose child is this" is looked up by: the same for the same name, however it is spelt in case and accents, and date
 * of birth, or for the same NHS number; null where what is named could not tell one child from another.
 */
export function whoseChildKey(named: ChildNamed): string | null {
  const words = 'nhsNumber' in named ? numberWords(named.nhsNumber) : nameWords(named);
  return words === null ? null : createHash('sha256').update(canonicalJson(words), 'utf8').digest('hex');
}

function numberWords(nhsNumber: string): readonly string[] | null {
  const checked = checkedNhsNumber(nhsNumber);
  return checked === null ? null : ['nhs', checked];
}

function nameWords({ givenName, familyName, dateOfBirth }: Exclude<ChildNamed, { nhsNumber: string }>): readonly string[] | null {
  const [given, family] = [foldedName(givenName), foldedName(familyName)];
  return given === null || family === null || !/^\d{4}-\d{2}-\d{2}$/.test(dateOfBirth) ? null : ['name', given, family, dateOfBirth];
}
