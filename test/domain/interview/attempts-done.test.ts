import { PRACTICES } from '../../../src/domain/authority/known-practices.ts';
import { SILENT_PRACTICE, type Practice } from '../../../src/domain/authority/practice.ts';
import { attemptsDone } from '../../../src/domain/interview/attempts-done.ts';
import type { AttemptPayload } from '../../../src/domain/observation/observation.ts';
import { moment, time } from '../clocks/some-times.ts';

type Attempt = Pick<AttemptPayload, 'at' | 'coreHours'>;
const SOMERSET = PRACTICES.somerset;
const OPEN_NINE_TO_FIVE: Practice = { ...SOMERSET, figures: { ...SOMERSET.figures, coreHours: { value: { from: '09:00', until: '17:00' }, source: 'Invented 1', flag: null } } };
const tried = (text: string, coreHours: Attempt['coreHours'] = 'NOT_SAID'): Attempt => ({ at: time(text), coreHours });
const TOLD = { first: moment('2026-05-05 10:00'), last: moment('2026-05-05 10:00') };
const lacks = (attempts: readonly Attempt[], practice: Practice = OPEN_NINE_TO_FIVE, now = '2026-05-12'): string[] =>
  attemptsDone(attempts, practice, { start: TOLD, returned: [], now: moment(now) }).lacks.map(({ code, perhaps }) => (perhaps ? `perhaps ${code}` : code));

