import { createMongoAbility, subject, type MongoAbility } from '@casl/ability';
import { allAttributesOf, type Family } from './attributes.ts';
import { forViewer } from './for-viewer.ts';
import type { ReadRule } from './rule.ts';
import { RULES } from './rules.ts';
import type { Viewer } from './viewer.ts';

/** The viewer's rules as CASL answers them in memory; the gate compiles the same rules into SQL. */
export function abilityOf(viewer: Viewer, rules: readonly ReadRule[] = RULES[viewer.role]): MongoAbility {
  return createMongoAbility(
    rules.map(({ action, subject: family, fields, conditions }) => ({
      action,
      subject: family,
      fields: [...fields],
      conditions: forViewer(conditions, viewer),
    })),
  );
}

/** Which attributes of a row with these facts the viewer may read; none means that the row is not there for them. */
export function readableAttributes(ability: MongoAbility, family: Family, facts: object): ReadonlySet<string> {
  // subject() tags the object it is given, so it gets a copy; asking with row and field is the only form that tests conditions.
  const row = subject(family, { ...facts });
  return new Set(allAttributesOf(family).filter((attribute) => ability.can('read', row, attribute)));
}
