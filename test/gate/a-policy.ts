import type { Group } from '../../src/policy/attribute-group.ts';
import { attributesOf, type Family } from '../../src/policy/attributes.ts';
import { policyOf, type Policy } from '../../src/policy/policy.ts';
import type { ReadRule } from '../../src/policy/rule.ts';
import { READING_ROLES, type ReadingRole } from '../../src/policy/viewer.ts';

/** Whoever meets the conditions may read these groups. */
export function mayRead(subject: Family, conditions: ReadRule['conditions'], ...groups: readonly Group[]): ReadRule {
  return { action: 'read', subject, fields: attributesOf(subject, ...groups), conditions };
}

/** Whoever meets the conditions may read these attributes alone. */
export function mayReadOnly(subject: Family, conditions: ReadRule['conditions'], fields: readonly string[]): ReadRule {
  return { action: 'read', subject, fields, conditions };
}

/** A policy of a test's own, in which other roles read nothing. */
export function aPolicy(rules: Readonly<Partial<Record<ReadingRole, readonly ReadRule[]>>>): Policy {
  const all = READING_ROLES.map((role) => [role, (rules[role] ?? []).map((rule) => ({ because: 'A test says so.', ...rule }))]);
  // Every role is among the keys.
  return policyOf(Object.fromEntries(all) as Parameters<typeof policyOf>[0], 'of a test');
}
