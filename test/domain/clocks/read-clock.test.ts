import fc from 'fast-check';
import type { Clock } from '../../../src/domain/clocks/clock.ts';
import { happenedBy, type ClockEvents } from '../../../src/domain/clocks/moments.ts';
import { readClock, type ClockReading } from '../../../src/domain/clocks/read-clock.ts';
import { HOUR } from '../../../src/domain/interval/durations.ts';
import { aClock, moment, time } from './some-times.ts';

const LATER = moment('2026-06-01 12:00');
const read = (events: ClockEvents, now: string | number = LATER, clock: Clock = aClock()): ClockReading =>
  readClock(clock, events, { now: typeof now === 'number' ? now : moment(now), coreHours: null });
const why = (reading: ClockReading): string => (reading.state === 'CANNOT_TELL' ? reading.why : reading.state);
const instant = (at: number): { from: number; until: number } => ({ from: at, until: at });
const BACK = { RETURNED: [time('2026-05-04 10:00:00')] };

describe('a clock of 72 hours from the return', () => {
  it.each([
    ['at once', '2026-05-04 10:05', 'ON_TIME'],
    ['within the last minute', '2026-05-07 09:59', 'ON_TIME'],
    ['in the minute of the limit', '2026-05-07 10:00', 'LIMIT_INSIDE'],
    ['a minute after it', '2026-05-07 10:01', 'LATE'],
    ['some time on the day of the limit', '2026-05-07', 'LIMIT_INSIDE'],
    ['some time on the day before', '2026-05-06', 'ON_TIME'],
    ['some time on the day after', '2026-05-08', 'LATE'],
  ])('with an offer %s', (_, offer, state) => {
    expect(why(read({ ...BACK, OFFER_MADE: [time(offer)] }))).toBe(state);
  });

  it('is on time up to the very moment', () => {
    const at = (millis: number): ClockEvents => ({ RETURNED: [instant(moment('2026-05-04 10:00'))], OFFER_MADE: [instant(moment('2026-05-07 10:00') + millis)] });
    expect(read(at(0)).state).toBe('ON_TIME');
    expect(read(at(1))).toEqual({ state: 'LATE', by: { least: 1 / HOUR, most: 1 / HOUR }, stopped: true });
  });

  it('is due, with the moment, while it can still be kept', () => {
    const limit = moment('2026-05-07 10:00:00');
    expect(read({ ...BACK, OFFER_MADE: [] }, '2026-05-06 09:00')).toEqual({ state: 'DUE', at: { first: limit, last: limit + 999 } });
    expect(read({ ...BACK, OFFER_MADE: [] }, limit).state).toBe('DUE');
    expect(why(read({ ...BACK, OFFER_MADE: [] }, limit + 1))).toBe('LIMIT_INSIDE');
    expect(read({ ...BACK, OFFER_MADE: [] }, limit + 1000).state).toBe('LATE');
  });

  it('is late by the hours that have passed since', () => {
    expect(read({ RETURNED: [instant(moment('2026-05-04 10:00'))], OFFER_MADE: [] }, '2026-05-07 16:30')).toEqual({ state: 'LATE', by: { least: 6.5, most: 6.5 }, stopped: false });
  });

  it('gives a range of hours late where only dates are known, and the limit where it cannot tell', () => {
    const back = { RETURNED: [time('2026-05-04')], OFFER_MADE: [time('2026-05-09')] };
    const reading = read(back);
    expect(reading).toMatchObject({ state: 'LATE', by: { least: 24 + 1 / HOUR } });
    expect(read({ ...back, OFFER_MADE: [time('2026-05-07 15:00')] })).toEqual({
      state: 'CANNOT_TELL',
      why: 'LIMIT_INSIDE',
      limit: { first: moment('2026-05-07'), last: moment('2026-05-08') - 1 },
    });
  });

  it('counts elapsed hours over both changes of the clock', () => {
    const spring = { RETURNED: [time('2026-03-28 10:00:00')], OFFER_MADE: [time('2026-03-31 10:59:00')] };
    const autumn = { RETURNED: [time('2026-10-24 10:00:00')], OFFER_MADE: [time('2026-10-27 09:01:00')] };
    expect(read(spring).state).toBe('ON_TIME');
    expect(read(autumn, moment('2026-11-20 10:00')).state).toBe('LATE');
  });

  it('takes a return in the repeated hour of autumn as either', () => {
    const back = { RETURNED: [time('2026-10-25 01:30')] };
    const now = moment('2026-11-20 10:00');
    expect(read({ ...back, OFFER_MADE: [time('2026-10-28 00:29')] }, now).state).toBe('ON_TIME');
    expect(why(read({ ...back, OFFER_MADE: [time('2026-10-28 01:00')] }, now))).toBe('LIMIT_INSIDE');
    expect(read({ ...back, OFFER_MADE: [time('2026-10-28 01:31')] }, now).state).toBe('LATE');
  });

  it('says of a child who is located only that nobody says that the child is back', () => {
    expect(why(read({ LOCATED: [time('2026-05-04')], RETURNED: [], OFFER_MADE: [] }))).toBe('LOCATED_NOT_RETURNED');
    expect(why(read({ LOCATED: [null], OFFER_MADE: [] }))).toBe('LOCATED_NOT_RETURNED');
    expect(why(read({ LOCATED: [time('2026-05-04')], RETURN_NOTIFIED: [] }, LATER, aClock({ start: 'RETURN_NOTIFIED' })))).toBe('LOCATED_NOT_RETURNED');
  });

  it.each([time('2026-05-04 12:00'), null])('says of a child who is located and back, and of whose return nobody told the team, that it waits for that', (returned) => {
    const back = { LOCATED: [time('2026-05-04')], RETURNED: [returned] };
    const notified = aClock({ start: 'RETURN_NOTIFIED' });
    expect(why(read(back, LATER, notified))).toBe('START_NOT_TOLD');
    expect(why(read({ ...back, RETURN_NOTIFIED: [] }, LATER, notified))).toBe('NOT_STARTED');
  });

  it('has not started while the child is gone, and says so when nobody tells of it', () => {
    expect(why(read({ RETURNED: [], LOCATED: [], OFFER_MADE: [] }))).toBe('NOT_STARTED');
    expect(why(read({ OFFER_MADE: [] }))).toBe('START_NOT_TOLD');
    expect(why(read({ LOCATED: [time('2026-05-04')] }, LATER, aClock({ start: 'INTERVIEW_HELD' })))).toBe('START_NOT_TOLD');
  });

  it('cannot tell from when, where a return has no time', () => {
    expect(why(read({ RETURNED: [null], OFFER_MADE: [] }))).toBe('START_UNTIMED');
    expect(why(read({ RETURNED: [null, time('2026-05-04 10:00')], OFFER_MADE: [] }))).toBe('START_UNTIMED');
  });

  it('starts at the first return of several, and stops at the first offer of several', () => {
    const [first, last] = [moment('2026-05-04 10:00'), moment('2026-05-08 10:00')];
    const events = { RETURNED: [instant(first + HOUR), instant(first)], OFFER_MADE: [instant(last + HOUR), instant(last)] };
    expect(read(events)).toEqual({ state: 'LATE', by: { least: 24, most: 24 }, stopped: true });
  });

  it('has no start where the text gives none (Somerset 3.3)', () => {
    expect(why(read({ ...BACK }, LATER, aClock({ start: null })))).toBe('START_UNDEFINED');
  });

  it('is kept by an offer without a time only while the limit has not passed', () => {
    expect(read({ ...BACK, OFFER_MADE: [null] }, '2026-05-06').state).toBe('ON_TIME');
    expect(why(read({ ...BACK, OFFER_MADE: [null] }))).toBe('STOP_UNTIMED');
    expect(read({ ...BACK, OFFER_MADE: [null, time('2026-05-05')] }).state).toBe('ON_TIME');
  });

  it('is due, and then cannot tell, where nobody tells the hub of offers', () => {
    expect(read(BACK, '2026-05-06').state).toBe('DUE');
    expect(why(read(BACK))).toBe('STOP_NOT_TOLD');
  });

  it('cannot tell from an offer that is said to come before the return', () => {
    expect(why(read({ ...BACK, OFFER_MADE: [time('2026-05-01')] }))).toBe('STOP_BEFORE_START');
    expect(read({ ...BACK, OFFER_MADE: [time('2026-05-01'), time('2026-05-05')] }).state).toBe('ON_TIME');
    expect(read({ ...BACK, OFFER_MADE: [time('2026-05-01')] }, '2026-05-05').state).toBe('DUE');
  });

  it('does not count what is still to come', () => {
    expect(read({ ...BACK, OFFER_MADE: [time('2026-05-06 10:00')] }, '2026-05-05').state).toBe('DUE');
    expect(why(read({ RETURNED: [time('2026-05-04 10:00')], OFFER_MADE: [] }, '2026-05-03'))).toBe('NOT_STARTED');
  });

  it('takes what is recorded of today as having been before now', () => {
    const events = { RETURNED: [time('2026-05-04')], OFFER_MADE: [] };
    expect(read(events, '2026-05-04 09:00')).toEqual({ state: 'DUE', at: { first: moment('2026-05-07'), last: moment('2026-05-07 09:00') } });
  });

  it('is stopped by the first of several events, and cannot tell while nobody tells of one of them', () => {
    const clock = aClock({ stops: ['OFFER_MADE', 'INTERVIEW_HELD'] });
    expect(read({ ...BACK, OFFER_MADE: [], INTERVIEW_HELD: [time('2026-05-05')] }, LATER, clock).state).toBe('ON_TIME');
    expect(why(read({ ...BACK, OFFER_MADE: [] }, LATER, clock))).toBe('STOP_NOT_TOLD');
  });
});

