import { OPENINGS } from '../domain/authority/openings.ts';
import type { Family } from './attributes.ts';
import { FACTS } from './facts.ts';
import { OWN_AGENCY, OWN_PERSON } from './rule.ts';
import { isFilled, isObject } from './lint-shape.ts';

/** What is wrong with the conditions of a rule on a family that may rest on these facts. */
export function conditionFaults(subject: Family, conditions: unknown, facts: readonly string[]): readonly string[] {
  if (!isObject(conditions) || Reflect.ownKeys(conditions).length === 0) {
    return ['it has no condition and would mean every row.'];
  }
  return [
    ...Object.entries(conditions).flatMap(([fact, condition]) => [
      ...(facts.includes(fact) ? [] : ['it rests on something that is not a fact of its type.']),
      ...(isPlain(condition) ? [] : ['a condition is something other than a value or a list of values.']),
    ]),
    ...restrictionFaults(subject, conditions),
    ...handlingFaults(subject, conditions),
    ...openingFaults(conditions['opens']),
  ];
}

/** A rule about a child says whether it holds for a restricted one, and then for whom. */
function restrictionFaults(subject: Family, conditions: Record<string, unknown>): readonly string[] {
  const { restricted, within } = conditions;
  if (!Object.hasOwn(FACTS[subject], 'restricted') || restricted === 'NO' || within === 'YES') {
    return [];
  }
  if (restricted !== 'YES') {
    return ['it does not say whether it holds for a restricted child.'];
  }
  return isLetIn(conditions) ? [] : ['it opens a restricted child to others than those named.'];
}

/** The people named; the narrow view while missing; until somebody is named, the authority's manager and the social worker. */
function isLetIn({ named, keeps, missingNow, awaitsNaming, responsible }: Record<string, unknown>): boolean {
  const keepsView = isOwnView(keeps) && missingNow === 'YES';
  const awaits = awaitsNaming === 'YES' && (responsible === OWN_AGENCY || isNamedAs('SOCIAL_WORKER', named));
  return isNamedAs('ADMITTED', named) || keepsView || awaits;
}

/** The viewer's agency, or the viewer by name; nobody else's. */
function isOwnView(keeps: unknown): boolean {
  const values = valuesOf(keeps);
  return values.length > 0 && values.every((value) => value === OWN_AGENCY || value === OWN_PERSON);
}

function isNamedAs(capacity: string, named: unknown): boolean {
  const values = valuesOf(named);
  return values.length > 0 && values.every((value) => isObject(value) && value['own'] === 'person' && value['as'] === capacity);
}

/** An item of intelligence is open by its handling code, and with code C only to those its conditions name. */
function handlingFaults(subject: Family, { handling, recipients, within }: Record<string, unknown>): readonly string[] {
  if (subject !== 'IntelligenceItem' || within === 'YES' || handling === 'P') {
    return [];
  }
  return handling === 'C' && recipients === OWN_AGENCY ? [] : ['it does not keep to the handling code.'];
}

function openingFaults(opens: unknown): readonly string[] {
  return valuesOf(opens).every((opening) => OPENINGS.some((known) => known === opening)) ? [] : ['it names an opening that does not exist.'];
}

function valuesOf(condition: unknown): readonly unknown[] {
  if (condition === undefined) {
    return [];
  }
  return isObject(condition) && Array.isArray(condition['$in']) ? condition['$in'] : [condition];
}

function isPlain(condition: unknown): boolean {
  if (!isObject(condition) || isOwnAs(condition)) {
    return isValue(condition);
  }
  const accepted = condition['$in'];
  return Reflect.ownKeys(condition).join() === '$in' && Array.isArray(accepted) && accepted.length > 0 && accepted.every(isValue);
}

const isValue = (value: unknown): boolean => value === OWN_AGENCY || isFilled(value) || isOwnAs(value);

/** The viewer or their agency in some capacity; an agency without one would be said by its own symbol. */
function isOwnAs(value: unknown): boolean {
  if (!isObject(value) || Reflect.ownKeys(value).sort().join() !== 'as,own') {
    return false;
  }
  const { own, as } = value;
  return (own === 'person' && typeof as === 'string') || (own === 'agency' && isFilled(as));
}
