import { actRulesOf } from './action-rules.ts';
import { ASKING } from './asking.ts';
import { allAttributesOf, attributesOf, FAMILIES, groupOf, type Family, type Group } from './attributes.ts';
import type { HouseRule, RuleCondition } from './rule.ts';
import { keysOf } from './conditions.ts';
import { POLICY_VERSION, RULES } from './rules.ts';
import { READING_ROLES, type ReadingRole } from './viewer.ts';
import { rulesOn } from './verdict.ts';

/** The whole policy as text, made from the rules: who reads what of each type, on what condition, and who may do what. */
export function policyTables(): readonly string[] {
  return [
    `Policy ${POLICY_VERSION}. What stands in no row is refused. Conditions are joined by "and"; <agency> and <person> are the viewer's own.`,
    ...FAMILIES.flatMap(readingTable),
    '',
    'WHO MAY DO WHAT',
    ...READING_ROLES.flatMap(doingRows),
    ...Object.entries(ASKING).map(([action, roles]) => `${action.padEnd(WHO)}of any child, asked for by name: ${roles.join(', ')}`),
  ];
}

function readingTable(family: Family): readonly string[] {
  const groups = groupsOf(family);
  const rows = READING_ROLES.flatMap((role) => rulesOn(RULES[role], family).flatMap((rule) => readingRows(role, rule)));
  return ['', line(family.toUpperCase(), groups, 'when'), ...rows];
}

const groupsOf = (family: Family): readonly Group[] => [...new Set(allAttributesOf(family).flatMap((field) => groupOf(family, field) ?? []))];

/** One row of the table; where a group is open in part, a second line names what. */
function readingRows(role: ReadingRole, { subject, fields, conditions }: HouseRule): readonly string[] {
  const groups = groupsOf(subject).map((group) => {
    const all = attributesOf(subject, group);
    return { group, all, open: all.filter((field) => fields.includes(field)) };
  });
  const cells = groups.map(({ all, open }) => (open.length === 0 ? '-' : open.length === all.length ? 'yes' : 'part'));
  const parts = groups.filter(({ all, open }) => open.length > 0 && open.length < all.length).map(({ group, open }) => `${group}: ${open.join(' ')}`);
  return [line(role, cells, conditionsInWords(conditions)), ...parts.map((part) => `${' '.repeat(WHO)}of ${part}`)];
}

function doingRows(role: ReadingRole): readonly string[] {
  return actRulesOf(role).map(({ action, subject, conditions }) => `${role.padEnd(WHO)}${subject}: ${action.join(' ')} when ${conditionsInWords(conditions)}`);
}

function conditionsInWords(conditions: Readonly<Record<string, RuleCondition | undefined>>): string {
  return Object.entries(conditions)
    .map(([fact, condition]) => `${fact} ${condition === undefined ? 'nothing' : keysOf(condition).join('|')}`)
    .join(', ');
}

const WHO = 24;
const line = (who: string, cells: readonly string[], when: string): string => `${who.padEnd(WHO)}${cells.map((cell) => cell.padEnd(14)).join('')}${when}`;
