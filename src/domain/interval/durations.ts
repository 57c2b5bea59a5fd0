/** A minute, an hour and a day of elapsed time, in milliseconds; a day of the calendar may be an hour longer or shorter. */
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
