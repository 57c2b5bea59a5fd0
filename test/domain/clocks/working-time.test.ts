import fc from 'fast-check';
import { BANK_HOLIDAYS, holidaysEndSoon, LISTED_YEARS } from '../../../src/domain/clocks/bank-holidays.ts';
import { afterCoreHours, afterDays, afterWorkingDays, inCoreHours } from '../../../src/domain/clocks/working-time.ts';
import { moment, time } from './some-times.ts';

const CORE = { from: '09:00', until: '17:00' };
const HOUR = 3_600_000;
/** An instant as London's clock shows it. */
const shown = (instant: number | null): string | null =>
  instant === null ? null : new Date(instant).toLocaleString('sv-SE', { timeZone: 'Europe/London' });
const anInstant = fc.integer({ min: moment('2019-01-01'), max: moment('2027-10-01') });

describe("England's bank holidays", () => {
  it.each(['2020-05-08', '2022-06-02', '2022-06-03', '2022-09-19', '2023-05-08'])('have the irregular day %s', (day) => {
    expect(BANK_HOLIDAYS).toContain(day);
  });

  it.each(['2020-05-04', '2022-05-30', '2020-12-26', '2022-01-01', '2026-12-26'])('leave out the day %s for which another stands', (day) => {
    expect(BANK_HOLIDAYS).not.toContain(day);
  });

  it('are eight a year, and one or two more where there was a jubilee, a funeral, a coronation', () => {
    const count = (year: number): number => [...BANK_HOLIDAYS].filter((day) => day.startsWith(String(year))).length;
    const years = Array.from({ length: LISTED_YEARS.last - LISTED_YEARS.first + 1 }, (_, nth) => LISTED_YEARS.first + nth);
    expect(years.map(count)).toEqual([8, 8, 8, 10, 9, 8, 8, 8, 8, 8]);
  });

  it.each([
    ['2028-06-30 23:59', false],
    ['2028-07-01 00:00', true],
    ['2030-01-01 00:00', true],
  ])('end soon for whoever runs the hub at %s: %s', (now, soon) => {
    expect(holidaysEndSoon(moment(now))).toBe(soon);
  });

  it('have in each listed year Good Friday and Easter Monday, the Mondays of May and August, Christmas and Boxing Day, or the day that stands for one', () => {
    const mondays = (month: number, year: number): string[] => Array.from({ length: 31 }, (_, day) => new Date(Date.UTC(year, month - 1, day + 1))).filter((day) => day.getUTCMonth() === month - 1 && day.getUTCDay() === 1).map((day) => day.toISOString().slice(0, 10));
    const easter = (year: number): number => {
      const [gold, century] = [year % 19, Math.floor(year / 100)];
      const epact = (century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 19 * gold + 15) % 30;
      const moon = epact - Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - gold) / 11));
      const week = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7;
      return Date.UTC(year, 2, 28 + moon - week);
    };
    const day = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
    for (const year of [2024, 2025, 2026, 2027, 2028]) {
      const listed = [...BANK_HOLIDAYS].filter((one) => one.startsWith(String(year)));
      const expected = [day(easter(year) - 48 * HOUR), day(easter(year) + 24 * HOUR), mondays(5, year).at(0), mondays(5, year).at(-1), mondays(8, year).at(-1)];
      expect(listed.slice(1, 6)).toEqual(expected.sort());
    }
  });

  it('are days of the calendar, and never on a weekend', () => {
    const weekdays = [...BANK_HOLIDAYS].map((day) => new Date(`${day}T12:00:00Z`).getUTCDay());
    expect(weekdays.every((weekday) => weekday >= 1 && weekday <= 5)).toBe(true);
  });
});

describe('working days', () => {
  it.each([
    ['over an ordinary week', '2026-03-10 14:00', 3, '2026-03-13 23:59:59'],
    ['over a weekend', '2026-03-12 14:00', 3, '2026-03-17 23:59:59'],
    ['from a Saturday', '2026-03-14 08:00', 1, '2026-03-16 23:59:59'],
    ['over Easter', '2026-04-02 16:00', 1, '2026-04-07 23:59:59'],
    ['over Christmas with its substitute day', '2026-12-24 10:00', 1, '2026-12-29 23:59:59'],
    ['over the moved early May holiday of 2020', '2020-05-07 10:00', 1, '2020-05-11 23:59:59'],
    ['over the Platinum Jubilee', '2022-06-01 10:00', 1, '2022-06-06 23:59:59'],
    ['over the State Funeral', '2022-09-16 10:00', 1, '2022-09-20 23:59:59'],
    ['over the Coronation', '2023-05-05 10:00', 1, '2023-05-09 23:59:59'],
    ['over the spring change of clocks', '2026-03-27 10:00', 1, '2026-03-30 23:59:59'],
    ['over the autumn change of clocks', '2026-10-23 10:00', 1, '2026-10-26 23:59:59'],
    ['of which there are none: the same day', '2026-03-10 14:00', 0, '2026-03-10 23:59:59'],
    ['of which there are none, on a day without work: the next with', '2026-03-14 08:00', 0, '2026-03-16 23:59:59'],
    ['just before midnight in summer, on London\'s day', '2026-07-06 23:59', 1, '2026-07-07 23:59:59'],
    ['just after midnight in summer, on London\'s day', '2026-07-07 00:00', 1, '2026-07-08 23:59:59'],
  ] as const)('are counted %s', (...[, start, days, end]) => {
    expect(shown(afterWorkingDays(moment(start), days))).toBe(end);
  });

  it('end with the last millisecond of the day', () => {
    expect(afterWorkingDays(moment('2026-03-10 14:00'), 1)).toBe(moment('2026-03-12') - 1);
  });

  it.each([['2028-12-29 10:00', 1], ['2018-12-31 10:00', 1], ['2028-12-20 10:00', 9], ['2029-01-03 10:00', 0]])('are not counted from %s over %d days: those years are not listed', (start, days) => {
    expect(afterWorkingDays(moment(start), days)).toBeNull();
  });

  it('are later, or the same, the later the start', () => {
    fc.assert(
      fc.property(anInstant, fc.integer({ min: 0, max: 20 * 24 }), fc.integer({ min: 0, max: 5 }), (start, hours, days) => {
        expect(afterWorkingDays(start + hours * HOUR, days) ?? Infinity).toBeGreaterThanOrEqual(afterWorkingDays(start, days) ?? 0);
      }),
      { numRuns: 60 },
    );
  });
});