describe('a clock of working days or core hours', () => {
  it('is due at the end of the working day, over a bank holiday', () => {
    const clock = aClock({ calendar: 'WORKING_DAYS', length: 3 });
    const limit = moment('2026-05-08') - 1;
    expect(read({ RETURNED: [time('2026-05-01 10:00')], OFFER_MADE: [] }, '2026-05-06', clock)).toEqual({ state: 'DUE', at: { first: limit, last: limit } });
    expect(read({ RETURNED: [time('2026-05-01')], OFFER_MADE: [time('2026-05-07')] }, LATER, clock).state).toBe('ON_TIME');
    expect(read({ RETURNED: [time('2026-05-01')], OFFER_MADE: [time('2026-05-08')] }, LATER, clock).state).toBe('LATE');
  });

  it('cannot be read beyond the listed bank holidays', () => {
    const clock = aClock({ calendar: 'WORKING_DAYS', length: 3 });
    expect(why(read({ RETURNED: [time('2018-05-01')], OFFER_MADE: [] }, LATER, clock))).toBe('CALENDAR_ENDS');
    expect(why(read({ RETURNED: [time('2018-12-31')], OFFER_MADE: [] }, LATER, clock))).toBe('CALENDAR_ENDS');
  });

  it('cannot be read in core hours nobody has stated, and can when they are (Somerset 4.2)', () => {
    const clock = aClock({ calendar: 'CORE_HOURS', length: 24 });
    const events = { RETURNED: [instant(moment('2026-05-05 12:00'))], OFFER_MADE: [] };
    expect(why(read(events, LATER, clock))).toBe('CORE_HOURS_UNKNOWN');
    const limit = moment('2026-05-08 12:00');
    expect(readClock(clock, events, { now: moment('2026-05-06'), coreHours: { from: '09:00', until: '17:00' } })).toEqual({ state: 'DUE', at: { first: limit, last: limit } });
  });
});

