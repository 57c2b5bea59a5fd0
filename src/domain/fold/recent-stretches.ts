import { HOUR } from '../interval/durations.ts';
import type { Stretch } from '../interval/stretch.ts';
import { instantOfOrder } from '../observation/order-instant.ts';
import type { EpisodePicture } from './picture.ts';

export type { Stretch };

/** How long after a return the emergency duty team still sees the child. */
export const AFTER_RETURN = 72 * HOUR;

/** When the child was missing, or back for less than 72 hours: one stretch for each episode, open while it is. */
export function recentStretches(episodes: readonly Pick<EpisodePicture, 'status' | 'returnedAt'>[]): Stretch[] {
  return episodes.map(({ status, returnedAt }) => {
    if (status !== 'RETURNED') {
      return { from: null, until: null };
    }
    const back = returnedAt?.value?.until ?? instantOfOrder(returnedAt?.source.order ?? '');
    return { from: null, until: back === null ? null : back + AFTER_RETURN };
  });
}
