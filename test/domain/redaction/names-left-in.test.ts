import { namesLeftIn } from '../../../src/domain/redaction/names-left-in.ts';

const named = (text: string, name: string): boolean => namesLeftIn(text, [{ name: 'Kim' }, { name }]);

describe('a name left in a text that is to name nobody', () => {
  it.each([
    ['She met Jay Testman.', 'Jay Testman'], ["It was Jay Testman's car.", 'Jay Testman'], ['She met Jáy  Testman', 'Jay Testman'], ['JAY-TESTMAN drove.', 'Jay Testman'], ['She met Jay there.', 'Jay Testman'],
    ['with testman', 'Jay Testman'], ['zoe drove.', 'Zoë'], ['She met J\u00ADay there.', 'Jay Testman'], ['met\u200BJay\u200Bthere', 'Jay Testman'], ['She met jay testman.', 'J\u200Bay \uFEFFTest\u00ADman'],
    ['She met Dave there.', 'dave smithtest'], ['with Dave', 'dave from the garage'], ['as the dave from the garage', 'the dave from the garage'], ['Kim drove.', 'Jay'],
  ])('is found: %j of %j', (text, name) => {
    expect(named(text, name)).toBe(true);
  });
  it.each([
    ['He will come.', 'Will Testman'], ['A will.', 'A Testman'], ['The car was From Nowhere.', 'dave from the garage'], ['She likes jaywalking.', 'Jay'],
    ['Anything.', '\u200B'], ['She was cold.', ''], ['An unknown man waits.', 'Unknown man'],
  ])('is not: %j of %j', (text, name) => {
    expect(named(text, name)).toBe(false);
  });
});