const anInstant = fc.integer({ min: moment('2026-01-05'), max: moment('2026-11-30') });
const widths = fc.constantFrom(0, 60_000, 24 * HOUR);
const aTime = fc.tuple(anInstant, widths).map(([from, width]) => ({ from, until: from + width }));
const anyClock = fc.record({ calendar: fc.constantFrom('ELAPSED_HOURS', 'WORKING_DAYS'), length: fc.integer({ min: 1, max: 90 }) });
const inside = fc.double({ min: 0, max: 1, noNaN: true });
const within = (time: { from: number; until: number }, share: number): { from: number; until: number } => instant(time.from + Math.floor(Math.max(0, time.until - 1 - time.from) * share));

describe('every clock', () => {
  it('that is on time or late is so for every exact time its sources can mean', () => {
    const now = moment('2027-06-01');
    fc.assert(
      fc.property(anyClock, fc.tuple(aTime, inside), fc.tuple(aTime, inside), (shape, [start, some], [stop, other]) => {
        const clock = aClock(shape);
        const exact = read({ RETURNED: [within(start, some)], OFFER_MADE: [within(stop, other)] }, now, clock);
        const stated = read({ RETURNED: [start], OFFER_MADE: [stop] }, now, clock);
        fc.pre(why(exact) !== 'STOP_BEFORE_START');
        expect([why(exact), 'LIMIT_INSIDE', 'STOP_BEFORE_START']).toContain(why(stated));
      }),
      { numRuns: 300 },
    );
  });

  it('goes from due, perhaps over what cannot be told, to late as time passes, and never back', () => {
    fc.assert(
      fc.property(anyClock, aTime, fc.array(fc.integer({ min: 0, max: 200 * 24 * HOUR }), { minLength: 2, maxLength: 6 }), (shape, start, waits) => {
        const order = ['DUE', 'LIMIT_INSIDE', 'LATE'];
        const places = waits.toSorted((a, b) => a - b).map((wait) => order.indexOf(why(read({ RETURNED: [start], OFFER_MADE: [] }, start.until + wait, aClock(shape)))));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        expect(places).not.toContain(-1);
      }),
      { numRuns: 100 },
    );
  });

  it('counts nothing later than now, however the times are stated', () => {
    const { timed } = happenedBy(moment('2026-05-04 09:00'), { RETURNED: [time('2026-05-04'), time('2026-05-05')] }, ['RETURNED']);
    expect(timed).toEqual([{ first: moment('2026-05-04'), last: moment('2026-05-04 09:00') }]);
  });
});
