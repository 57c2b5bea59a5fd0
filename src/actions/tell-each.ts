import { addNotice } from '../store/write/notice-store.ts';
import type { Scene } from './perform.ts';

/** What some people are told first. */
interface Telling {
  /** `person@agency`, or `<role>:<agency>`. */
  readonly to: readonly string[];
  readonly kind: 'ACT_NOW' | 'EMERGENCY_ACCESS' | 'CHILD_MISSING' | 'RETURNED' | 'ASSIGNED' | 'RELEASE' | 'MATCH' | 'RAISED' | 'ACTION' | 'HELD_BACK' | 'NOBODY_LIFTS' | 'RESTRICTION' | 'GRADED';
  /** The person record of the child, and the decision or the item it speaks of. */
  readonly child: string;
  readonly about: string;
  /** Fixed words, no child's. */
  readonly text: string;
  /** Epoch milliseconds; at once where left out. */
  readonly visibleFrom?: number;
}

/** One notice for each: what one of them says they know of stays before the others. */
export async function tellEach({ em, now }: Scene, { to, visibleFrom = now, ...notice }: Telling): Promise<void> {
  for (const addressee of new Set(to)) {
    await addNotice(em, { ...notice, to: [addressee], visibleFrom, raisedAt: now });
  }
}
