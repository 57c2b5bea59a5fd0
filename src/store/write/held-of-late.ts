/** Our figure, a month: what was held or ended longer ago when the hub first hears of it is history that is being taken in. It is told to nobody, and goes to others by a person's hand. */
export const HELD_OF_LATE = `interval '31 days'`;
