import { allAttributesOf, attributesOf, groupOf, levelsOf, type Family, type Group, type Levels } from './attributes.ts';
import { conditionsOf, isKnown, knownBy } from './conditions.ts';
import type { ReadRule } from './rule.ts';

/** Why an attribute is withheld; it depends on the type and the viewer's standing, never on whether there is a value. */
export type WithheldReason = 'NOT_FOR_THIS_ROLE' | 'NOT_FOR_THIS_RELATIONSHIP' | 'ONLY_WHILE_MISSING' | 'NOT_AT_THIS_LEVEL';
export interface Withheld {
  readonly field: string;
  readonly reason: WithheldReason;
}

/** What a row's matched rules mean for the viewer. */
export interface Verdict {
  /** The type the row is shown as. */
  readonly level: string;
  readonly permitted: ReadonlySet<string>;
  readonly withheld: readonly Withheld[];
}

/** Groups a role to which they are never open is not even told of: a home never reads the word. */
const UNSPOKEN: readonly Group[] = ['intelligence', 'locating', 'profiles', 'concerns', 'reported'];

/** A role's rules on one family; the place of a rule in this list is its bit. */
export function rulesOn<R extends ReadRule>(rules: readonly R[], family: Family): readonly R[] {
  return rules.filter((rule) => rule.subject === family);
}

/** Those of a role's rules on a family that a row met. */
export function matchedOf<R extends ReadRule>(reaching: readonly R[], bits: number): readonly R[] {
  return reaching.filter((_, place) => (bits & (1 << place)) !== 0);
}

/** What a row that matched these rules shows and withholds. */
export function verdictOf(rules: readonly ReadRule[], family: Family, bits: number): Verdict {
  const reaching = rulesOn(rules, family);
  const standing = { reaching, matched: matchedOf(reaching, bits) };
  const opened = new Set(standing.matched.flatMap(({ fields }) => fields));
  const levels = levelsOf(family);
  return levels === null ? unlevelled(family, opened, standing) : levelled(family, { levels, opened, standing });
}

interface Standing {
  readonly reaching: readonly ReadRule[];
  readonly matched: readonly ReadRule[];
}

function unlevelled(family: Family, opened: ReadonlySet<string>, standing: Standing): Verdict {
  const withheld = allAttributesOf(family)
    .filter((field) => !opened.has(field) && (isOpenedBy(standing.reaching, field) || isSpokenOf(family, field)))
    .map((field) => ({ field, reason: reasonFor(field, standing) }));
  return { level: family, permitted: opened, withheld };
}

interface Levelled {
  readonly levels: Levels;
  readonly opened: ReadonlySet<string>;
  readonly standing: Standing;
}

/** The row is shown at the fullest level that some met rule opens; of the fuller ones only what the role could ever read is named. */
function levelled(family: Family, { levels, opened, standing }: Levelled): Verdict {
  const reached = levels.findIndex(({ group }) => attributesOf(family, group).some((field) => opened.has(field)));
  // Nothing met is -1: the last level, which shows least, with nothing in it.
  const { type, shows } = levels.at(reached) ?? levels[0];
  const shown = attributesOf(family, ...shows);
  const fuller = attributesOf(family, ...levels.slice(0, reached).flatMap((level) => level.shows));
  const withheld = [...new Set([...shown, ...fuller])]
    .filter((field) => !opened.has(field) && isOpenedBy(standing.reaching, field))
    .map((field) => ({ field, reason: shown.includes(field) ? reasonFor(field, standing) : ('NOT_AT_THIS_LEVEL' as const) }));
  return { level: type, permitted: new Set(shown.filter((field) => opened.has(field))), withheld };
}

function isSpokenOf(family: Family, field: string): boolean {
  return !UNSPOKEN.some((group) => group === groupOf(family, field));
}

const isOpenedBy = (rules: readonly ReadRule[], field: string): boolean => rules.some(({ fields }) => fields.includes(field));

function reasonFor(field: string, { reaching, matched }: Standing): WithheldReason {
  const opening = reaching.filter(({ fields }) => fields.includes(field));
  if (opening.length === 0) {
    return 'NOT_FOR_THIS_ROLE';
  }
  return opening.some((rule) => lacksOnlyMissing(rule, matched)) ? 'ONLY_WHILE_MISSING' : 'NOT_FOR_THIS_RELATIONSHIP';
}

/** Would what the viewer is known to be open this rule, were the child missing now? */
function lacksOnlyMissing(rule: ReadRule, matched: readonly ReadRule[]): boolean {
  const known = knownBy(matched);
  const lacking = conditionsOf(rule).filter(([fact, condition]) => !isKnown(known, fact, condition));
  return lacking.map(([fact]) => fact).join() === 'missingNow';
}
