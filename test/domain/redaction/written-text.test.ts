import { isCapitalised, readingsOf, wordsOf } from '../../../src/domain/redaction/written-text.ts';

describe('a text taken apart', () => {
  it('has the words that are written, in their order', () => {
    expect(wordsOf('She met Jay, at 14 Example-Road.')).toEqual(['She', 'met', 'Jay', 'at', '14', 'Example', 'Road']);
  });
  it.each(['', ' ', '... - !'])('has no words where there are none: %j', (text) => {
    expect(wordsOf(text)).toEqual([]);
  });
  it('is read with what nobody sees left out, and once more with spaces there', () => {
    expect(readingsOf('Zo\u00EB')).toEqual(['Zoe']);
    expect(readingsOf('a\u200Bb')).toEqual(['ab', 'a b']);
  });
  it('knows a word with a capital by its first letter', () => {
    expect(['Jay', 'JAY', 'Émile', 'eBay', '1A', ''].map(isCapitalised)).toEqual([true, true, true, false, false, false]);
  });
});
