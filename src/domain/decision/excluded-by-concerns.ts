import { personOf } from '../sharing/audience.ts';
import type { DecisionOf } from './decision.ts';

/** Why a restriction was set that nobody decided on but whoever raised an allegation. */
export const RAISED_AS_A_CONCERN = 'An allegation was raised as a concern.';

/** Our figure, of all concerns of one child together: more would let one person shut a whole service out. */
export const MOST_ALLEGED = 3;

/**
 * The people whom concerns, and no manager, have shut out of a child and who are shut out still. It goes by revision, not
 * by time: two may be decided in the same instant.
 */
export function excludedByConcerns(restrictions: readonly DecisionOf<'RESTRICTION'>[]): readonly string[] {
  let before: readonly string[] = [];
  let raised: readonly string[] = [];
  for (const { payload } of [...restrictions].sort((one, other) => one.revision - other.revision || one.at - other.at)) {
    const now = [...new Set(payload.excluded.map(personOf))];
    const fresh = payload.reason === RAISED_AS_A_CONCERN ? now.filter((person) => !before.includes(person)) : [];
    raised = [...new Set([...raised, ...fresh])].filter((person) => now.includes(person));
    before = now;
  }
  return raised;
}
