import { printable } from '../../src/logging/printable.ts';

describe('what is printed', () => {
  it.each([
    ['a terminal’s commands', 'line 1 \u001b[2J\u0007', 'line 1 \\u001b[2J\\u0007'],
    ['the same in one character', 'Wren\u009b2J', 'Wren\\u009b2J'],
    ['what goes back over what stands there', 'HIGH\rLOW \b\u007f', 'HIGH\\u000dLOW \\u0008\\u007f'],
    ['what turns the direction of reading', 'a\u202eb\u2066c\u200fd', 'a\\u202eb\\u2066c\\u200fd'],
    ['other ends of lines', 'a\u2028b\u2029c\u0085d', 'a\\u2028b\\u2029c\\u0085d'],
  ])('S1: has no %s in it', (_what, said, printed) => {
    expect(printable(said)).toBe(printed);
  });

  it('keeps lines, tabs and every letter as they are', () => {
    const said = '1: Siân\tO’Brien 子\n2: {"a": "\\u001b"}';
    expect(printable(said)).toBe(said);
  });
});
