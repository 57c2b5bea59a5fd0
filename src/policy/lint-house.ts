import { actRulesOf } from './action-rules.ts';
import { ceilingOf } from './ceiling.ts';
import { attributesOf, type Family } from './attributes.ts';
import { lintActRules, lintRules, unusedOpenings } from './lint-rules.ts';
import type { ReadRule } from './rule.ts';
import { RULES, type HouseRules } from './rules.ts';
import { READING_ROLES, type ReadingRole } from './viewer.ts';

/** What a home, a carer and a parent have no rule on, ever: it could harm the child, or the work of those who protect it. */
const NEVER_FOR_CARERS: readonly Family[] = ['IntelligenceItem', 'Redaction', 'SharingRecord', 'LocatingFacts', 'RiskAssessment', 'PlacementAgreement', 'CaseRecord', 'Concern'];
const CARERS: readonly ReadingRole[] = ['PLACEMENT_PROVIDER', 'PARENT'];
/** Nor an interview in full, nor what leads to the rest, where a family is open to them. */
const NEVER_READ_BY_CARERS = [
  ...attributesOf('ReturnInterview', 'full', 'parties', 'intelligence').map((field) => `ReturnInterview.${field}`),
  ...attributesOf('Child', 'intelligence', 'locating', 'assessments', 'agreements', 'concerns').map((field) => `Child.${field}`),
  ...attributesOf('Episode', 'assessments').map((field) => `Episode.${field}`),
];

/** What is wrong with the house's own rules, in words; none means that every role refuses by default. */
export function faultsOfHouse(rules: HouseRules = RULES): readonly string[] {
  const ofRoles = READING_ROLES.flatMap((role) => faultsOfRole(role, rules[role]).map((fault) => `${role}: ${fault}`));
  const unused = unusedOpenings(Object.values(rules).flat()).map((opening) => `No rule asks the opening ${opening}.`);
  return [...ofRoles, ...unused];
}

/** What is wrong with these rules as those of one role. */
export function faultsOfRole(role: ReadingRole, rules: readonly ReadRule[]): readonly string[] {
  return [
    ...lintRules(rules),
    ...lintActRules(actRulesOf(role)),
    ...(rules.length > 0 && ceilingOf(role).length === 0 ? ['it has rules and no ceiling.'] : []),
    ...(CARERS.includes(role) ? rules.filter(reachesTooFar).map(({ subject }) => `carers read nothing of this of ${subject}.`) : []),
  ];
}

function reachesTooFar({ subject, fields }: ReadRule): boolean {
  return NEVER_FOR_CARERS.includes(subject) || fields.some((field) => NEVER_READ_BY_CARERS.includes(`${subject}.${field}`));
}
