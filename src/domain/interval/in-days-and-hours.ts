/** Hours in the words a briefing uses: `3 hours`, `2 days 4 hours`; what is less than an hour is left out. */
export function inDaysAndHours(hours: number): string {
  const whole = Math.floor(hours);
  const words = [counted(Math.floor(whole / 24), 'day'), counted(whole % 24, 'hour')].filter((part) => part !== null);
  return words.length === 0 ? 'less than an hour' : words.join(' ');
}

/** A length of time in the words of a clock: as above, and under an hour in minutes. */
export function inWords(hours: number): string {
  return hours >= 1 ? inDaysAndHours(hours) : (counted(Math.floor(hours * 60), 'minute') ?? 'less than a minute');
}

function counted(count: number, unit: string): string | null {
  return count === 0 ? null : `${String(count)} ${unit}${count === 1 ? '' : 's'}`;
}