describe('the tries at reaching a child (Somerset 4.5)', () => {
  it('are enough with three at different times, one of them outside core hours', () => {
    expect(lacks([tried('2026-05-05 11:00'), tried('2026-05-06 14:00'), tried('2026-05-06 18:30')])).toEqual([]);
  });

  it.each([
    ['two', [tried('2026-05-05 11:00'), tried('2026-05-06 18:30')], ['ATTEMPTS_TOO_FEW']],
    ['none', [], ['ATTEMPTS_TOO_FEW', 'ATTEMPTS_AT_ONE_TIME_OF_DAY', 'ATTEMPTS_IN_CORE_HOURS_ONLY']],
    ['three in one morning', [tried('2026-05-05 10:00'), tried('2026-05-05 10:30'), tried('2026-05-05 11:59')], ['ATTEMPTS_AT_ONE_TIME_OF_DAY', 'ATTEMPTS_IN_CORE_HOURS_ONLY']],
    ['three in working time', [tried('2026-05-05 10:00'), tried('2026-05-06 12:00'), tried('2026-05-07 16:59')], ['ATTEMPTS_IN_CORE_HOURS_ONLY']],
    ['three by night, before six and after five', [tried('2026-05-05 17:00'), tried('2026-05-06 05:59'), tried('2026-05-07 23:59')], ['ATTEMPTS_AT_ONE_TIME_OF_DAY']],
    ['three in the early morning', [tried('2026-05-05 06:00'), tried('2026-05-06 07:00'), tried('2026-05-06 08:59')], ['ATTEMPTS_AT_ONE_TIME_OF_DAY']],
    ['three of which only the days are known', [tried('2026-05-05'), tried('2026-05-06'), tried('2026-05-07')], ['perhaps ATTEMPTS_AT_ONE_TIME_OF_DAY', 'perhaps ATTEMPTS_IN_CORE_HOURS_ONLY']],
    ['one of which only the day is known', [tried('2026-05-05')], ['ATTEMPTS_TOO_FEW', 'ATTEMPTS_AT_ONE_TIME_OF_DAY', 'perhaps ATTEMPTS_IN_CORE_HOURS_ONLY']],
    ['three, one on a Saturday morning', [tried('2026-05-05 14:00'), tried('2026-05-06 15:00'), tried('2026-05-09 11:00')], []],
  ])('with %s lack what the paragraph asks for', (_, attempts, missing) => {
    expect(lacks(attempts)).toEqual(missing);
  });

  it('are inside or outside core hours as the worker said, before the time is looked at', () => {
    const three = (last: Attempt): Attempt[] => [tried('2026-05-05 10:00'), tried('2026-05-06 14:00'), last];
    expect(lacks(three(tried('2026-05-06 18:30', 'YES')))).toEqual(['ATTEMPTS_IN_CORE_HOURS_ONLY']);
    expect(lacks(three(tried('2026-05-06 15:30', 'NO')))).toEqual([]);
  });

  it('cannot be placed outside core hours nobody has stated', () => {
    expect(lacks([tried('2026-05-05 10:00'), tried('2026-05-06 14:00'), tried('2026-05-06 18:30')], SOMERSET)).toEqual(['perhaps ATTEMPTS_IN_CORE_HOURS_ONLY']);
  });

  it('count up to the end of the fifth working day, and later ones do not', () => {
    const two = [tried('2026-05-05 11:00'), tried('2026-05-06 18:30')];
    expect(lacks([...two, tried('2026-05-12 23:59')], OPEN_NINE_TO_FIVE, '2026-05-20')).toEqual([]);
    expect(lacks([...two, tried('2026-05-13 00:00')], OPEN_NINE_TO_FIVE, '2026-05-20')).toEqual(['ATTEMPTS_TOO_FEW', 'ATTEMPTS_WINDOW_OVER']);
    expect(lacks(two, OPEN_NINE_TO_FIVE, '2026-05-12 23:00')).toEqual(['ATTEMPTS_TOO_FEW']);
  });

  it('perhaps count when the service was told on a day that alone is known', () => {
    const told = { first: moment('2026-05-05'), last: moment('2026-05-07') - 1 };
    const three = [tried('2026-05-05 11:00'), tried('2026-05-06 18:30'), tried('2026-05-13 10:00')];
    const done = attemptsDone(three, OPEN_NINE_TO_FIVE, { start: told, returned: [], now: moment('2026-05-14') });
    expect(done).toMatchObject({ counted: 3, lacks: [{ code: 'ATTEMPTS_TOO_FEW', perhaps: true }, { code: 'ATTEMPTS_WINDOW_OVER', perhaps: false }] });
    expect(done.windowEnds).toEqual({ first: moment('2026-05-13') - 1, last: moment('2026-05-14') - 1 });
  });

  it('all count where nobody says when the service was told, or the holidays are not listed', () => {
    const three = [tried('2026-05-05 11:00'), tried('2026-05-06 18:30'), tried('2026-08-13 10:00')];
    const from = (start: typeof TOLD | null): unknown => attemptsDone(three, OPEN_NINE_TO_FIVE, { start, returned: [], now: moment('2026-09-01') });
    expect(from(null)).toEqual({ counted: 3, windowEnds: null, lacks: [] });
    expect(from({ first: moment('2010-05-05'), last: moment('2010-05-05') })).toEqual({ counted: 3, windowEnds: null, lacks: [] });
  });

  it('name the rule that asks', () => {
    expect(attemptsDone([], SOMERSET, { start: null, returned: [], now: 0 }).lacks[0]).toEqual({ code: 'ATTEMPTS_TOO_FEW', words: 'there were fewer tries than the practice asks for', rule: 'Somerset 4.5', perhaps: false });
  });

  it('may all be at one time where the practice does not ask for different ones', () => {
    const practice: Practice = { ...SILENT_PRACTICE, figures: { ...SILENT_PRACTICE.figures, attempts: { value: { atLeast: 2, differentTimes: false, outsideCoreHours: 0 }, source: 'Invented 2', flag: null } } };
    expect(lacks([tried('2026-05-05 10:00'), tried('2026-05-05 10:30')], practice)).toEqual([]);
  });

  it('count for nothing where they were surely over before the child came back', () => {
    const tries = [tried('2026-05-04 09:00'), tried('2026-05-05 11:00'), tried('2026-05-06 14:00'), tried('2026-05-06 18:30')];
    const counted = (returned: string): number => attemptsDone(tries, OPEN_NINE_TO_FIVE, { start: TOLD, returned: [time(returned)], now: moment('2026-05-07') }).counted;
    expect([counted('2026-05-04 10:00'), counted('2026-05-04'), counted('2026-05-06 15:00')]).toEqual([3, 4, 1]);
  });

  it('lack nothing where the practice is silent', () => {
    expect(attemptsDone([tried('2026-05-05')], SILENT_PRACTICE, { start: TOLD, returned: [], now: moment('2026-09-01') })).toEqual({ counted: 1, windowEnds: null, lacks: [] });
  });
});
