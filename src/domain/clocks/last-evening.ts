import { DateTime } from 'luxon';
import { isWorkingDay } from './working-time.ts';
import { LONDON } from '../interval/london.ts';

const EVENING = 17;

/** Five o'clock in London on the last working day that is over by this instant: what came since, nobody in the office has seen (our reading of a day's end). */
export function lastEvening(now: number): number {
  const start = DateTime.fromMillis(now, { zone: LONDON }).startOf('day');
  for (let day = start; ; day = day.minus({ days: 1 })) {
    const evening = day.set({ hour: EVENING }).toMillis();
    // In years whose holidays are not listed every day counts.
    if (evening <= now && isWorkingDay(day) !== false) {
      return evening;
    }
  }
}
