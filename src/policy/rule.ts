import type { Family } from './attributes.ts';
import type { FactName } from './facts.ts';

/** Stands for the viewer's own agency, so that one list of rules serves everybody in a role. */
export const OWN_AGENCY = Symbol('own agency');
export type RuleValue = string | typeof OWN_AGENCY;
export type RuleCondition = RuleValue | { readonly $in: readonly RuleValue[] };

/** One CASL rule: whoever meets every condition may read these attributes of the row. On a fact with several holders a value means "among them". */
export interface ReadRule {
  readonly action: 'read';
  readonly subject: Family;
  readonly fields: readonly string[];
  readonly conditions: Readonly<Partial<Record<FactName, RuleCondition>>>;
}

/** The values a condition accepts. */
export function acceptedValues(condition: RuleCondition): readonly RuleValue[] {
  return typeof condition === 'object' ? condition.$in : [condition];
}
