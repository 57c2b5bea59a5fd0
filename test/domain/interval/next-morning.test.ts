import { nextMorning } from '../../../src/domain/interval/next-morning.ts';

const at = (text: string): string => new Date(nextMorning(Date.parse(text))).toISOString();

test('the next morning is nine o’clock in London on the day after', () => {
  expect(at('2025-11-20T02:00:00Z')).toBe('2025-11-21T09:00:00.000Z');
  expect(at('2025-11-20T23:59:59Z')).toBe('2025-11-21T09:00:00.000Z');
});

test('in summer the day and the hour are London’s', () => {
  expect(at('2026-06-01T22:59:59Z')).toBe('2026-06-02T08:00:00.000Z');
  expect(at('2026-06-01T23:00:00Z')).toBe('2026-06-03T08:00:00.000Z');
});

test('the clock change in between moves nothing', () => {
  expect(at('2026-10-24T12:00:00Z')).toBe('2026-10-25T09:00:00.000Z');
  expect(at('2026-03-28T12:00:00Z')).toBe('2026-03-29T08:00:00.000Z');
});
