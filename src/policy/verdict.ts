import { allAttributesOf, type Family } from './attributes.ts';
import type { ReadRule } from './rule.ts';

/** Why an attribute is withheld; it depends on the type and the viewer's standing, never on whether there is a value. */
export type WithheldReason = 'NOT_FOR_THIS_ROLE' | 'NOT_FOR_THIS_RELATIONSHIP' | 'ONLY_WHILE_MISSING';
export interface Withheld {
  readonly field: string;
  readonly reason: WithheldReason;
}

/** What a row's matched rules mean for the viewer. */
export interface Verdict {
  readonly level: Family;
  readonly permitted: ReadonlySet<string>;
  readonly withheld: readonly Withheld[];
}

/** A role's rules on one family; the place of a rule in this list is its bit. */
export function rulesOn(rules: readonly ReadRule[], family: Family): readonly ReadRule[] {
  return rules.filter((rule) => rule.subject === family);
}

/** What a row that matched these rules shows and withholds. */
export function verdictOf(rules: readonly ReadRule[], family: Family, bits: number): Verdict {
  const reaching = rulesOn(rules, family);
  const matched = reaching.filter((_, place) => (bits & (1 << place)) !== 0);
  const permitted = new Set(matched.flatMap((rule) => rule.fields));
  const withheld = allAttributesOf(family)
    .filter((field) => !permitted.has(field))
    .map((field) => ({ field, reason: reasonFor(field, reaching, matched) }));
  return { level: family, permitted, withheld };
}

function reasonFor(field: string, reaching: readonly ReadRule[], matched: readonly ReadRule[]): WithheldReason {
  const opening = reaching.filter((rule) => rule.fields.includes(field));
  if (opening.length === 0) {
    return 'NOT_FOR_THIS_ROLE';
  }
  const whileMissing = opening.some((rule) => matched.some((standing) => differsOnlyByMissing(rule, standing)));
  return whileMissing ? 'ONLY_WHILE_MISSING' : 'NOT_FOR_THIS_RELATIONSHIP';
}

/** Would the standing relationship open this rule, were the child missing now? */
function differsOnlyByMissing(rule: ReadRule, standing: ReadRule): boolean {
  const { missingNow, ...relationship } = rule.conditions;
  return missingNow === 'YES' && sameConditions(relationship, standing.conditions);
}

function sameConditions(one: ReadRule['conditions'], other: ReadRule['conditions']): boolean {
  const facts = Object.entries(one);
  return facts.length === Object.keys(other).length && facts.every(([fact, value]) => Reflect.get(other, fact) === value);
}
