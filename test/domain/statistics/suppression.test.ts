import fc from 'fast-check';
import { byTheStandards } from '../../../src/domain/statistics/by-the-standards.ts';
import type { ReturnFacts } from '../../../src/domain/statistics/return-facts.ts';
import type { Count } from '../../../src/domain/statistics/suppress-small.ts';
import { COUNT_NAMES, SPLITS, type CountName } from '../../../src/domain/statistics/timeliness-counts.ts';
import { timelinessTable, type TimelinessRow } from '../../../src/domain/statistics/timeliness.ts';
import { aClock, moment } from '../clocks/some-times.ts';
import { aPractice } from '../interview/a-practice.ts';
import { aReturn, returns, returnsOf } from './a-return.ts';
import { aWorldBehind, suppressedIn } from './a-world-behind.ts';

const PRACTICE = aPractice({ offeredOfEligible: 100, completedOfAccepted: 100, refusedAtMost: 10 }, [aClock(), aClock({ id: 'INTERVIEW', stops: ['INTERVIEW_HELD'] })]);
const ASKED = { within: false, practice: PRACTICE, now: moment('2026-07-01') };
const outside = (facts: readonly ReturnFacts[], months = ['2026-05']): ReturnType<typeof timelinessTable> => timelinessTable(facts, { ...ASKED, months });
const inMay = (facts: readonly ReturnFacts[]): TimelinessRow['counts'] => outside(facts).total.counts;

const anOutcome = fc.constantFrom<ReturnFacts['outcome'][]>('ACCEPTED', 'ACCEPTED', 'ACCEPTED', 'REFUSED_BY_CHILD', 'REFUSED_BY_PARENT', 'OTHER_END', 'UNABLE_TO_CONTACT', 'NO_OFFER', 'NOT_APPROPRIATE');
const kept = fc.constantFrom('IN_TIME', 'IN_TIME', 'LATE', 'CANNOT_TELL');
const someReturns = fc.integer({ min: 3, max: 90 }).chain((children) =>
  fc.array(
    fc.record<ReturnFacts>({
      child: fc.integer({ min: 1, max: children }).map(String),
      month: fc.constantFrom('2026-04', '2026-05', null),
      outcome: anOutcome,
      offered: fc.option(kept),
      held: fc.option(fc.record({ statutory: kept, own: fc.option(kept) })),
    }),
    { minLength: 0, maxLength: 250, size: 'max' },
  ),
);

