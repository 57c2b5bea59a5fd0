import { DateTime } from 'luxon';
import type { SourcedFields } from '../fold/sourced.ts';
import type { PersonPayload } from '../observation/observation.ts';
import { instantOfOrder } from '../observation/order-instant.ts';
import { LONDON } from '../interval/london.ts';


/**
 * Until when the child is surely younger than this many years, in epoch milliseconds: by the earliest date of birth that
 * any source states, else by the age it was said to have; null when nothing tells.
 */
export function surelyYoungerUntil(person: Pick<SourcedFields<PersonPayload>, 'dateOfBirth' | 'statedAge'>, years: number): number | null {
  const births = [...birthsStated(person), ...(person.dateOfBirth === undefined ? birthsByAge(person) : [])];
  // Born on 29 February: 28 February in a year without one, the earlier of the two readings.
  return births.length === 0 || births.some((born) => !born.isValid) ? null : Math.min(...births.map((born) => born.plus({ years }).toMillis()));
}

function birthsStated({ dateOfBirth }: Pick<SourcedFields<PersonPayload>, 'dateOfBirth'>): DateTime[] {
  return dateOfBirth === undefined ? [] : [dateOfBirth, ...dateOfBirth.disagreeing].map(({ value }) => dayOf(value.from));
}

/** Somebody of fifteen may turn sixteen the next day. */
function birthsByAge({ statedAge }: Pick<SourcedFields<PersonPayload>, 'statedAge'>): DateTime[] {
  const stated = statedAge === undefined ? [] : [statedAge, ...statedAge.disagreeing];
  // A source that sorts by revision does not say when the child was of that age, and tells nothing.
  return stated.map(({ value, source }) => dayOf(instantOfOrder(source.order) ?? NaN).minus({ years: value + 1 }));
}

function dayOf(instant: number): DateTime {
  return DateTime.fromMillis(instant, { zone: LONDON }).startOf('day');
}
