import { dateInterval, dateTimeInterval } from '../../../src/domain/interval/london-interval.ts';

const iso = (interval: { from: number; until: number } | null): string | null =>
  interval && `${new Date(interval.from).toISOString()} ${new Date(interval.until).toISOString()}`;

describe('a date in London', () => {
  it('is its whole day in winter', () => {
    expect(iso(dateInterval('2026-01-15'))).toBe('2026-01-15T00:00:00.000Z 2026-01-16T00:00:00.000Z');
  });
  it('starts an hour before midnight UTC in summer', () => {
    expect(iso(dateInterval('2026-07-15'))).toBe('2026-07-14T23:00:00.000Z 2026-07-15T23:00:00.000Z');
  });
  it('is 23 hours long when the clocks go forward and 25 when they go back', () => {
    expect(iso(dateInterval('2026-03-29'))).toBe('2026-03-29T00:00:00.000Z 2026-03-29T23:00:00.000Z');
    expect(iso(dateInterval('25/10/2026'))).toBe('2026-10-24T23:00:00.000Z 2026-10-26T00:00:00.000Z');
  });
  it.each(['29/03/2026', '29-03-2026', '29.3.2026', ' 2026-03-29 '])('is read from %p', (text) => {
    expect(dateInterval(text)).toMatchObject({ from: Date.UTC(2026, 2, 29), text, precision: 'DATE' });
  });
  it.each(['', '2026-02-29', '31/04/2026', '2026-3-29', '03/29/2026', '29/03/26', '0026-03-29', '2026-03-29T10:00', 'yesterday'])(
    'is not read from %p',
    (text) => {
      expect(dateInterval(text)).toBeNull();
    },
  );
});

describe('a time', () => {
  it('without an offset is read on the London clock', () => {
    expect(iso(dateTimeInterval('2026-07-15T22:10'))).toBe('2026-07-15T21:10:00.000Z 2026-07-15T21:11:00.000Z');
    expect(iso(dateTimeInterval('15/07/2026 22:10:05'))).toBe('2026-07-15T21:10:05.000Z 2026-07-15T21:10:06.000Z');
  });
  it('with an offset is exactly what it says, summer or winter', () => {
    expect(iso(dateTimeInterval('2026-10-25T01:30:00Z'))).toBe('2026-10-25T01:30:00.000Z 2026-10-25T01:30:01.000Z');
    expect(iso(dateTimeInterval('2026-10-25T01:30:00+01:00'))).toBe('2026-10-25T00:30:00.000Z 2026-10-25T00:30:01.000Z');
    expect(iso(dateTimeInterval('2026-01-01T00:00-0230'))).toBe('2026-01-01T02:30:00.000Z 2026-01-01T02:31:00.000Z');
  });
  it('in the repeated autumn hour covers both readings', () => {
    expect(iso(dateTimeInterval('2026-10-25T01:30'))).toBe('2026-10-25T00:30:00.000Z 2026-10-25T01:31:00.000Z');
  });
  it('in the skipped spring hour covers both readings', () => {
    expect(iso(dateTimeInterval('2026-03-29T01:30'))).toBe('2026-03-29T00:30:00.000Z 2026-03-29T01:31:00.000Z');
  });
  it('just beside a clock change has one reading', () => {
    expect(iso(dateTimeInterval('2026-10-25T00:59'))).toBe('2026-10-24T23:59:00.000Z 2026-10-25T00:00:00.000Z');
    expect(iso(dateTimeInterval('2026-10-25T02:00'))).toBe('2026-10-25T02:00:00.000Z 2026-10-25T02:01:00.000Z');
    expect(iso(dateTimeInterval('2026-03-29T00:59'))).toBe('2026-03-29T00:59:00.000Z 2026-03-29T01:00:00.000Z');
    expect(iso(dateTimeInterval('2026-03-29T02:00'))).toBe('2026-03-29T01:00:00.000Z 2026-03-29T01:01:00.000Z');
  });
  it('is as wide as its last digit', () => {
    expect(iso(dateTimeInterval('2026-01-01T10:00:00.25Z'))).toBe('2026-01-01T10:00:00.250Z 2026-01-01T10:00:00.260Z');
    expect(dateTimeInterval('2026-01-01T10:00')?.precision).toBe('MINUTE');
    expect(dateTimeInterval('2026-01-01T10:00:00')?.precision).toBe('SECOND');
  });
  it.each(['2026-01-01', '2026-01-01T24:00', '2026-01-01T10:60', '2026-01-01T9:00', '2026-02-30T10:00', '2026-01-01T10:00+15:00', '10:00', '1e5'])(
    'is not read from %p',
    (text) => {
      expect(dateTimeInterval(text)).toBeNull();
    },
  );
});