describe('outside the service, what a month shows', () => {
  it('is nothing of fewer than five children, however often each of them went missing', () => {
    const often = Array.from({ length: 12 }, (_, nth) => aReturn({ child: `c${String(nth % 4)}`, outcome: 'ACCEPTED' }));
    expect(inMay(often).returns).toBe('SUPPRESSED');
    expect(inMay([...often, aReturn({ child: 'c5' })]).returns).toBe(13);
    expect(inMay([]).returns).toBe('SUPPRESSED');
  });

  it('is both of two that make up a third, or neither', () => {
    const counts = inMay([...returns(9, { outcome: 'REFUSED_BY_CHILD' }), ...returns(4, { outcome: 'REFUSED_BY_PARENT' }), ...returns(5, { outcome: 'OTHER_END' }), ...returns(6, { outcome: 'ACCEPTED' }), ...returns(5), ...returns(5, { outcome: 'UNABLE_TO_CONTACT' }), ...returns(5, { outcome: 'NOT_APPROPRIATE' })]);
    expect(counts).toMatchObject({ returns: 39, eligible: 34, notAppropriate: 5, offered: 24, notOffered: 10, noOffer: 5, unableToContact: 5, accepted: 6, notAccepted: 18, refused: 13, otherEnd: 5, refusedByChild: 'SUPPRESSED', refusedByParent: 'SUPPRESSED', completed: 'SUPPRESSED', notCompleted: 'SUPPRESSED' });
  });

  it('is nothing of what makes up a count that is not shown, however many they are', () => {
    const counts = inMay([...returns(20, { outcome: 'ACCEPTED', held: { statutory: 'IN_TIME', own: 'IN_TIME' } }), ...returns(20, { outcome: 'ACCEPTED', held: { statutory: 'LATE', own: 'LATE' } })]);
    expect(counts).toMatchObject({ returns: 40, eligible: 'SUPPRESSED', offered: 'SUPPRESSED', accepted: 'SUPPRESSED', completed: 'SUPPRESSED', statutoryInTime: 'SUPPRESSED', statutoryLate: 'SUPPRESSED' });
  });

  it('is the same whichever months are asked for beside it, and in whatever order', () => {
    fc.assert(
      fc.property(someReturns, (facts) => {
        const [april, may] = outside(facts, ['2026-05', '2026-04', '2026-05']).months;
        expect([april, may]).toEqual([outside(facts, ['2026-04']).months[0], outside(facts).months[0]]);
      }),
      { numRuns: 40 },
    );
  });

  it('adds up to a total only where every month is shown', () => {
    const facts = [...returns(8, { month: '2026-04' }), ...returns(8), ...returns(3, { month: '2026-03' })];
    expect(outside(facts, ['2026-04', '2026-05']).total.counts.returns).toBe(16);
    expect(outside(facts, ['2026-03', '2026-04', '2026-05']).total.counts.returns).toBe('SUPPRESSED');
    expect(outside(facts, ['2026-04', '2026-05', '2026-06']).total.counts.returns).toBe('SUPPRESSED');
  });

  it('is nothing while the month goes on', () => {
    const shown = (now: number): Count | undefined => timelinessTable(returns(9), { ...ASKED, months: ['2026-05'], now }).months[0]?.counts.returns;
    expect(shown(moment('2026-06-01') - 1)).toBe('SUPPRESSED');
    expect(shown(moment('2026-06-01'))).toBe(9);
  });

  it('has a total and per cents that follow from the shown counts of its months alone', () => {
    fc.assert(
      fc.property(someReturns, (facts) => {
        const { months, total } = outside(facts, ['2026-04', '2026-05']);
        for (const name of COUNT_NAMES) {
          const shown = months.map(({ counts }) => counts[name]);
          expect(total.counts[name]).toBe(shown.includes('SUPPRESSED') ? 'SUPPRESSED' : shown.reduce<number>((sum, count) => sum + Number(count), 0));
        }
        for (const { counts, standards } of [...months, total]) {
          expect(standards).toEqual(byTheStandards(counts, PRACTICE));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('an attacker who knows every shown count, how they add up, and by which rule counts are suppressed', () => {
  const values = [1, 4] as const;

  it('cannot tell 1 from 4 in any count that is suppressed: both have a world in which the very same is shown', () => {
    let hidden = 0;
    fc.assert(
      fc.property(someReturns, (facts) => {
        const shown = inMay(facts);
        for (const name of suppressedIn(shown)) {
          for (const value of values) {
            const world = aWorldBehind(shown, name, value);
            expect(world).not.toBeNull();
            expect(world === null ? null : inMay(returnsOf(world))).toEqual(shown);
            hidden += 1;
          }
        }
      }),
      // A smaller example is sought in worlds that cannot be, which takes long and tells no more.
      { numRuns: 80, endOnFailure: true },
    );
    expect(hidden).toBeGreaterThan(500);
  });

  it('would tell them apart, were one of two left in', () => {
    const shown = inMay([...returns(9), ...returns(3, { outcome: 'ACCEPTED' })]);
    const careless = { ...shown, offered: 'SUPPRESSED', notOffered: 9, eligible: 12, notAppropriate: 0 } as const;
    expect(values.map((value) => aWorldBehind(careless, 'offered', value))).toEqual([null, null]);
    expect(aWorldBehind(careless, 'offered', 3)).not.toBeNull();
  });

  it('is shown something where there is enough', () => {
    const world = Object.fromEntries(COUNT_NAMES.map((name) => [name, 0])) as Record<CountName, number>;
    const leaves = COUNT_NAMES.filter((name) => !SPLITS.some(([whole]) => whole === name));
    // Every leaf of ten; sums follow, and of two ways to split one count the larger needs more in the other.
    for (const name of leaves) {
      world[name] = 10;
    }
    Object.assign(world, { statutoryNotInTime: 20, completed: 30, ownNotInTime: 20, notCompleted: 10, accepted: 40, refused: 20, notAccepted: 30, offered: 70, offeredInTime: 50, offeredNotInTime: 20, notOffered: 20, eligible: 90, returns: 100 });
    expect(inMay(returnsOf(world))).toEqual(world);
  });
});
