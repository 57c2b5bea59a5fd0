import { mostUrgent, urgencyOf } from '../../../src/domain/clocks/most-urgent.ts';
import type { ClockId } from '../../../src/domain/clocks/clock.ts';
import type { ClockReading } from '../../../src/domain/clocks/read-clock.ts';
import { moment } from './some-times.ts';

const due = (from: string, until = from): ClockReading => ({ state: 'DUE', at: { first: moment(from), last: moment(until) } });
const late = (least: number, most = least): ClockReading => ({ state: 'LATE', by: { least, most }, stopped: false });
const doubtful: ClockReading = { state: 'CANNOT_TELL', why: 'NOT_STARTED', limit: null };
const urgent = (...readings: ClockReading[]): ClockReading | undefined => mostUrgent(readings.map((reading) => ({ clock: { id: 'OFFER' as const }, reading })))?.reading;

describe('the most urgent clock', () => {
  it('is the latest, by what is sure of its lateness and not by what may be', () => {
    expect(urgent(late(2, 30), late(5, 6), due('2026-05-04 10:00'))).toEqual(late(5, 6));
  });

  it('is the one that runs out first where none is late, by when it may at the earliest', () => {
    expect(urgent(due('2026-05-06 10:00'), due('2026-05-05 10:00', '2026-05-08 10:00'))).toEqual(due('2026-05-05 10:00', '2026-05-08 10:00'));
  });

  it('is, of two that are as urgent, the one that can be later, or due earlier, then by kind, the statutory one last', () => {
    expect(urgent(late(5, 6), late(5, 9))).toEqual(late(5, 9));
    expect(urgent(due('2026-05-06 10:00', '2026-05-07'), due('2026-05-06 10:00'))).toEqual(due('2026-05-06 10:00'));
    const first = (...ids: ClockId[]): ClockId | undefined => mostUrgent(ids.map((id) => ({ clock: { id }, reading: late(5) })))?.clock.id;
    expect([first('STATUTORY_INTERVIEW', 'INTERVIEW'), first('FOLLOW_UP', 'PAPERWORK'), first('PAPERWORK', 'FOLLOW_UP')]).toEqual(['INTERVIEW', 'PAPERWORK', 'PAPERWORK']);
  });

  it('is none where none runs', () => {
    expect(urgent({ state: 'ON_TIME' }, doubtful, { state: 'LATE', by: { least: 5, most: 5 }, stopped: true })).toBeUndefined();
  });

  it('comes before what does not run', () => {
    expect(urgencyOf(due('2026-05-04 10:00'))).toBeLessThan(urgencyOf(doubtful));
    expect([urgencyOf(doubtful), urgencyOf({ state: 'ON_TIME' })]).toEqual([urgencyOf(null), urgencyOf(null)]);
  });
});
