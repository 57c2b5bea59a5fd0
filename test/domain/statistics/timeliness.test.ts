import { PRACTICES } from '../../../src/domain/authority/known-practices.ts';
import { SILENT_PRACTICE, type Practice } from '../../../src/domain/authority/practice.ts';
import type { PracticeClock } from '../../../src/domain/clocks/practice-clocks.ts';
import type { ClockId } from '../../../src/domain/clocks/clock.ts';
import type { ClockReading } from '../../../src/domain/clocks/read-clock.ts';
import { OFFER_OUTCOMES } from '../../../src/domain/interview/interview-words.ts';
import { londonMonth, returnFacts, type ReturnFacts, type ToldReturn } from '../../../src/domain/statistics/return-facts.ts';
import { SPLITS } from '../../../src/domain/statistics/timeliness-counts.ts';
import { timelinessTable, type TimelinessRow } from '../../../src/domain/statistics/timeliness.ts';
import { aClock, moment, time } from '../clocks/some-times.ts';
import { aPractice } from '../interview/a-practice.ts';
import { aReturn, returns } from './a-return.ts';

const OWN = [aClock(), aClock({ id: 'INTERVIEW', stops: ['INTERVIEW_HELD'] })];
const NOW = moment('2026-05-20');
const table = (facts: readonly ReturnFacts[], practice: Practice = aPractice({}, OWN), months = ['2026-05']): ReturnType<typeof timelinessTable> => timelinessTable(facts, { months, within: true, practice, now: NOW });
const may = (facts: readonly ReturnFacts[], practice?: Practice): TimelinessRow['counts'] => table(facts, practice).total.counts;

describe('what is counted of one return', () => {
  const reading = (state: ClockReading['state']): ClockReading => ({ state }) as ClockReading;
  const clock = (id: ClockId, state: ClockReading['state']): PracticeClock => ({ clock: aClock({ id }), reading: reading(state), earlier: [] });
  const told = (changes: Partial<ToldReturn> = {}): ReturnFacts => returnFacts({ child: 'c1', returned: time('2026-05-04 10:00'), outcome: 'ACCEPTED', contactRecorded: true, held: false, practice: SILENT_PRACTICE, clocks: [], ...changes });

  it.each([
    ['2026-05-31 23:59', '2026-05'],
    ['2026-06-01 00:00', '2026-06'],
    ['2026-05-31', '2026-05'],
    ['2026-10-25 01:30', '2026-10'],
  ])('a return of %s lies in %s, on London\'s clock', (text, month) => {
    expect(londonMonth(time(text))).toBe(month);
    expect(told({ returned: time(text) }).month).toBe(month);
  });

  it('lies in no month where it can lie in either of two, or has no time', () => {
    expect(londonMonth({ from: moment('2026-05-31 10:00'), until: moment('2026-06-01 10:00') })).toBeNull();
    expect(told({ returned: null }).month).toBeNull();
  });

  it.each([
    ...OFFER_OUTCOMES.map((outcome) => [outcome, { ACCEPTED: 'ACCEPTED', DECLINED_BY_YOUNG_PERSON: 'REFUSED_BY_CHILD', REFUSED_AFTER_BOOKING: 'REFUSED_BY_CHILD', DECLINED_BY_PARENT: 'REFUSED_BY_PARENT', PARENT_ACCEPTED_ADVICE_ONLY: 'REFUSED_BY_PARENT', ALREADY_ARRANGED: 'OTHER_END', SUBSEQUENT_MISSING_EPISODE: 'OTHER_END', UNABLE_TO_ESTABLISH_CONTACT: 'UNABLE_TO_CONTACT', UNABLE_TO_ESTABLISH_CONTACT_LETTER_SENT: 'UNABLE_TO_CONTACT', NOT_APPROPRIATE: 'NOT_APPROPRIATE' }[outcome]] as const),
    [null, 'OTHER_END'] as const,
    ['NONE', 'NO_OFFER'] as const,
  ])('an offer that ended as %s counts as %s, and as accepted once the interview is held', (outcome, counts) => {
    expect(told({ outcome }).outcome).toBe(counts);
    expect(told({ outcome, held: true }).outcome).toBe('ACCEPTED');
  });

  it.each([
    ['Y', 'OTHER_END'],
    ['N', 'UNABLE_TO_CONTACT'],
    ['NA', 'NOT_APPROPRIATE'],
  ] as const)('a child who was not reached counts as the authority says: %s as %s', (offered, counts) => {
    const practice = aPractice({ unableCountsAs: { offered, accepted: 'NA' } });
    expect(told({ outcome: 'UNABLE_TO_ESTABLISH_CONTACT', practice }).outcome).toBe(counts);
    expect(told({ outcome: 'UNABLE_TO_ESTABLISH_CONTACT_LETTER_SENT', practice }).outcome).toBe(counts);
    expect(told({ outcome: 'DECLINED_BY_PARENT', practice }).outcome).toBe('REFUSED_BY_PARENT');
  });

  it('a further episode counts as no offer without a recorded contact', () => {
    expect(told({ outcome: 'SUBSEQUENT_MISSING_EPISODE', contactRecorded: false }).outcome).toBe('NO_OFFER');
    expect(told({ outcome: 'ACCEPTED', contactRecorded: false }).outcome).toBe('ACCEPTED');
  });

  it.each([
    ['ON_TIME', 'IN_TIME'],
    ['LATE', 'LATE'],
    ['DUE', 'CANNOT_TELL'],
    ['CANNOT_TELL', 'CANNOT_TELL'],
  ] as const)('a clock that is %s counts as %s', (state, kept) => {
    expect(told({ clocks: [clock('OFFER', state)] })).toMatchObject({ offered: kept, held: null });
    expect(told({ held: true, clocks: [clock('STATUTORY_INTERVIEW', state), clock('INTERVIEW', 'ON_TIME')] }).held).toEqual({ statutory: kept, own: 'IN_TIME' });
  });

  it.each([
    [['COMPLETED', 'INTERVIEW', 'CHILD_SEEN'], 'LATE'],
    [['INTERVIEW', 'CHILD_SEEN'], 'IN_TIME'],
    [['CHILD_SEEN'], 'CANNOT_TELL'],
    [[], null],
  ] as const)('an interview goes by the first of its own clocks %j: %s', (ids, own) => {
    const states = { COMPLETED: 'LATE', INTERVIEW: 'ON_TIME', CHILD_SEEN: 'CANNOT_TELL' } as const;
    expect(told({ held: true, clocks: ids.map((id) => clock(id, states[id])) }).held).toEqual({ statutory: 'CANNOT_TELL', own });
  });
});

