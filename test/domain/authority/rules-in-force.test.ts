import { CLOCK_NAMES } from '../../../src/domain/clocks/clock-names.ts';
import { HUB_DEFAULT_NAMES, ruleNamed } from '../../../src/domain/authority/hub-defaults.ts';
import { PRACTICE_IDS, PRACTICES } from '../../../src/domain/authority/known-practices.ts';
import { FIGURES, SILENT_PRACTICE, type FigureName } from '../../../src/domain/authority/practice.ts';
import { practiceOf } from '../../../src/domain/authority/practice-of.ts';
import { rulesInForce, type FigureInForce, type RulesInForce } from '../../../src/domain/authority/rules-in-force.ts';
import { STATUTORY_CLOCK } from '../../../src/domain/clocks/clock.ts';
import { clockRule } from '../../../src/domain/clocks/clock-rule.ts';

const figure = ({ figures }: RulesInForce, name: FigureName): FigureInForce | undefined => figures.find((one) => one.figure === name);
const own = (over: Partial<Parameters<typeof practiceOf>[0]>): RulesInForce => rulesInForce(practiceOf({ practice: null, ownFigures: {}, ownClocks: {}, strategy: null, ...over }));

describe.each([...PRACTICE_IDS.map((id) => PRACTICES[id]), SILENT_PRACTICE].map((practice) => [practice.id ?? 'nobody', practice] as const))('the rules of an authority that goes by the practice of %s', (_id, practice) => {
  const rules = rulesInForce(practice);

  it('have every figure there is, and say of each what it is or what the hub does without it', () => {
    expect(rules.figures.map(({ figure: name }) => name).sort()).toEqual(Object.keys(FIGURES).sort());
    for (const { figure: name, value, whenSilent, ruleOf, source } of rules.figures) {
      const said = practice.figures[name];
      expect([name, value !== null, whenSilent === null, ruleOf === 'HUB']).toEqual([name, said !== null, said !== null, said === null]);
      expect(said === null ? true : source === said.source).toBe(true);
    }
  });

  it('begin with the statutory clock, which runs whatever the practice says', () => {
    expect(rules.clocks[0]).toEqual({ ...STATUTORY_CLOCK, name: 'statutory interview', ruleOf: 'STATUTORY' });
    expect(rules.clocks.slice(1, -1)).toEqual(practice.clocks.map((clock) => ({ ...clock, name: CLOCK_NAMES[clock.id], ruleOf: 'GUIDANCE' })));
    expect(rules.clocks.at(-1)).toMatchObject({ id: 'SAME_DAY_VISIT', ruleOf: practice.id === 'birmingham' ? 'GUIDANCE' : 'HUB' });
  });
});

describe('a rule', () => {
  it('is the authority’s own where it has stated it, and the paragraph’s where it has not', () => {
    const rules = own({ practice: 'somerset', ownFigures: { coreHours: { from: '09:00', until: '17:00' }, refusal: null }, ownClocks: { OFFER: { length: 48 }, COMPLETED: { start: 'RETURN_NOTIFIED' } } });
    expect(figure(rules, 'coreHours')).toMatchObject({ value: 'from 09:00, until 17:00', ruleOf: 'OWN', source: "the authority's own practice rules" });
    expect(figure(rules, 'attempts')).toMatchObject({ value: 'at least 3, different times yes, outside core hours 1', ruleOf: 'GUIDANCE', source: 'Somerset 4.5' });
    expect(figure(rules, 'refusal')).toMatchObject({ value: null, ruleOf: 'HUB', source: null });
    const clocks = new Map(rules.clocks.map((clock) => [clock.id, clock]));
    expect([clocks.get('OFFER')?.ruleOf, clocks.get('COMPLETED')?.ruleOf, clocks.get('COMPLETED')?.flag]).toEqual(['OWN', 'GUIDANCE', 'the text leaves its start open: the authority has stated it']);
  });

  it('names the hub’s default where the practice is silent and the hub asks for something all the same', () => {
    const named = own({}).figures.flatMap(({ source }) => (source === null ? [] : [source]));
    expect(named.length).toBe(5);
    expect(HUB_DEFAULT_NAMES.map((name) => ruleNamed(name, SILENT_PRACTICE))).toEqual(expect.arrayContaining(named));
  });

  it('is in words that hold all of it', () => {
    expect(figure(rulesInForce(PRACTICES.somerset), 'letter')?.value).toMatch(/^safe to send first no, bands from 0, until 12, living independently not said, to parent or carer; .*to parent or carer and child$/);
    expect(figure(rulesInForce(PRACTICES.birmingham), 'strategy')?.value).toBe('looked after hours not said, missing hours 72, episodes in 30 days 3, at risk high');
    expect(figure(rulesInForce(PRACTICES.somerset), 'unableToContact')?.value).toBe('after nobody, explanation yes');
  });
});

describe('a clock as its rule says it', () => {
  const of = (practice: (typeof PRACTICE_IDS)[number], id: string): object[] => PRACTICES[practice].clocks.filter((clock) => clock.id === id).map(clockRule);

  it('has whom it runs for, its start, its end and its length', () => {
    expect(clockRule(STATUTORY_CLOCK)).toEqual({ of: 'every child', start: 'return', stops: ['interview'], againUntil: [], length: '72 hours' });
    expect(of('somerset', 'COMPLETED')).toEqual([{ of: 'every child', start: null, stops: ['interview'], againUntil: [], length: '3 working days' }]);
    expect(of('somerset', 'RISK_CONSIDERED')).toMatchObject([{ of: 'looked after child', length: 'the same working day' }]);
    expect(of('somerset', 'STRATEGY_AGAIN')).toMatchObject([{ againUntil: ['locating', 'visit'] }]);
  });
});
