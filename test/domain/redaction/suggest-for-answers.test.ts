import { suggestForPassages, type Passage, type SuggestedPassage } from '../../../src/domain/redaction/suggest-for-answers.ts';
import { suggestRedactions } from '../../../src/domain/redaction/suggest-redactions.ts';
import { aHome, aNetwork } from './an-invented-network.ts';

const suggested = (passages: readonly Passage[]): SuggestedPassage[] =>
  suggestForPassages(passages, (document) => suggestRedactions(document, { network: aNetwork(), to: aHome(), hear: () => [] }));
const passage = (text: string, question: string | null = null): Passage => ({ question, text });

describe('suggestions for several answers', () => {
  it('stand where they are in each, and are taken out of it', () => {
    const [first, second] = suggested([passage('She met Dez by the car QX17 TBN.', 'reasons'), passage('Nobody.', 'plan')]);
    expect(first).toMatchObject({ question: 'reasons', text: 'She met Dez by the car QX17 TBN.', draft: 'She met [person 1] by the car [vehicle 1].' });
    expect(first?.suggestions).toEqual([
      { from: 8, until: 11, kind: 'PERSON', why: 'KNOWN', token: '[person 1]', passage: 'Dez' },
      { from: 23, until: 31, kind: 'VEHICLE', why: 'KNOWN', token: '[vehicle 1]', passage: 'QX17 TBN' },
    ]);
    expect(second).toEqual({ question: 'plan', text: 'Nobody.', suggestions: [], draft: 'Nobody.' });
  });
  it('give the same person the same number in all of them, and count anew in another document', () => {
    const drafts = suggested([passage('Robert Łukasik came.'), passage('with Dez'), passage('and Lukasik')]).map(({ draft }) => draft);
    expect(drafts).toEqual(['[person 1] came.', 'with [person 2]', 'and [person 1]']);
    expect(suggested([passage('with Dez')]).map(({ draft }) => draft)).toEqual(['with [person 1]']);
  });
  it('keep to their own answer', () => {
    const [first, second] = suggested([passage('She stayed in Saltby'), passage('Cross was she.')]);
    expect(first?.suggestions.every(({ until }) => until <= 20)).toBe(true);
    expect(second?.draft.endsWith(' was she.')).toBe(true);
    const whole = suggestForPassages([passage('ab'), passage(''), passage('cd')], (document) => [{ from: 1, until: document.length - 1, kind: 'OTHER', why: 'PATTERN', token: '[x]' }]);
    expect(whole.map(({ draft }) => draft)).toEqual(['a[x]', '', '[x]d']);
    expect(whole.map(({ suggestions }) => suggestions.map(({ passage: words }) => words))).toEqual([['b'], [], ['c']]);
  });
  it('are none of nothing', () => {
    expect(suggested([])).toEqual([]);
  });
});