describe('the timeliness of an authority', () => {
  const facts = [
    aReturn({ outcome: 'ACCEPTED', offered: 'IN_TIME', held: { statutory: 'IN_TIME', own: 'LATE' } }),
    aReturn({ outcome: 'ACCEPTED', offered: 'LATE', held: { statutory: 'CANNOT_TELL', own: null } }),
    aReturn({ outcome: 'ACCEPTED', offered: null }),
    aReturn({ outcome: 'REFUSED_BY_CHILD', offered: 'CANNOT_TELL' }),
    aReturn({ outcome: 'REFUSED_BY_PARENT', offered: 'IN_TIME' }),
    aReturn({ outcome: 'OTHER_END', offered: 'IN_TIME' }),
    aReturn({ outcome: 'UNABLE_TO_CONTACT', offered: 'LATE' }),
    aReturn({ outcome: 'NOT_APPROPRIATE', offered: 'IN_TIME' }),
    aReturn(),
  ];

  it('is counted in full for its own service, each count of one child too', () => {
    expect(may(facts)).toEqual({
      returns: 9,
      eligible: 8,
      notAppropriate: 1,
      offered: 6,
      notOffered: 2,
      unableToContact: 1,
      noOffer: 1,
      offeredInTime: 3,
      offeredNotInTime: 3,
      offeredLate: 1,
      offeredCannotTell: 2,
      accepted: 3,
      notAccepted: 3,
      refused: 2,
      otherEnd: 1,
      refusedByChild: 1,
      refusedByParent: 1,
      completed: 2,
      notCompleted: 1,
      statutoryInTime: 1,
      statutoryNotInTime: 1,
      statutoryLate: 0,
      statutoryCannotTell: 1,
      ownInTime: 0,
      ownNotInTime: 2,
      ownLate: 1,
      ownCannotTell: 1,
    });
  });

  it('adds up in every split', () => {
    const counts = may(facts);
    expect(SPLITS.filter(([whole, one, other]) => counts[whole] !== Number(counts[one]) + Number(counts[other]))).toEqual([]);
  });

  it('says silent where the practice has no clock of its own, and shows the statutory one beside it', () => {
    expect(may(facts, PRACTICES.mosaic)).toMatchObject({ offeredInTime: 'SILENT', offeredNotInTime: 'SILENT', offeredLate: 'SILENT', offeredCannotTell: 'SILENT', ownInTime: 'SILENT', ownNotInTime: 'SILENT', ownLate: 'SILENT', ownCannotTell: 'SILENT', statutoryInTime: 1, offered: 6 });
    expect(may(facts, PRACTICES.birmingham)).toMatchObject({ offeredInTime: 3, ownInTime: 'SILENT' });
    expect(may(facts, PRACTICES['west-sussex'])).toMatchObject({ offeredInTime: 'SILENT', ownLate: 1 });
    expect(may(facts, PRACTICES.somerset)).toMatchObject({ offeredInTime: 3, ownLate: 1 });
  });

  it('has a row for each month that was asked for, in their order, and their total', () => {
    const { months, total } = table([...facts, aReturn({ month: '2026-04' }), aReturn({ month: null })], SILENT_PRACTICE, ['2026-05', '2026-03', '2026-04', '2026-04']);
    expect(months.map(({ month, counts }) => [month, counts.returns])).toEqual([['2026-03', 0], ['2026-04', 1], ['2026-05', 9]]);
    expect([total.month, total.counts.returns, total.counts.ownLate]).toEqual([null, 10, 'SILENT']);
  });
});

