import { DateTime, IANAZone } from 'luxon';
import { DAY, HOUR } from '../../../src/domain/interval/durations.ts';
import { LONDON } from '../../../src/domain/interval/london.ts';

const PLATFORM = IANAZone.create('Europe/London');
const hoursOf = (from: string, until: string) => {
  const start = Date.parse(from);
  return Array.from({ length: (Date.parse(until) - start) / HOUR }, (_, nth) => start + nth * HOUR);
};
const agrees = (instants: readonly number[]) => instants.filter((instant) => LONDON.offset(instant) !== PLATFORM.offset(instant));

test("London's clock is the platform's at every hour round the changes of spring and autumn, asked again as asked first", () => {
  const round = [...hoursOf('2026-03-28T00:00:00Z', '2026-03-31T00:00:00Z'), ...hoursOf('2026-10-24T00:00:00Z', '2026-10-27T00:00:00Z')].flatMap((hour) => [hour - 1, hour]);
  expect(agrees(round)).toEqual([]);
  expect(agrees(round.toReversed())).toEqual([]);
});

test('it is the platform’s on every day on which a child in care can have been born', () => {
  const days = hoursOf('1940-01-01T00:00:00Z', '2030-01-01T00:00:00Z').filter((_, nth) => nth % 24 === 0);
  expect(agrees(days.map((day) => day + 12 * HOUR))).toEqual([]);
  expect(agrees(days.slice(0, 400).map((day) => day + DAY - 1))).toEqual([]);
});

test('a time that is none has no offset', () => {
  expect(LONDON.offset(Number.NaN)).toBeNaN();
});

test('its days are calendar days: of 23, of 24 and of 25 hours', () => {
  const lengths = ['2026-03-29', '2026-06-01', '2026-10-25'].map((day) => {
    const start = DateTime.fromISO(day, { zone: LONDON });
    return (start.plus({ days: 1 }).toMillis() - start.toMillis()) / HOUR;
  });
  expect(lengths).toEqual([23, 24, 25]);
});
