import { identifiersLeftIn } from '../../../src/domain/redaction/identifiers-left-in.ts';
import { findKnown } from '../../../src/domain/redaction/find-known.ts';
import { suggestRedactions } from '../../../src/domain/redaction/suggest-redactions.ts';
import { placedReadings } from '../../../src/domain/redaction/placed-words.ts';
import type { Network } from '../../../src/domain/redaction/network.ts';
import { aHome, aNetwork } from './an-invented-network.ts';

/** Each letter of another script beside the Latin one it is taken for. */
const LOOKALIKES = [
  ...['аa', 'сc', 'ԁd', 'еe', 'һh', 'іi', 'јj', 'кk', 'ӏl', 'оo', 'рp', 'ԛq', 'ѕs', 'тt', 'уy', 'ѵv', 'ԝw', 'хx'],
  ...['αa', 'ϲc', 'ιi', 'ϳj', 'κk', 'οo', 'ρp', 'τt', 'υu', 'νv', 'χx', 'ɑa', 'ɡg', 'ʏy'],
];
const left = (text: string, given: Partial<Network> = {}): string[] => identifiersLeftIn(text, aNetwork(given), aHome());
const called = (...names: string[]): Partial<Network> => ({ people: [{ names, alsoCalled: [] }] });
const seen = (text: string): string[] => suggestRedactions(text, { network: aNetwork(called("O'Sampleman")), to: aHome(), hear: () => [] }).map(({ from, until }) => text.slice(from, until));

describe('a letter that looks like another is read as it looks', () => {
  // A Cyrillic er beside it sounds like r: by its sounds alone the name would not be found.
  it.each(LOOKALIKES)('%s', (pair) => {
    const [letter = '', latin = ''] = pair;
    expect(left(`with zedр${letter}man there`, called(`Zedp${latin}man`))).toEqual(['PERSON']);
    expect(left(`with ZEDР${letter}MAN there`, called(`Zedp${latin}man`))).toEqual(['PERSON']);
  });
});

describe('characters nobody sees', () => {
  it.each(['met\u200BQuillfeather\u200Bthere', 'met\u200BV\u200Bthere', 'met\u{E0001}Dez\u{E0001}there', 'D\u{E0001}ez', "met\u200BQuillfeather's\u200Bthere"])('join or part: %j', (text) => {
    expect(left(text)).toEqual(['PERSON']);
  });
  it('leave every word in its place', () => {
    const text = 'met\u{E0001}Dez\u200Bthere';
    expect(findKnown(text, aNetwork(), { to: aHome(), loose: false }).map(({ from, until }) => text.slice(from, until))).toEqual(['Dez']);
  });
  it('are the only reason to read a text twice', () => {
    expect(placedReadings('She met Dez.')).toHaveLength(1);
    expect(placedReadings('She met\u200BDez.')).toHaveLength(2);
  });
});

describe('a word may read', () => {
  it.each([
    ["Dez's", ['dezs', 'dez']],
    ['Dez', ['dez']],
    ['рес', ['pec', 'res', 're']],
    ['рossem', ['possem', 'rossem']],
    ['s', ['s', '']],
    ['ь', ['']],
  ])('%j', (word, foldings) => {
    expect(placedReadings(word)[0][0]?.foldings).toEqual(foldings);
  });
  it('as figures where it is written with a fraction', () => {
    expect(left('as a½b', { handles: ['a12b'] })).toEqual(['SOCIAL_MEDIA']);
  });
});

describe('the beginning of a sentence', () => {
  it.each([
    ['By Kofi there', ['Kofi']],
    ['Then B. Kofi came', ['B. Kofi']],
    ['It was the UK. Kofi came', []],
    ['It was at 5. Kofi came', []],
    ["Then O'Sampleman came", ["O'Sampleman"]],
    ["Then O'Sampleman's came", ["O'Sampleman"]],
  ])('in %j', (text, expected) => {
    expect(seen(text)).toEqual(expected);
  });
});
