import { PRACTICES, type PracticeId } from '../../../src/domain/authority/known-practices.ts';
import { STATUTORY_CLOCK, type Clock, type ClockEvent, type ClockId } from '../../../src/domain/clocks/clock.ts';
import type { ClockEvents, Moments } from '../../../src/domain/clocks/moments.ts';
import { readRuns } from '../../../src/domain/clocks/read-runs.ts';
import type { ClockReading } from '../../../src/domain/clocks/read-clock.ts';
import { HOUR } from '../../../src/domain/interval/durations.ts';
import { moment, time } from './some-times.ts';

const CORE = { from: '09:00', until: '17:00' };
const shown = (instant: number): string => new Date(instant).toLocaleString('sv-SE', { timeZone: 'Europe/London' });

function clockOf(practice: PracticeId | null, id: ClockId): Clock {
  const clock = practice === null ? STATUTORY_CLOCK : PRACTICES[practice].clocks.find((one) => one.id === id);
  if (clock === undefined) {
    throw new TypeError(`${String(practice)} has no clock ${id}`);
  }
  return clock;
}

/** The last run of a clock, started at a time, at a moment; whatever stops it has not happened. */
function read(clock: Clock, started: string | null, { now, more = {} }: { readonly now: number; readonly more?: ClockEvents }): ClockReading | undefined {
  const open = Object.fromEntries([...clock.stops, ...(clock.againUntil ?? [])].map((event) => [event, []]));
  const events = { ...open, ...(clock.start === null || started === null ? {} : { [clock.start]: [time(started)] }), ...more };
  return readRuns(clock, events, { now, coreHours: CORE }).at(-1);
}

/** Between which moments a clock runs out that is not yet read as kept or late. */
function limitOf(reading: ClockReading | undefined): Moments {
  const limit = reading?.state === 'DUE' ? reading.at : reading?.state === 'CANNOT_TELL' ? reading.limit : null;
  if (limit === null) {
    throw new TypeError('it has no limit');
  }
  return limit;
}

type Row = readonly [source: string, practice: PracticeId | null, id: ClockId, when: string, started: string, limit: string];