describe("an authority's own standards", () => {
  const standards = aPractice({ offeredOfEligible: 80, completedOfAccepted: 50, refusedAtMost: 25 }, OWN);
  const of = (facts: readonly ReturnFacts[], practice: Practice = standards): Record<string, unknown> => Object.fromEntries(table(facts, practice).total.standards.map(({ standard, stands, met }) => [standard, [stands?.least, stands?.most, met]]));
  const accepted = (own: 'IN_TIME' | 'LATE' | 'CANNOT_TELL', number: number): ReturnFacts[] => returns(number, { outcome: 'ACCEPTED', held: { statutory: 'IN_TIME', own } });

  it('are met, or not, by the counts', () => {
    expect(of([...accepted('IN_TIME', 3), ...returns(1, { outcome: 'REFUSED_BY_PARENT' }), ...returns(1)])).toEqual({ offeredOfEligible: [80, 80, true], completedOfAccepted: [100, 100, true], refusedAtMost: [25, 25, true] });
    expect(of([...accepted('LATE', 1), ...returns(1, { outcome: 'REFUSED_BY_CHILD' }), ...returns(1)])).toEqual({ offeredOfEligible: [66.7, 66.7, false], completedOfAccepted: [0, 0, false], refusedAtMost: [50, 50, false] });
  });

  it('are a range where times do not settle it, and met by neither end or both', () => {
    expect(of([...accepted('IN_TIME', 1), ...accepted('CANNOT_TELL', 1), ...accepted('LATE', 1)])['completedOfAccepted']).toEqual([33.3, 66.7, null]);
    expect(of([...accepted('IN_TIME', 2), ...accepted('CANNOT_TELL', 1), ...accepted('LATE', 1)])['completedOfAccepted']).toEqual([50, 75, true]);
    expect(of([...accepted('CANNOT_TELL', 1), ...accepted('LATE', 2)])['completedOfAccepted']).toEqual([0, 33.3, false]);
  });

  it('are not met by rounding', () => {
    const practice = aPractice({ offeredOfEligible: 100 }, OWN);
    expect(of([...accepted('IN_TIME', 2999), ...returns(1)], practice)['offeredOfEligible']).toEqual([100, 100, false]);
  });

  it('are of nothing where there was nothing, and silent where the guidance is', () => {
    expect(of([])).toEqual({ offeredOfEligible: [undefined, undefined, null], completedOfAccepted: [undefined, undefined, null], refusedAtMost: [undefined, undefined, null] });
    const [silent] = table(accepted('IN_TIME', 2), PRACTICES.kent).total.standards;
    expect(silent).toEqual({ standard: 'offeredOfEligible', asks: null, stands: { least: 100, most: 100 }, met: null, source: null, flag: null });
    expect(of(accepted('IN_TIME', 2), aPractice({ completedOfAccepted: 100 }))['completedOfAccepted']).toEqual([undefined, undefined, null]);
  });

  it('name the paragraph and what the text leaves open', () => {
    const [, completed, refused] = table([], PRACTICES.somerset).total.standards;
    expect(completed).toMatchObject({ asks: 100, source: 'Somerset 3.3', flag: 'within three working days, whose start is undefined in the text' });
    expect(refused).toMatchObject({ asks: 10, source: 'Somerset 3.4', flag: null });
  });
});
