import { wordsOf, writtenText } from '../../../src/domain/redaction/written-text.ts';

describe('a text taken apart', () => {
  it('has the words that are written, in their order', () => {
    expect(wordsOf('She met Jay, at 14 Example-Road.')).toEqual(['She', 'met', 'Jay', 'at', '14', 'Example', 'Road']);
  });
  it.each(['', ' ', '... - !'])('has no words where there are none: %j', (text) => {
    expect(wordsOf(text)).toEqual([]);
    expect(writtenText(text)).toEqual({ words: [], names: new Set(), letters: [], edges: new Set([0]) });
  });
  it('keeps apart where its words begin and end', () => {
    expect(writtenText('To Jo')).toEqual({ words: ['to', 'jo'], names: new Set(['to', 'jo']), letters: ['t', 'o', 'j', 'o'], edges: new Set([0, 2, 4]) });
  });
});
