import { acceptedValues, type ReadRule } from '../policy/rule.ts';
import type { NamedAs } from '../domain/fold/picture.ts';

const EMERGENCY: NamedAs = 'EMERGENCY';

/** Is a rule that rests on emergency access among those the row met? */
export function opensInEmergency(rules: readonly ReadRule[], bits: number): boolean {
  return rules.some((rule, place) => (bits & (1 << place)) !== 0 && restsOnEmergency(rule));
}

function restsOnEmergency({ conditions: { named } }: ReadRule): boolean {
  return named !== undefined && acceptedValues(named).some((value) => typeof value === 'object' && value.as === EMERGENCY);
}
