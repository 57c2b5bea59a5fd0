import { acceptedValues, type ReadRule } from '../policy/rule.ts';
import type { NamedAs } from '../domain/fold/relation.ts';

const EMERGENCY: NamedAs = 'EMERGENCY';

/** Those of the matched rules that do not rest on emergency access: what the viewer would have met without it. */
export function withoutEmergency(rules: readonly ReadRule[], bits: number): number {
  return rules.reduce((left, rule, place) => (restsOnEmergency(rule) ? left & ~(1 << place) : left), bits);
}

function restsOnEmergency({ conditions: { named } }: ReadRule): boolean {
  return named !== undefined && acceptedValues(named).some((value) => typeof value === 'object' && value.as === EMERGENCY);
}
