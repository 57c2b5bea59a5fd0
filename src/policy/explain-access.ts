import { conditionsOf, isKnown, keysOf, knownBy, type Known } from './conditions.ts';
import type { Family } from './attributes.ts';
import { FACTS, type FactName } from './facts.ts';
import type { HouseRule, RuleCondition } from './rule.ts';
import { RULES } from './rules.ts';
import { matchedOf, rulesOn, verdictOf } from './verdict.ts';
import type { ReadingRole } from './viewer.ts';
import { ASK_WHO_DECIDES, wordsFor } from './words-of-conditions.ts';

/** Why somebody reads a row as they do, and what would change it. */
export interface Explanation {
  readonly found: boolean;
  /** The type the row is shown as; null where there is none to be seen. */
  readonly level: string | null;
  readonly why: readonly string[];
  readonly wouldChange: readonly string[];
}

/** Absent and hidden have the same words, for everybody. */
const NOTHING: Explanation = {
  found: false,
  level: null,
  why: ['There is nothing of this id that you may see. That is said whether there is nothing or it is not yours.'],
  wouldChange: [],
};

/** What a row met, as the gate found it. */
export interface Met {
  readonly role: ReadingRole;
  readonly family: Family;
  readonly found: boolean;
  readonly bits: number;
}

/**
 * Why this viewer reads this row at this level, and what would change it. It rests on the rules that were met and on nothing
 * else, so it can tell nothing that the row as they see it does not: whether a child refused, nothing was decided or no text
 * was approved, a home reads the same words.
 */
export function explainAccess({ role, family, found, bits }: Met): Explanation {
  const reaching = rulesOn(RULES[role], family);
  const matched = matchedOf(reaching, bits);
  if (!found || matched.length === 0) {
    return NOTHING;
  }
  const { level, permitted } = verdictOf(RULES[role], family, bits);
  const why = [...new Set(matched.map(({ because }) => because))];
  const wouldChange = changes(family, { matched, more: reaching.filter((rule) => addsTo(permitted, rule, { role, family, bits })) });
  return { found: true, level, why, wouldChange };
}

/** Would the row show more, were this rule met too? */
function addsTo(permitted: ReadonlySet<string>, rule: HouseRule, { role, family, bits }: Omit<Met, 'found'>): boolean {
  const place = rulesOn(RULES[role], family).indexOf(rule);
  const more = verdictOf(RULES[role], family, bits | (1 << place)).permitted;
  return [...more].some((field) => !permitted.has(field));
}

interface Candidates {
  readonly matched: readonly HouseRule[];
  readonly more: readonly HouseRule[];
}
type Lacking = readonly (readonly [FactName, RuleCondition])[];

/** What is lacking for each rule that would show more: the shortest ways alone, each once. */
function changes(family: Family, { matched, more }: Candidates): readonly string[] {
  const known = knownBy(matched);
  const ways = more
    .filter((rule) => conditionsOf(rule).every(([fact, condition]) => !isRuledOut(family, { known, fact, condition })))
    .map((rule) => conditionsOf(rule).filter(([fact, condition]) => !isKnown(known, fact, condition)))
    .filter((lacking) => lacking.every(([fact, condition]) => wordsFor(fact, condition) !== null));
  const shortest = ways.filter((way) => !ways.some((other) => other.length < way.length && other.every((lack) => holds(way, lack))));
  return [...new Set(shortest.map(inWords))];
}

interface Claim {
  readonly known: Known;
  readonly fact: FactName;
  readonly condition: RuleCondition;
}

/** Is something else known of the row than this condition asks? A word has one value at a time. */
function isRuledOut(family: Family, { known, fact, condition }: Claim): boolean {
  const accepted = keysOf(condition);
  return FACTS[family][fact] === 'word' && (known.get(fact) ?? []).some((values) => !values.some((value) => accepted.includes(value)));
}

const holds = (way: Lacking, [fact, condition]: Lacking[number]): boolean =>
  way.some(([other, its]) => other === fact && keysOf(its).join() === keysOf(condition).join());

function inWords(lacking: Lacking): string {
  const words = [...new Set(lacking.map(([fact, condition]) => wordsFor(fact, condition) ?? ''))].filter((word) => word !== '');
  const asking = lacking.some(([fact]) => fact === 'shared') ? ` ${ASK_WHO_DECIDES}` : '';
  return `You would see more if ${words.join(', and ')}.${asking}`;
}
