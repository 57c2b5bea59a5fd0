import { lastEvening } from '../../../src/domain/clocks/last-evening.ts';

const at = (time: string): string => new Date(lastEvening(Date.parse(time))).toISOString();

describe('what nobody in the office has seen', () => {
  it.each([
    ['a Tuesday morning, since the evening before', '2026-11-17T09:00:00Z', '2026-11-16T17:00:00.000Z'],
    ['a Monday morning, since Friday', '2026-11-16T09:00:00Z', '2026-11-13T17:00:00.000Z'],
    ['five o’clock itself, since then', '2026-11-17T17:00:00Z', '2026-11-17T17:00:00.000Z'],
    ['the morning after Easter Monday, since Thursday', '2026-04-07T08:00:00Z', '2026-04-02T16:00:00.000Z'],
    ['the Monday after the clocks went back, since Friday in summer time', '2026-10-26T09:00:00Z', '2026-10-23T16:00:00.000Z'],
    ['a Sunday of a year whose holidays are not listed, since the day before', '2099-01-04T09:00:00Z', '2099-01-03T17:00:00.000Z'],
  ])('is on %s', (_what, now, since) => {
    expect(at(now)).toBe(since);
  });
});