/** Each duty that has a time, over the days on which days and hours are not what they seem; the limit as London's clock shows it. */
const TIMES: readonly Row[] = [
  ['Statutory guidance 2014, paragraph 32', null, 'STATUTORY_INTERVIEW', 'over Easter, which hours do not wait for', '2026-04-02 16:00:00', '2026-04-05 16:00:00'],
  ['Statutory guidance 2014, paragraph 32', null, 'STATUTORY_INTERVIEW', 'when the clocks go forward', '2026-03-28 10:00:00', '2026-03-31 11:00:00'],
  ['Statutory guidance 2014, paragraph 32', null, 'STATUTORY_INTERVIEW', 'when the clocks go back', '2026-10-24 10:00:00', '2026-10-27 09:00:00'],
  ['Birmingham 2022, Independent return home conversations', 'birmingham', 'OFFER', 'over a bank holiday', '2026-05-01 10:00:00', '2026-05-04 10:00:00'],
  ['Birmingham 2022, Independent return home conversations', 'birmingham', 'OFFER', 'when the clocks go forward', '2026-03-28 10:00:00', '2026-03-31 11:00:00'],
  ['Birmingham 2022, Independent return home conversations', 'birmingham', 'OFFER', 'when the clocks go back', '2026-10-24 10:00:00', '2026-10-27 09:00:00'],
  ["Birmingham 2022, Birmingham Children's Trust response", 'birmingham', 'STRATEGY', 'when the clocks go back', '2026-10-24 20:00:00', '2026-10-27 19:00:00'],
  ["Birmingham 2022, Birmingham Children's Trust response", 'birmingham', 'STRATEGY_AT_RISK', 'on the day, a bank holiday too', '2026-05-04 09:00:00', '2026-05-04 23:59:59'],
  ["Birmingham 2022, Birmingham Children's Trust response", 'birmingham', 'STRATEGY_AT_RISK', 'on the day when the clocks go back', '2026-10-25 00:30:00', '2026-10-25 23:59:59'],
  ['West Sussex, When should a RHI be completed', 'west-sussex', 'CHILD_SEEN', 'when the clocks go forward', '2026-03-28 10:00:00', '2026-03-31 11:00:00'],
  ['West Sussex, When should a RHI be completed', 'west-sussex', 'CHILD_SEEN', 'over Christmas', '2026-12-24 10:00:00', '2026-12-27 10:00:00'],
  ['West Sussex, What next, 5', 'west-sussex', 'FOLLOW_UP', 'when the clocks go back', '2026-10-20 10:00:00', '2026-10-27 09:00:00'],
  ['Kent, When should a return interview be undertaken', 'kent', 'INTERVIEW', 'when the clocks go forward', '2026-03-28 10:00:00', '2026-03-31 11:00:00'],
  ['Kent, When should a return interview be undertaken', 'kent', 'INTERVIEW', 'when the clocks go back', '2026-10-24 10:00:00', '2026-10-27 09:00:00'],
  ['Somerset 3.1', 'somerset', 'OFFER', 'over a bank holiday', '2026-08-29 10:00:00', '2026-09-01 10:00:00'],
  ['Somerset 3.1', 'somerset', 'OFFER', 'when the clocks go back', '2026-10-24 10:00:00', '2026-10-27 09:00:00'],
  ['Somerset 4.2', 'somerset', 'ASSIGNED', 'over Easter', '2026-04-02 16:00:00', '2026-04-09 16:00:00'],
  ['Somerset 4.2', 'somerset', 'ASSIGNED', 'when the clocks go forward', '2026-03-27 16:00:00', '2026-04-01 16:00:00'],
  ['Somerset 4.2', 'somerset', 'ASSIGNED', 'when the clocks go back', '2026-10-23 16:00:00', '2026-10-28 16:00:00'],
  ['Somerset 4.5', 'somerset', 'ATTEMPTS', 'over Easter', '2026-04-02 16:00:00', '2026-04-13 23:59:59'],
  ['Somerset 4.5', 'somerset', 'ATTEMPTS', 'when the clocks go forward', '2026-03-27 16:00:00', '2026-04-07 23:59:59'],
  ['Somerset 4.5', 'somerset', 'ATTEMPTS', 'when the clocks go back', '2026-10-23 16:00:00', '2026-10-30 23:59:59'],
  ['Somerset 4.5', 'somerset', 'ATTEMPTS', 'of a notification that is known by its day', '2026-10-23', '2026-10-30 23:59:59'],
  ['Somerset 4.14', 'somerset', 'PAPERWORK', 'over Easter', '2026-04-02 16:00:00', '2026-04-04 16:00:00'],
  ['Somerset 4.14', 'somerset', 'PAPERWORK', 'when the clocks go back', '2026-10-24 10:00:00', '2026-10-26 09:00:00'],
  ['Somerset 5.1', 'somerset', 'SOCIAL_WORKER_CONTACT', 'when the clocks go forward', '2026-03-28 10:00:00', '2026-03-30 11:00:00'],
  ['Somerset 5.2', 'somerset', 'SOCIAL_WORKER_CONTACT_LOOKED_AFTER', 'when the clocks go back', '2026-10-24 10:00:00', '2026-10-26 09:00:00'],
  ['Somerset 5.2.1', 'somerset', 'RISK_CONSIDERED', 'on the same day, however late', '2026-04-02 23:30:00', '2026-04-02 23:59:59'],
  ['Somerset 5.2.1', 'somerset', 'RISK_CONSIDERED', 'on Good Friday', '2026-04-03 10:00:00', '2026-04-07 23:59:59'],
  ['Somerset 5.2.1', 'somerset', 'RISK_CONSIDERED', 'in the night when the clocks go forward', '2026-03-29 00:30:00', '2026-03-30 23:59:59'],
  ['Somerset 5.2.1', 'somerset', 'RISK_CONSIDERED', 'in the hour that autumn repeats', '2026-10-25 01:30:00', '2026-10-26 23:59:59'],
  ['Somerset 5.2.1', 'somerset', 'RISK_CONSIDERED', 'of a start that is known by its day', '2026-04-02', '2026-04-02 23:59:59'],
  ['Somerset 5.2.2', 'somerset', 'STRATEGY', 'in the night when the clocks go forward', '2026-03-28 20:00:00', '2026-03-29 21:00:00'],
  ['Somerset 5.2.2', 'somerset', 'STRATEGY', 'in the night when the clocks go back', '2026-10-24 20:00:00', '2026-10-25 19:00:00'],
  ['Somerset 5.2.2', 'somerset', 'STRATEGY_AGAIN', 'when the clocks go back', '2026-10-24 10:00:00', '2026-10-27 09:00:00'],
  ['Somerset 5.2.2', 'somerset', 'STRATEGY_AGAIN', 'over a bank holiday', '2026-05-01 10:00:00', '2026-05-04 10:00:00'],
  ['Somerset 7.1.1', 'somerset', 'PLACING_WORKER_TOLD', 'over a bank holiday', '2026-05-01 10:00:00', '2026-05-05 23:59:59'],
  ['Somerset 7.1.1', 'somerset', 'PLACING_WORKER_TOLD', 'over Christmas and its substitute day', '2026-12-24 10:00:00', '2026-12-29 23:59:59'],
  ['Somerset 7.1.1', 'somerset', 'PLACING_WORKER_TOLD', 'when the clocks go forward', '2026-03-27 10:00:00', '2026-03-30 23:59:59'],
];

