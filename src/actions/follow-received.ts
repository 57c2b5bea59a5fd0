import { DAY } from '../domain/interval/durations.ts';
import type { Followed } from './follow.ts';
import type { Following } from './follow-episode.ts';

/** An interview that was held longer ago is not news when it comes: it is found with the child. */
const FURTHEST = 366 * DAY;

/** Interviews another agency held of a child for whom the reader's own answers, or whose worker they are: as they come, and as they read otherwise. */
export function followReceived({ now, ...asked }: Following & { readonly now: number }): Followed<object> {
  // From one instant on, however long it is followed: that time passes is no news.
  const heldSince = now - FURTHEST;
  return {
    ...asked,
    root: (ids) => ({ name: 'received', heldSince, ids }),
    touched: (heard) => (heard.kind === 'PICTURE' ? heard.children : []),
    tellsFirst: false,
    told: (row) => row,
  };
}
