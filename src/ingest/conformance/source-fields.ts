import type { Adapter, AdapterFile, SourceField } from '../adapter-contract.ts';
import type { SourceValue } from './source-value.ts';
import { valuesOf } from './source-values.ts';

/** A value of a file with the names it can be listed under: its path, and before it the name of the file of a set. */
export interface FoundValue {
  readonly file: number;
  readonly at: SourceValue;
  readonly names: readonly string[];
}

const parts = (name: string): string[] => name.split(/[/.\s]+/).filter((part) => part !== '' && part.toLowerCase() !== 'csv').map((part) => part.replace(/^@/, '').toUpperCase());
const endsWith = (whole: readonly string[], end: readonly string[]): boolean => end.every((part, at) => whole[whole.length - end.length + at] === part);

/** `Answer[@question="why"]` means an Answer, and the question it stands under. */
const PREDICATE = /\[@(\w+)=[^\]]*\]/;

/** Does the list mean this? `Date` and `Person/Date` mean `Person/Date`; `Care/*` everything in Care. */
export function isNamed(listed: string, names: readonly string[]): boolean {
  const predicate = PREDICATE.exec(listed);
  if (predicate !== null) {
    const plain = listed.replace(PREDICATE, '');
    return isNamed(plain, names) || isNamed(`${plain}/@${predicate[1] ?? ''}`, names);
  }
  if (listed.endsWith('/*')) {
    const section = parts(listed.slice(0, -2));
    return names.some((_name, at) => endsWith(parts(names.slice(0, at).join('/')), section) && at > 0);
  }
  const [said, stands] = [parts(listed), parts(names.join('/'))];
  return said.length <= stands.length ? endsWith(stands, said) : endsWith(said, stands);
}

/** Every value of a document, under the names it can be listed by. */
export function foundValues(adapter: Adapter, files: readonly AdapterFile[]): FoundValue[] {
  return files.flatMap((file, index) => {
    const stem = file.name.replace(/\.\w+$/, '');
    return valuesOf(adapter, file).map((at) => ({ file: index, at, names: stem === '' ? at.path : [stem, ...at.path] }));
  });
}

/** The entry of the adapter's list that a value stands under; null where none does. */
export function fieldOf({ fields }: Pick<Adapter, 'fields'>, { names }: Pick<FoundValue, 'names'>): SourceField | null {
  const under = fields.filter(({ name }) => isNamed(name, names));
  // The longest name says most exactly which field is meant.
  return under.toSorted((one, other) => parts(other.name).length - parts(one.name).length)[0] ?? null;
}

/** What the value of this field fills; nothing where it is left out. */
export function becomes(field: SourceField | null): readonly string[] {
  return field !== null && 'becomes' in field ? field.becomes : [];
}