describe.each(TIMES)('by %s (%s, %s), %s', (...[source, practice, id, , started, limit]) => {
  const clock = clockOf(practice, id);
  const end = read(clock, started, { now: time(started).until - 1 });

  it(`what began at ${started} is due until ${limit}, and late thereafter`, () => {
    expect(clock.source.startsWith(source)).toBe(true);
    if (end?.state !== 'DUE') {
      throw new TypeError('it is not due when it begins');
    }
    expect(shown(end.at.first)).toBe(limit);
    expect(read(clock, started, { now: end.at.first })?.state).toBe('DUE');
    expect(read(clock, started, { now: end.at.last + 1 })).toEqual({ state: 'LATE', by: { least: expect.any(Number) as number, most: expect.any(Number) as number }, stopped: expect.any(Boolean) as boolean });
  });
});

describe('every clock with a start', () => {
  it('is in the table, over a bank holiday or a change of the clocks', () => {
    const every = ['null STATUTORY_INTERVIEW', ...Object.entries(PRACTICES).flatMap(([practice, { clocks }]) => clocks.flatMap(({ id, start }) => (start === null ? [] : [`${practice} ${id}`])))];
    expect([...new Set(TIMES.map(([, practice, id]) => `${String(practice)} ${id}`))].sort()).toEqual(every.sort());
  });

  const elapsed = [...new Map(TIMES.map(([, practice, id]) => [`${String(practice)} ${id}`, clockOf(practice, id)]))].filter(([, { calendar }]) => calendar === 'ELAPSED_HOURS');

  it.each(elapsed)('%s is a range where only the day of its start is known, of 24 hours or of what the day has', (_, clock) => {
    for (const [day, hours] of [['2026-05-12', 24], ['2026-03-29', 23], ['2026-10-25', 25]] as const) {
      const limit = limitOf(read(clock, day, { now: time(day).until - 1 }));
      expect(limit.last - limit.first + 1).toBe(hours * HOUR);
      expect(read(clock, day, { now: Math.max(limit.first + HOUR, time(day).until) })).toEqual({ state: 'CANNOT_TELL', why: 'LIMIT_INSIDE', limit });
    }
  });

  const fromReturn = [STATUTORY_CLOCK, ...Object.values(PRACTICES).flatMap(({ clocks }) => clocks)].filter(({ start }) => start === 'RETURNED' || start === 'RETURN_NOTIFIED');

  it.each(fromReturn)('$source: $id says of a child who is located that nobody says that the child is back', (clock) => {
    const only = { LOCATED: [time('2026-05-04 10:00')], ...(clock.start === null ? {} : { [clock.start]: [] }) };
    expect(read(clock, null, { now: moment('2026-06-01'), more: only })).toEqual({ state: 'CANNOT_TELL', why: 'LOCATED_NOT_RETURNED', limit: null });
    expect(read(clock, null, { now: moment('2026-05-04'), more: only })).toEqual({ state: 'CANNOT_TELL', why: 'NOT_STARTED', limit: null });
    const back = { ...only, ...(clock.start === null ? {} : { [clock.start]: [time('2026-05-05 10:00')] }) };
    expect(read(clock, null, { now: moment('2026-05-05 12:00'), more: back })?.state).toBe('DUE');
  });

  it('of a start the text leaves undefined is told at no time (Somerset 3.3)', () => {
    const every: ClockEvents = Object.fromEntries((['MISSING_STARTED', 'RETURNED', 'OFFER_ACCEPTED', 'INTERVIEW_HELD'] as const satisfies readonly ClockEvent[]).map((event) => [event, [time('2026-05-04 10:00')]]));
    expect(read(clockOf('somerset', 'COMPLETED'), null, { now: moment('2026-06-01'), more: every })).toEqual({ state: 'CANNOT_TELL', why: 'START_UNDEFINED', limit: null });
  });
});

describe('a day that only its date tells of', () => {
  it.each([
    ['2026-05-03', 'ON_TIME'],
    ['2026-05-04', 'CANNOT_TELL'],
    ['2026-05-05', 'LATE'],
  ])('an offer dated %s to a return of 10:00 on 1 May is %s (Birmingham)', (day, state) => {
    const more = { OFFER_CONTACT: [time(day)] };
    expect(read(clockOf('birmingham', 'OFFER'), '2026-05-01 10:00', { now: moment('2026-06-01'), more })?.state).toBe(state);
  });

  it('settles a duty in working days, which end with the day (Somerset 7.1.1)', () => {
    const told = (day: string): string | undefined => read(clockOf('somerset', 'PLACING_WORKER_TOLD'), '2026-05-01', { now: moment('2026-06-01'), more: { PLACING_WORKER_TOLD: [time(day)] } })?.state;
    expect([told('2026-05-05'), told('2026-05-06')]).toEqual(['ON_TIME', 'LATE']);
  });
});
