import { conditionsOf, isKnown, keysOf, knownBy } from './conditions.ts';
import type { Family } from './attributes.ts';
import type { FactName } from './facts.ts';
import type { HouseRule, RuleCondition } from './rule.ts';
import { RULES } from './rules.ts';
import { matchedOf, rulesOn, verdictOf, type Verdict } from './verdict.ts';
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
export function explainAccess({ role, family, found, bits }: Met, rules: readonly HouseRule[] = RULES[role]): Explanation {
  const reaching = rulesOn(rules, family);
  const matched = matchedOf(reaching, bits);
  if (!found || matched.length === 0) {
    return NOTHING;
  }
  const { level, permitted } = verdictOf(reaching, family, bits);
  const why = [...new Set(matched.map(({ because }) => because))];
  const more = reaching.filter((_, place) => addsTo(permitted, verdictOf(reaching, family, bits | (1 << place))));
  return { found: true, level, why, wouldChange: changes(matched, more) };
}

/** Would the row show more so? */
function addsTo(permitted: ReadonlySet<string>, { permitted: more }: Verdict): boolean {
  return [...more].some((field) => !permitted.has(field));
}

type Lacking = readonly (readonly [FactName, RuleCondition])[];

/** What is lacking for each rule that would show more: the shortest ways alone, each once. */
function changes(matched: readonly HouseRule[], more: readonly HouseRule[]): readonly string[] {
  const known = knownBy(matched);
  const ways = more
    .map((rule) => conditionsOf(rule).filter(([fact, condition]) => !isKnown(known, fact, condition)))
    .filter((lacking) => lacking.every(([fact, condition]) => wordsFor(fact, condition) !== null));
  const shortest = ways.filter((way) => !ways.some((other) => other.length < way.length && other.every((lack) => holds(way, lack))));
  return [...new Set(shortest.map(inWords))];
}

const holds = (way: Lacking, [fact, condition]: Lacking[number]): boolean =>
  way.some(([other, its]) => other === fact && keysOf(its).join() === keysOf(condition).join());

function inWords(lacking: Lacking): string {
  const words = [...new Set(lacking.map(([fact, condition]) => wordsFor(fact, condition)))];
  const asking = lacking.some(([fact]) => fact === 'shared') ? ` ${ASK_WHO_DECIDES}` : '';
  return `You would see more if ${words.join(', and ')}.${asking}`;
}
