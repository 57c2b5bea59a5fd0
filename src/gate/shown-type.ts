import { allAttributesOf, attributesOf, levelsOf, type Family } from '../policy/attributes.ts';
import type { Policy } from '../policy/policy.ts';
import type { ReadingRole } from '../policy/viewer.ts';
import { HubError } from '../domain/errors.ts';
import type { Layout, TypeLayout } from './layout.ts';

/** A type that a family's rows may be shown as, and the attributes that it shows. */
export interface ShownAs {
  readonly type: string;
  readonly attributes: readonly string[];
}

/** The types a family's rows may be shown as, the fullest first. */
export function typesOf(family: Family): readonly ShownAs[] {
  const levels = levelsOf(family)?.map(({ type, shows }) => ({ type, attributes: attributesOf(family, ...shows) }));
  return levels ?? [{ type: family, attributes: allAttributesOf(family) }];
}

/** The type a row is shown as that met these rules. */
export function shownType(policy: Policy, role: ReadingRole, { layout, bits }: { readonly layout: Layout; readonly bits: number }): TypeLayout {
  const { family, types } = layout;
  const [only] = types;
  if (only !== undefined && types.length === 1) {
    return only;
  }
  const { level } = policy.verdict(role, family, bits);
  const shown = types.find(({ type }) => type === level);
  if (shown === undefined) {
    throw new HubError('INTERNAL', `${family} has no type of the level given.`);
  }
  return shown;
}
