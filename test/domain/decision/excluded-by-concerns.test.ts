import { excludedByConcerns, RAISED_AS_A_CONCERN } from '../../../src/domain/decision/excluded-by-concerns.ts';
import type { DecisionOf } from '../../../src/domain/decision/decision.ts';

type Kept = DecisionOf<'RESTRICTION'>;
/** Of a decision on a restriction what is looked at; the rest plays no part. */
const decided = (revision: number, reason: string, ...excluded: string[]): Kept => ({ revision, at: 0, payload: { reason, excluded } }) as unknown as Kept;
const raised = (revision: number, ...excluded: string[]): Kept => decided(revision, RAISED_AS_A_CONCERN, ...excluded);

describe('the people concerns have shut out', () => {
  it('add up by revision, each once in whatever capacity', () => {
    expect(excludedByConcerns([raised(2, 'a@x', 'a@y', 'b@x'), raised(1, 'a@x')])).toEqual(['a', 'b']);
  });
  it('are not those whom a manager had shut out', () => {
    expect(excludedByConcerns([decided(1, 'Invented.', 'a@x'), raised(2, 'a@x', 'b@x')])).toEqual(['b']);
  });
  it('are so still where a manager leaves it, and no longer once it is lifted', () => {
    expect(excludedByConcerns([raised(1, 'a@x', 'b@x'), decided(2, 'Invented.', 'b@x', 'c@x')])).toEqual(['b']);
    expect(excludedByConcerns([raised(1, 'a@x'), decided(2, 'Invented.')])).toEqual([]);
  });
});