describe('core hours', () => {
  it.each([
    ['within one day', '2026-03-10 09:30', 6, '2026-03-10 15:30:00'],
    ['to the last minute of one day', '2026-03-10 09:00', 8, '2026-03-10 17:00:00'],
    ['not in the night between', '2026-03-10 14:00', 8, '2026-03-11 14:00:00'],
    ['not before the service opens', '2026-03-10 05:00', 1, '2026-03-10 10:00:00'],
    ['not after it has closed', '2026-03-10 22:00', 1, '2026-03-11 10:00:00'],
    ['as three days of eight for the 24 hours of Somerset 4.2', '2026-03-10 12:00', 24, '2026-03-13 12:00:00'],
    ['not on a weekend', '2026-03-13 16:00', 2, '2026-03-16 10:00:00'],
    ['not on a bank holiday', '2026-08-28 16:00', 2, '2026-09-01 10:00:00'],
    ['by the clock on the wall after it changed', '2026-03-27 16:00', 2, '2026-03-30 10:00:00'],
  ] as const)('are counted %s', (...[, start, hours, end]) => {
    expect(shown(afterCoreHours(moment(start), hours, CORE))).toBe(end);
  });

  it('are not counted in years whose holidays are not listed', () => {
    expect(afterCoreHours(moment('2028-12-29 16:00'), 2, CORE)).toBeNull();
    expect(afterCoreHours(moment('2018-06-01 10:00'), 2, CORE)).toBeNull();
  });

  it('of which some have passed end in core hours, and later the later the start', () => {
    fc.assert(
      fc.property(anInstant, fc.integer({ min: 0, max: 100 * HOUR }), fc.integer({ min: 1, max: 40 }), (start, later, hours) => {
        const end = afterCoreHours(start, hours, CORE) ?? 0;
        expect(inCoreHours({ from: end - 1, until: end }, CORE)).toBe(true);
        expect(end - start).toBeGreaterThanOrEqual(hours * HOUR);
        expect(afterCoreHours(start + later, hours, CORE) ?? Infinity).toBeGreaterThanOrEqual(end);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['2026-03-10 09:00', true],
    ['2026-03-10 16:59', true],
    ['2026-03-10 17:00', false],
    ['2026-03-10 08:59', false],
    ['2026-03-14 11:00', false],
    ['2026-04-03 11:00', false],
    ['2026-03-14', false],
    ['2026-03-10', null],
    ['2018-03-09 11:00', null],
  ])('hold, or do not, or cannot be told, for %s', (text, inside) => {
    expect(inCoreHours(time(text), CORE)).toBe(inside);
  });

  it('cannot be told of a stretch that goes over midnight or over the hour of opening', () => {
    expect(inCoreHours({ from: moment('2026-03-14 23:00'), until: moment('2026-03-15 01:00') }, CORE)).toBeNull();
    expect(inCoreHours({ from: moment('2026-03-10 08:30'), until: moment('2026-03-10 09:30') }, CORE)).toBeNull();
    expect(inCoreHours({ from: moment('2026-03-10 16:30'), until: moment('2026-03-10 17:30') }, CORE)).toBeNull();
  });

  it('hold for an instant as for a minute', () => {
    expect(inCoreHours({ from: moment('2026-03-10 09:00'), until: moment('2026-03-10 09:00') }, CORE)).toBe(true);
  });
});

describe('the end of a day of the calendar', () => {
  it.each([
    ['2026-03-29 00:30', 0, '2026-03-30'],
    ['2026-10-25 23:30', 0, '2026-10-26'],
    ['2026-12-25 09:00', 1, '2026-12-27'],
  ])('from %s on, %d days later, is before %s', (instant, days, next) => {
    expect(afterDays(moment(instant), days)).toBe(moment(next) - 1);
  });
});
