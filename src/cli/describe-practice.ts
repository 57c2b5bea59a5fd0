import type { Agency } from '../directory/directory.ts';
import { rulesInForce, type ClockInForce, type FigureInForce, type RuleOf } from '../domain/authority/rules-in-force.ts';
import { clockNameWithAim } from '../domain/clocks/clock-names.ts';
import { clockRule } from '../domain/clocks/clock-rule.ts';
import { inColumns } from './in-columns.ts';

const CLOCKS = ['CLOCK', 'OF', 'FROM', 'UNTIL', 'WITHIN', 'WHOSE', 'SOURCE', 'LEFT OPEN'];
const FIGURES = ['FIGURE', 'WHOSE', 'SOURCE', 'RULE'];
const WHOSE: Readonly<Record<RuleOf, string>> = { STATUTORY: 'statutory', OWN: 'own', GUIDANCE: 'guidance', HUB: "hub's default" };

/** The practice rules one authority goes by, clock after clock and figure after figure, as two tables. */
export function describePractice({ id, name, practice }: Pick<Agency, 'id' | 'name' | 'practice'>): readonly string[] {
  const { goesBy, clocks, figures } = rulesInForce(practice);
  return [
    `${id} (${name}) goes by ${goesBy === null ? 'no practice that it has named' : `the practice "${goesBy}"`}.`,
    ...inColumns([CLOCKS, ...clocks.map(clockRow)]),
    ...inColumns([FIGURES, ...figures.flatMap(figureRows)]),
    'Where it is silent nothing is borrowed from a neighbour, and the statutory clock runs. Of two clocks of one duty the shorter runs.',
  ];
}

function clockRow(clock: ClockInForce): string[] {
  const { of, start, stops, againUntil, length } = clockRule(clock);
  const again = againUntil.length === 0 ? '' : `, again until ${againUntil.join(' and ')}`;
  return [clockNameWithAim(clock), of, start ?? 'not said', `${stops.join(' or ')}${again}`, length, WHOSE[clock.ruleOf], clock.source, clock.flag ?? '-'];
}

/** What a rule lists has a line for each, as has what its text leaves open. */
function figureRows({ name, value, ruleOf, source, flag, whenSilent }: FigureInForce): string[][] {
  const said = value === null ? [`silent: ${whenSilent ?? '-'}`] : value.split('; ');
  const lines = [...said, ...(flag === null ? [] : [`left open: ${flag}`])];
  return lines.map((line, nth) => [...(nth === 0 ? [name, WHOSE[ruleOf], source ?? '-'] : ['', '', '']), line]);
}
