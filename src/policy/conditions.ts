import type { FactName } from './facts.ts';
import { acceptedValues, OWN_AGENCY, prefixOf, type ReadRule, type RuleCondition, type RuleValue } from './rule.ts';

type Conditions = ReadRule['conditions'];
/** What is known to be true of a row because some rule was met: by fact, the values one of which holds. */
export type Known = ReadonlyMap<string, readonly (readonly string[])[]>;

/** The conditions of a rule, each with its fact. */
export function conditionsOf({ conditions }: { readonly conditions: Conditions }): readonly (readonly [FactName, RuleCondition])[] {
  // The keys of a rule's conditions are fact names by type; a condition that is undefined is refused by the lint.
  return Object.entries(conditions) as [FactName, RuleCondition][];
}

/** A value as one text, the same for the same meaning whoever the viewer is. */
function keyOf(value: RuleValue): string {
  if (typeof value === 'string') {
    return value;
  }
  return value === OWN_AGENCY ? '<agency>' : `${prefixOf(value)}<${value.own}>`;
}

/** The values a condition accepts, as texts. */
export const keysOf = (condition: RuleCondition): readonly string[] => acceptedValues(condition).map(keyOf);

/** What the rules that a row met say of it; a child who is missing now is recent too. */
export function knownBy(matched: readonly ReadRule[]): Known {
  const known = new Map<string, (readonly string[])[]>();
  for (const [fact, condition] of matched.flatMap(conditionsOf)) {
    const values = keysOf(condition);
    known.set(fact, [...(known.get(fact) ?? []), values]);
    if (fact === 'missingNow' && values.join() === 'YES') {
      known.set('recent', [...(known.get('recent') ?? []), values]);
    }
  }
  return known;
}

/** Is this condition met, by what is known of the row? */
export function isKnown(known: Known, fact: string, condition: RuleCondition): boolean {
  const accepted = keysOf(condition);
  return (known.get(fact) ?? []).some((values) => values.every((value) => accepted.includes(value)));
}
