import type { ClockEvents } from '../../../src/domain/clocks/moments.ts';
import { readRuns } from '../../../src/domain/clocks/read-runs.ts';
import { aClock, moment, time } from './some-times.ts';

/** A strategy discussion at least every 72 hours until the child is located and visited (Somerset 5.2.2). */
const AGAIN = aClock({ id: 'STRATEGY_AGAIN', start: 'STRATEGY_MEETING', stops: ['STRATEGY_MEETING'], againUntil: ['LOCATED', 'VISITED'] });
const runs = (events: ClockEvents, now = '2026-05-20 12:00'): string[] =>
  readRuns(AGAIN, events, { now: moment(now), coreHours: null }).map((reading) => (reading.state === 'CANNOT_TELL' ? reading.why : reading.state));
const MET = { STRATEGY_MEETING: [time('2026-05-04 10:00'), time('2026-05-07 09:00'), time('2026-05-12 09:00')] };

describe('strategy discussions at least every 72 hours (Somerset 5.2.2)', () => {
  it('are read one after the other, and the last is due', () => {
    expect(runs({ ...MET, LOCATED: [], VISITED: [] }, '2026-05-13')).toEqual(['ON_TIME', 'LATE', 'DUE']);
  });

  it('are read in the order of their times, not of their telling', () => {
    expect(runs({ STRATEGY_MEETING: MET.STRATEGY_MEETING.toReversed(), LOCATED: [], VISITED: [] }, '2026-05-13')).toEqual(['ON_TIME', 'LATE', 'DUE']);
  });

  it('are asked for while the child is located and not visited', () => {
    expect(runs({ ...MET, LOCATED: [time('2026-05-13 10:00')], VISITED: [] })).toEqual(['ON_TIME', 'LATE', 'LATE']);
  });

  it('end with the later of located and visited', () => {
    expect(runs({ ...MET, LOCATED: [time('2026-05-13 10:00')], VISITED: [time('2026-05-14 10:00')] })).toEqual(['ON_TIME', 'LATE', 'ON_TIME']);
    expect(runs({ ...MET, LOCATED: [time('2026-05-13 10:00')], VISITED: [time('2026-05-16 10:00')] })).toEqual(['ON_TIME', 'LATE', 'LATE']);
  });

  it('were not held where the end came first', () => {
    const undone = readRuns(AGAIN, { ...MET, LOCATED: [time('2026-05-13 10:00')], VISITED: [time('2026-05-14 10:00')] }, { now: moment('2026-05-20'), coreHours: null }).map((reading) => 'undone' in reading);
    expect(undone).toEqual([false, false, true]);
  });

  it('are not asked for after one that was held when all was over', () => {
    expect(runs({ ...MET, LOCATED: [time('2026-05-08 10:00')], VISITED: [time('2026-05-09 10:00')] })).toEqual(['ON_TIME', 'ON_TIME']);
    expect(runs({ ...MET, LOCATED: [time('2026-05-01')], VISITED: [time('2026-05-02')] })).toEqual([]);
  });

  it('cannot be told where nobody tells of the visit, or when it was', () => {
    expect(runs({ ...MET, LOCATED: [time('2026-05-13')] })).toEqual(['ON_TIME', 'STOP_NOT_TOLD', 'STOP_NOT_TOLD']);
    expect(runs({ ...MET, LOCATED: [time('2026-05-13')], VISITED: [null] })).toEqual(['ON_TIME', 'STOP_UNTIMED', 'STOP_UNTIMED']);
  });

  it('are late while the child is not located, whoever tells of visits', () => {
    expect(runs({ ...MET, LOCATED: [] })).toEqual(['ON_TIME', 'LATE', 'LATE']);
    expect(runs({ ...MET, LOCATED: [], VISITED: [null] })).toEqual(['ON_TIME', 'LATE', 'LATE']);
  });

  it('have not started without a first', () => {
    expect(runs({ STRATEGY_MEETING: [], LOCATED: [time('2026-05-13')] })).toEqual(['NOT_STARTED']);
    expect(runs({ STRATEGY_MEETING: [null] })).toEqual(['START_UNTIMED']);
    expect(runs({})).toEqual(['START_NOT_TOLD']);
  });
});

describe('a clock that runs once', () => {
  it('has one run', () => {
    expect(readRuns(aClock(), {}, { now: 0, coreHours: null })).toEqual([{ state: 'CANNOT_TELL', why: 'START_NOT_TOLD', limit: null }]);
    expect(readRuns(aClock({ start: null, againUntil: ['LOCATED'] }), {}, { now: 0, coreHours: null })).toHaveLength(1);
  });
});
