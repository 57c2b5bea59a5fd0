import { STATUTORY_CLOCK, type Clock } from '../clocks/clock.ts';
import { clockName } from '../clocks/clock-names.ts';
import { sameDayVisit } from '../clocks/practice-clocks.ts';
import { FIGURE_WORDS, type FigureWords } from './figure-words.ts';
import { isEverybodys, ruleNamed } from './hub-defaults.ts';
import { OWN_SOURCE } from './practice-of.ts';
import type { Figure, FigureName, FigureValue, Practice } from './practice.ts';
import { figureInWords } from './rule-in-words.ts';

/** Whose a rule is: the statutory guidance's, the authority's own, that of the guidance it goes by, or the hub's own default. */
export type RuleOf = 'STATUTORY' | 'OWN' | 'GUIDANCE' | 'HUB';

/** One figure an authority goes by. */
export interface FigureInForce {
  readonly figure: FigureName;
  readonly name: string;
  /** In words; null: the practice is silent. */
  readonly value: string | null;
  readonly ruleOf: RuleOf;
  /** Null: silent, and the hub has no default of its own. */
  readonly source: string | null;
  readonly flag: string | null;
  /** What the hub does then; null where the practice says it. */
  readonly whenSilent: string | null;
}

/** One clock an authority goes by. */
export interface ClockInForce extends Clock {
  readonly name: string;
  readonly ruleOf: RuleOf;
}

/** All an authority goes by. */
export interface RulesInForce {
  readonly goesBy: string | null;
  readonly clocks: readonly ClockInForce[];
  readonly figures: readonly FigureInForce[];
}

/** Every rule an authority goes by, each with whose it is: the statutory clock first, which runs whatever the practice is silent on. */
export function rulesInForce(practice: Practice): RulesInForce {
  const clocks = [STATUTORY_CLOCK, ...practice.clocks, sameDayVisit(practice)];
  const named = Object.entries(FIGURE_WORDS) as readonly [FigureName, FigureWords][]; // Safe: a record of the figures' names.
  return {
    goesBy: practice.id,
    clocks: clocks.map((clock) => ({ ...clock, name: clockName(clock), ruleOf: clock.id === 'OWN' ? 'OWN' : ruleOf(clock.source) })),
    figures: named.map(([figure, words]) => ({ figure, name: words.name, ...(saidOf(practice.figures[figure]) ?? silentOn(words, practice)) })),
  };
}

type Said = Omit<FigureInForce, 'figure' | 'name'>;

function saidOf(figure: Figure<FigureValue<FigureName>> | null): Said | null {
  return figure === null ? null : { value: figureInWords(figure.value), ruleOf: ruleOf(figure.source), source: figure.source, flag: figure.flag, whenSilent: null };
}

function silentOn({ whenSilent, by }: FigureWords, practice: Practice): Said {
  return { value: null, ruleOf: 'HUB', source: by === undefined ? null : ruleNamed(by, practice), flag: null, whenSilent };
}

function ruleOf(source: string): RuleOf {
  if (source === STATUTORY_CLOCK.source) {
    return 'STATUTORY';
  }
  if (source === OWN_SOURCE) {
    return 'OWN';
  }
  return isEverybodys(source) ? 'HUB' : 'GUIDANCE';
}
