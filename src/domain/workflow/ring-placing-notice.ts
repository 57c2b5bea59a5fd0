/** The kind of notice by which a host is told that whoever placed the child does not hear of what cannot wait. */
export const RING_PLACING = 'TELL_PLACING_AUTHORITY';

/** In words that say nothing of the child and of what it is, with the rule by which it does not wait. */
export const ringPlacingInWords = (rule: string): string =>
  `Something about a child whom another authority placed in your area cannot wait, and nobody of that authority reads this hub. Ring that authority (${rule}), and say that you know once it is told.`;

/** What whoever says something that cannot wait has to know themselves. */
export const PLACING_UNTOLD = 'nobody of the authority whose child this is reads this hub: ring that authority now';
