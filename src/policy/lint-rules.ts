import { COPY_OPENINGS, OPENINGS } from '../domain/authority/openings.ts';
import { allAttributesOf, FAMILIES, type Family } from './attributes.ts';
import { ACT_FACTS, ACTIONS } from './action-rules.ts';
import { FACTS } from './facts.ts';
import { conditionFaults } from './lint-conditions.ts';
import { isFilled, isObject } from './lint-shape.ts';

/** More than a person reads through before they change one. A family more, or a group that fewer read than the rest of it, costs each role a rule for every way to stand to a child. */
const MOST_READING_RULES = 110;
const MOST_ACT_RULES = 60;
/** Each rule of a family is one bit of a 32-bit signed number. */
const MOST_RULES_A_FAMILY = 30;

/**
 * What is wrong with a role's reading rules, in words; none means that they refuse by default. Takes anything, because CASL
 * does: an inverted rule, a missing list of fields or an empty condition would each quietly open more than was meant.
 */
export function lintRules(rules: readonly unknown[]): readonly string[] {
  const faults = numbered(rules, faultsOf);
  if (rules.length > MOST_READING_RULES) {
    faults.push(`A role has at most ${String(MOST_READING_RULES)} rules.`);
  }
  for (const family of FAMILIES) {
    if (rules.filter((rule) => isObject(rule) && rule['subject'] === family).length > MOST_RULES_A_FAMILY) {
      faults.push(`A role has at most ${String(MOST_RULES_A_FAMILY)} rules on ${family}.`);
    }
  }
  return faults;
}

/** What is wrong with a role's rules on what it may do. */
export function lintActRules(rules: readonly unknown[]): readonly string[] {
  const faults = numbered(rules, actFaultsOf);
  return rules.length > MOST_ACT_RULES ? [...faults, `A role has at most ${String(MOST_ACT_RULES)} rules.`] : faults;
}

/** Openings that no rule asks, so that closing them would change nothing; those for copies are weighed where a text is released. */
export function unusedOpenings(rules: readonly unknown[]): readonly string[] {
  const asked = rules.map((rule) => (isObject(rule) && isObject(rule['conditions']) ? rule['conditions']['opens'] : undefined));
  return OPENINGS.filter((opening) => !COPY_OPENINGS.includes(opening) && !asked.includes(opening));
}

function numbered(rules: readonly unknown[], check: (rule: unknown) => readonly string[]): string[] {
  return rules.flatMap((rule, at) => check(rule).map((fault) => `Rule ${String(at + 1)}: ${fault}`));
}

function faultsOf(rule: unknown): readonly string[] {
  if (!isObject(rule)) {
    return ['it is not a rule.'];
  }
  const { subject, because } = rule;
  if (!isFamily(subject)) {
    return ['its subject is not a known type.'];
  }
  return [
    ...(rule['action'] === 'read' ? [] : ['its action is not "read".']),
    ...(isFilled(because) ? [] : ['it does not say why.']),
    ...plainness(rule, ['action', 'subject', 'fields', 'conditions', 'because']),
    ...fieldFaults(subject, rule['fields']),
    ...conditionFaults(subject, rule['conditions'], Object.keys(FACTS[subject])),
  ];
}

function actFaultsOf(rule: unknown): readonly string[] {
  if (!isObject(rule)) {
    return ['it is not a rule.'];
  }
  const { subject, action } = rule;
  if (!isFamily(subject)) {
    return ['its subject is not a known type.'];
  }
  const known = Array.isArray(action) && action.length > 0 && action.every((one) => ACTIONS.some((name) => name === one));
  return [
    ...(known ? [] : ['it names something that nobody can do.']),
    ...plainness(rule, ['action', 'subject', 'conditions']),
    ...conditionFaults(subject, rule['conditions'], [...Object.keys(FACTS[subject]), ...ACT_FACTS]),
  ];
}

function plainness(rule: object, keys: readonly string[]): readonly string[] {
  return Reflect.ownKeys(rule).every((key) => keys.some((known) => known === key))
    ? []
    : ['it is inverted or carries something a plain rule does not.'];
}

function fieldFaults(subject: Family, fields: unknown): readonly string[] {
  if (!Array.isArray(fields) || fields.length === 0) {
    return ['its fields are not named; without them it would mean every field, future ones too.'];
  }
  const known = allAttributesOf(subject);
  return fields.every((field) => known.some((name) => name === field))
    ? []
    : ['it names a field that does not exist, a path or a wildcard.'];
}

const isFamily = (value: unknown): value is Family => FAMILIES.some((family) => family === value);
