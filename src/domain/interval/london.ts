import { IANAZone } from 'luxon';
import { DAY } from './durations.ts';

/** More days than a hub meets at once; then the memory begins anew. */
const MOST_DAYS = 20_000;

/**
 * London's clock. To ask the calendar of the platform how far it is ahead costs more than everything else about a time, so
 * what it answers is kept by the day; on the two days of a year on which it changes it is asked each time.
 */
class London extends IANAZone {
  readonly #offsets = new Map<number, number | null>();

  constructor() {
    super('Europe/London');
  }

  /** Minutes ahead of UTC at an instant. */
  override offset(instant: number): number {
    const day = Math.floor(instant / DAY);
    const known = this.#offsets.get(day);
    const all = known === undefined ? this.#keep(day) : known;
    return all ?? super.offset(instant);
  }

  /** The offset of a whole day; null of one on which it changes, and of no day at all. */
  #keep(day: number): number | null {
    const [first, last] = [super.offset(day * DAY), super.offset((day + 1) * DAY)];
    const all = first === last ? first : null;
    if (this.#offsets.size >= MOST_DAYS) {
      this.#offsets.clear();
    }
    this.#offsets.set(day, all);
    return all;
  }
}

/** Every time is computed by this clock. */
export const LONDON = new London();
