import { allAttributesOf, FAMILIES, type Family } from './attributes.ts';
import { FACTS } from './facts.ts';
import { OWN_AGENCY } from './rule.ts';

const MOST_RULES_A_ROLE = 60;
/** Each rule of a family is one bit of a 32-bit signed number. */
const MOST_RULES_A_FAMILY = 30;

/**
 * What is wrong with a role's rules, in words; none means that they refuse by default. Takes anything, because CASL does:
 * an inverted rule, a missing list of fields or an empty condition would each quietly open more than was meant.
 */
export function lintRules(rules: readonly unknown[]): readonly string[] {
  const faults = rules.flatMap((rule, at) => faultsOf(rule).map((fault) => `Rule ${String(at + 1)}: ${fault}`));
  if (rules.length > MOST_RULES_A_ROLE) {
    faults.push(`A role has at most ${String(MOST_RULES_A_ROLE)} rules.`);
  }
  for (const family of FAMILIES) {
    if (rules.filter((rule) => isObject(rule) && rule['subject'] === family).length > MOST_RULES_A_FAMILY) {
      faults.push(`A role has at most ${String(MOST_RULES_A_FAMILY)} rules on ${family}.`);
    }
  }
  return faults;
}

function faultsOf(rule: unknown): readonly string[] {
  if (!isObject(rule)) {
    return ['it is not a rule.'];
  }
  const { subject } = rule;
  if (!isFamily(subject)) {
    return ['its subject is not a known type.'];
  }
  const unknownKeys = Object.keys(rule).filter((key) => !['action', 'subject', 'fields', 'conditions'].includes(key));
  return [
    ...(rule['action'] === 'read' ? [] : ['its action is not "read".']),
    ...(unknownKeys.length === 0 ? [] : ['it is inverted or carries something a plain rule does not.']),
    ...fieldFaults(subject, rule['fields']),
    ...conditionFaults(subject, rule['conditions']),
  ];
}

function fieldFaults(subject: Family, fields: unknown): readonly string[] {
  if (!Array.isArray(fields) || fields.length === 0) {
    return ['its fields are not named; without them it would mean every field, future ones too.'];
  }
  const known = allAttributesOf(subject);
  return fields.every((field) => typeof field === 'string' && known.includes(field))
    ? []
    : ['it names a field that does not exist, a path or a wildcard.'];
}

function conditionFaults(subject: Family, conditions: unknown): readonly string[] {
  if (!isObject(conditions) || Reflect.ownKeys(conditions).length === 0) {
    return ['it has no condition and would mean every row.'];
  }
  return Object.entries(conditions).flatMap(([fact, condition]) => [
    ...(Object.hasOwn(FACTS[subject], fact) ? [] : ['it rests on something that is not a fact of its type.']),
    ...(isPlainCondition(condition) ? [] : ['a condition is something other than a value or a list of values.']),
  ]);
}

function isPlainCondition(condition: unknown): boolean {
  if (!isObject(condition)) {
    return isValue(condition);
  }
  const accepted = condition['$in'];
  return Object.keys(condition).join() === '$in' && Array.isArray(accepted) && accepted.length > 0 && accepted.every(isValue);
}

const isValue = (value: unknown): boolean => value === OWN_AGENCY || (typeof value === 'string' && value !== '');
const isFamily = (value: unknown): value is Family => FAMILIES.some((family) => family === value);
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
