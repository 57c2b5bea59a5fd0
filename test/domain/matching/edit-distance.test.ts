import fc from 'fast-check';
import { editDistance } from '../../../src/domain/matching/edit-distance.ts';

describe('how many slips of a typing hand two names are apart', () => {
  it.each([
    ['', '', 0],
    ['mia', 'maia', 1],
    ['jayden', 'jaydon', 1],
    ['brian', 'brain', 1],
    ['sullivan', 'sulivan', 1],
    ['anna', 'an', 2],
    ['abcd', 'badc', 2],
    ['ca', 'abc', 3],
    ['wren', 'wren', 0],
  ])('%s and %s: %i', (first, second, slips) => {
    expect(editDistance(first, second)).toBe(slips);
    expect(editDistance(second, first)).toBe(slips);
  });

  it('is the same with a beginning and an end more that both share', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(fc.tuple(word, word), fc.tuple(word, word), ([first, second], [before, after]) => {
        // Where neither text begins or ends as the other does, nothing is left out.
        const whole = editDistance(`x${first}`, `y${second}`);
        expect(editDistance(`${before}x${first}${after}`, `${before}y${second}${after}`)).toBeLessThanOrEqual(whole);
        expect(editDistance(`${before}${first}${after}`, `${before}${second}${after}`)).toBe(editDistance(first, second));
      }),
    );
  });
});
