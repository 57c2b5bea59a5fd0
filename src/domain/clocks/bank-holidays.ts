import { DateTime } from 'luxon';
import { LONDON } from '../interval/london.ts';

/** The first and the last year whose bank holidays are listed below. */
export const LISTED_YEARS = { first: 2019, last: 2028 } as const;

/** So many months before the list ends whoever runs the hub is told: duties of some weeks already reach beyond it then. */
const TOLD_BEFORE = 6;

/** Whether the list of bank holidays ends within six months, or has ended: from then on clocks that count working days cannot be told. */
export function holidaysEndSoon(now: number): boolean {
  return now >= DateTime.fromObject({ year: LISTED_YEARS.last + 1 }, { zone: LONDON }).minus({ months: TOLD_BEFORE }).toMillis();
}

/**
 * England's bank holidays, as the government publishes them (gov.uk, "UK bank holidays", England and Wales): month and day
 * of each, with substitute days in place of the weekends they stand for. A year that is not listed is not worked out.
 */
const BY_YEAR: Readonly<Record<string, string>> = {
  2019: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
  // The early May holiday was moved to Friday 8 May for the 75th anniversary of VE Day.
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  // The spring holiday was moved to 2 June, with 3 June for the Platinum Jubilee; 19 September was the State Funeral.
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  // 8 May was the holiday for the Coronation.
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  // Worked out by the rules that hold (Easter, first and last Mondays, substitute days): to be held against the published list each year.
  2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
};

/** Every listed bank holiday as an ISO date. */
export const BANK_HOLIDAYS: ReadonlySet<string> = new Set(
  Object.entries(BY_YEAR).flatMap(([year, days]) => days.split(' ').map((day) => `${year}-${day}`)),
);
