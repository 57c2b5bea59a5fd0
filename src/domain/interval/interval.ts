/** How finely a source stated a time. */
export type Precision = 'DATE' | 'MINUTE' | 'SECOND';

/**
 * Every time is a half-open interval `[from, until)` in epoch milliseconds, computed in Europe/London, with the text it
 * came from: a date is its whole day, a time in the repeated autumn hour covers both.
 */
export interface Interval {
  readonly from: number;
  readonly until: number;
  readonly text: string;
  readonly precision: Precision;
}
