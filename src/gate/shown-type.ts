import { attributesOf, levelsOf, type Family } from '../policy/attributes.ts';
import type { Policy } from '../policy/policy.ts';
import type { ReadingRole } from '../policy/viewer.ts';
import { HubError } from '../domain/errors.ts';
import type { Layout, TypeLayout } from './layout.ts';

/** The types a family's rows may be shown as, the fullest first. */
export function typesOf(family: Family): readonly string[] {
  return levelsOf(family)?.map(({ type }) => type) ?? [family];
}

/** The type a row is shown as that met these rules. */
export function shownType(policy: Policy, role: ReadingRole, { layout, bits }: { readonly layout: Layout; readonly bits: number }): TypeLayout {
  const { family, types } = layout;
  const [only] = types;
  if (only !== undefined && types.length === 1) {
    return only;
  }
  const level = levelOf(family, policy.verdict(role, family, bits));
  // The columns are masked by the rules, whatever the type; the last type is the one that shows least.
  const shown = types.find(({ type }) => type === level) ?? types.at(-1);
  if (shown === undefined) {
    throw new HubError('INTERNAL', `${family} has no type to be shown as.`);
  }
  return shown;
}

function levelOf(family: Family, { level, permitted }: { readonly level: string; readonly permitted: ReadonlySet<string> }): string {
  const levels = levelsOf(family) ?? [];
  const opened = levels.find(({ group }) => attributesOf(family, group).some((attribute) => permitted.has(attribute)));
  return levels.some(({ type }) => type === level) ? level : (opened?.type ?? level);
}
