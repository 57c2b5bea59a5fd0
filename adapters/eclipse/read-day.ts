import { readDate, type Interval } from '../../src/domain/observation/source-time.ts';

/** A date, perhaps with a time beside it that the extract has cut off or made up: no offset, for then it would be another's day. */
const WRITTEN = /^(\d{2}\/\d{2}\/\d{4}|\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)?$/;

/** The day a cell names; the extract cuts times to dates, so whatever time it prints says nothing. */
export function readDay(text: string): Interval | null {
  const day = WRITTEN.exec(text.trim())?.[1] ?? '';
  return readDate(day, 'dd/mm/yyyy') ?? readDate(day, 'iso');
}
