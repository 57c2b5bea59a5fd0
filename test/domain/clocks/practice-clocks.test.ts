import { PRACTICES } from '../../../src/domain/authority/known-practices.ts';
import { practiceOf } from '../../../src/domain/authority/practice-of.ts';
import { SILENT_PRACTICE } from '../../../src/domain/authority/practice.ts';
import type { ChildGroup } from '../../../src/domain/clocks/clock.ts';
import { clocksOf, readClocks } from '../../../src/domain/clocks/practice-clocks.ts';
import type { ClockEvents } from '../../../src/domain/clocks/moments.ts';
import { moment, time } from './some-times.ts';

const ids = (groups: readonly ChildGroup[]): string[] => clocksOf(PRACTICES.somerset, groups).map(({ id }) => id);
const readings = (practice: typeof SILENT_PRACTICE, events: ClockEvents, groups: readonly ChildGroup[] = []): Record<string, string> =>
  Object.fromEntries(readClocks(practice, groups, { events, now: moment('2026-05-20') }).map(({ clock, reading }) => [clock.id, reading.state === 'CANNOT_TELL' ? reading.why : reading.state]));

describe('the clocks of an episode', () => {
  it('have the statutory one first, whatever the authority says', () => {
    expect(ids([])[0]).toBe('STATUTORY_INTERVIEW');
    expect(clocksOf(PRACTICES.mosaic, []).map(({ id }) => id)).toEqual(['STATUTORY_INTERVIEW']);
    expect(clocksOf(SILENT_PRACTICE, ['LOOKED_AFTER']).map(({ id }) => id)).toEqual(['STATUTORY_INTERVIEW']);
  });

  it('are those of the groups the child is in', () => {
    const every = ['STATUTORY_INTERVIEW', 'OFFER', 'COMPLETED', 'ASSIGNED', 'ATTEMPTS', 'PAPERWORK'];
    expect(ids([])).toEqual(every);
    expect(ids(['OPEN_NOT_LOOKED_AFTER'])).toEqual([...every, 'SOCIAL_WORKER_CONTACT']);
    expect(ids(['LOOKED_AFTER'])).toEqual([...every, 'SOCIAL_WORKER_CONTACT_LOOKED_AFTER', 'RISK_CONSIDERED', 'STRATEGY', 'STRATEGY_AGAIN']);
    expect(ids(['PLACED_OUT_OF_AREA'])).toEqual([...every, 'PLACING_WORKER_TOLD']);
  });

  it('differ by authority over the same facts: offered in time, interviewed late', () => {
    const events = { RETURNED: [time('2026-05-04 10:00')], OFFER_CONTACT: [time('2026-05-05 10:00')], INTERVIEW_HELD: [time('2026-05-11 10:00')], MISSING_STARTED: [time('2026-05-03 10:00')] };
    expect(readings(PRACTICES.birmingham, events)).toEqual({ STATUTORY_INTERVIEW: 'LATE', OFFER: 'ON_TIME', STRATEGY: 'ON_TIME' });
    expect(readings(PRACTICES.kent, events)).toEqual({ STATUTORY_INTERVIEW: 'LATE', INTERVIEW: 'LATE' });
    expect(readings(PRACTICES.mosaic, events)).toEqual({ STATUTORY_INTERVIEW: 'LATE' });
    expect(readings(PRACTICES['west-sussex'], { ...events, FOLLOWED_UP: [] })).toEqual({ STATUTORY_INTERVIEW: 'LATE', CHILD_SEEN: 'START_NOT_TOLD', FOLLOW_UP: 'LATE' });
  });

  it('ask for a strategy meeting at 24 hours of a looked after child who is neither located nor back (Somerset 5.2.2)', () => {
    const gone = { MISSING_STARTED: [time('2026-05-18 10:00')], STRATEGY_MEETING: [], LOCATED: [], RETURNED: [] };
    expect(readings(PRACTICES.somerset, gone, ['LOOKED_AFTER'])['STRATEGY']).toBe('LATE');
    expect(readings(PRACTICES.somerset, { ...gone, LOCATED: [time('2026-05-19 09:00')] }, ['LOOKED_AFTER'])['STRATEGY']).toBe('ON_TIME');
  });

  it('are of two of one duty the shorter that runs for the child', () => {
    const strategy = { lookedAfterHours: 24, missingHours: 72, episodesIn30Days: null, atRisk: null };
    const practice = practiceOf({ practice: 'birmingham', ownFigures: {}, ownClocks: {}, strategy });
    const lengths = (groups: readonly ChildGroup[]): number[] => clocksOf(practice, groups).flatMap(({ id, length }) => (id === 'STRATEGY' ? [length] : []));
    expect([lengths(['LOOKED_AFTER']), lengths([])]).toEqual([[24], [72]]);
  });

  it('use the core hours the authority states, and only those', () => {
    const events = { RETURN_NOTIFIED: [time('2026-05-05 12:00')], WORKER_ASSIGNED: [time('2026-05-07 12:00')] };
    expect(readings(PRACTICES.somerset, events)['ASSIGNED']).toBe('CORE_HOURS_UNKNOWN');
    const stated = { ...PRACTICES.somerset, figures: { ...PRACTICES.somerset.figures, coreHours: { value: { from: '09:00', until: '17:00' }, source: 'Invented 1', flag: null } } };
    expect(readings(stated, events)['ASSIGNED']).toBe('ON_TIME');
  });

  it('show the run of a clock that starts again which goes on now, and the earlier ones; one that never ran is left out', () => {
    const known = { now: moment('2026-05-13'), events: { STRATEGY_MEETING: [time('2026-05-04 10:00'), time('2026-05-12 09:00')], LOCATED: [], VISITED: [] } };
    const of = (events: ClockEvents): object[] => readClocks(PRACTICES.somerset, ['LOOKED_AFTER'], { ...known, events }).filter(({ clock }) => clock.id === 'STRATEGY_AGAIN');
    expect(of(known.events)).toMatchObject([{ reading: { state: 'DUE' }, earlier: [{ state: 'LATE' }] }]);
    expect(of({ ...known.events, LOCATED: [time('2026-05-01')], VISITED: [time('2026-05-01')] })).toEqual([]);
  });
});
