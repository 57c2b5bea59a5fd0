import { findCapitals } from '../../../src/domain/redaction/find-capitals.ts';

describe('a name is told by its capital', () => {
  it.each([
    ['She saw Kofi Sampleman there', [['Kofi Sampleman', 'PERSON']]],
    ['She saw Kofi  Sampleman there', [['Kofi  Sampleman', 'PERSON']]],
    ['She saw Kofi with Amina there', [['Kofi', 'PERSON'], ['Amina', 'PERSON']]],
    ['She saw Kofi - Amina there', [['Kofi', 'PERSON'], ['Amina', 'PERSON']]],
    ['She saw Kofi. Amina was there', [['Kofi', 'PERSON']]],
    ['a lad called 4real came', []],
    ['a lad called kofi came', [['kofi', 'PERSON']]],
    ['Uncle. kofi came', []],
    ['Kofi', []],
    ['went in Zedmere', [['Zedmere', 'PLACE']]],
    ['went in the Zedmere', [['Zedmere', 'PLACE']]],
    ['went in big Zedmere', [['Zedmere', 'PERSON']]],
    ['she saw the Zedmere', [['Zedmere', 'PERSON']]],
    ['the Zedmere', [['Zedmere', 'PERSON']]],
  ])('%j', (text, expected) => {
    expect(findCapitals(text).map(({ from, until, kind }) => [text.slice(from, until), kind])).toEqual(expected);
  });
  it('and is the same in other letters', () => {
    expect(findCapitals('She saw Kofi and KOFI').map(({ who, why }) => [who, why])).toEqual([['kofi', 'LANGUAGE'], ['kofi', 'LANGUAGE']]);
  });
});
