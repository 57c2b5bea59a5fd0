import { findPatterns } from '../../../src/domain/redaction/find-patterns.ts';
import { hearNames } from '../../../src/domain/redaction/hear-names.ts';
import { apart, suggestRedactions, type Suggestion } from '../../../src/domain/redaction/suggest-redactions.ts';
import type { Found, TextFor } from '../../../src/domain/redaction/network.ts';
import { aHome, aNetwork } from './an-invented-network.ts';

const suggested = (text: string, to: TextFor = aHome(), hear: (text: string) => Found[] = () => []): Suggestion[] => suggestRedactions(text, { network: aNetwork(), to, hear });
/** Each passage with its token, as a person would see them side by side. */
const seen = (text: string, to?: TextFor, hear?: (text: string) => Found[]): string[] => suggested(text, to, hear).map(({ from, until, token }) => `${text.slice(from, until)} ${token}`);

describe('who is known', () => {
  it.each([
    ['She saw Desmond and then Dez.', ['Desmond [person 1]', 'Dez [person 1]']],
    ['She saw Dez, Will and Dez.', ['Dez [person 1]', 'Will [person 2]', 'Dez [person 1]']],
    ["It was Dez's car.", ['Dez [person 1]']],
    ['Then dez came', ['dez [person 1]']],
    ['Then Desmnod came', ['Desmnod [person 1]']],
    ['Then Quilfeather came', ['Quilfeather [person 1]']],
    ['Then Rob came, then Bobby', ['Rob [person 1]', 'Bobby [person 1]']],
    ['Then Quilly came', ['Quilly [person 1]']],
    ['She saw Quillfeather-Desmond.', ['Quillfeather-Desmond [person 1]']],
    ['She saw D. Quillfeather.', ['D. Quillfeather [person 1]']],
    ['She saw Dez Q. and left.', ['Dez Q. [person 1]']],
    ['With Dez I went.', ['Dez [person 1]']],
    ['She saw A. D. Quillfeather.', ['A. D. Quillfeather [person 1]']],
    ['She saw Quillfeather Desmond, Dez', ['Quillfeather Desmond [person 1]', 'Dez [person 1]']],
    ['With Dez A boat came.', ['Dez [person 1]']],
    ['She saw Dez K-L there', ['Dez K-L [person 1]']],
    ['She saw Dez Kofi there', ['Dez Kofi [person 1]']],
    ['With Dez and K there', ['Dez [person 1]']],
    ['At M. to Dez', ['Dez [person 1]']],
    ['K. Quillfeather came and went', ['K. Quillfeather [person 1]']],
    ['She saw A.D.Quillfeather there', ['A.D.Quillfeather [person 1]']],
    ['then dez and quillfeather-desmond and dez', ['dez [person 1]', 'quillfeather-desmond [person 1]', 'dez [person 1]']],
    ['then dez quillfeather desmond came', ['dez quillfeather desmond [person 1]']],
    ['then dez, quillfeather came', ['dez [person 1]', 'quillfeather [person 1]']],
    ['it was in saltby B there', ['saltby [place 1]']],
    ['She saw Ada Kofi', ['Ada Kofi [person 1]']],
    ["She took Ada's coat", []],
    ['She will bob up.', []],
    ['Ada and Addy Testgirl.', []],
  ])('in %j', (text, expected) => {
    expect(seen(text)).toEqual(expected);
  });
  it('goes before what only looks like a name', () => {
    expect(suggested('She saw Dez and Kofi.').map(({ kind, why }) => [kind, why])).toEqual([['PERSON', 'KNOWN'], ['PERSON', 'LANGUAGE']]);
  });
  it('is told by the head of a place and by a town too', () => {
    expect(seen('She was at the Anchor, in saltby, in anchor and on Tansy.')).toEqual(['Anchor [place 1]', 'saltby [place 1]', 'Tansy [place 2]']);
  });
});

describe('who is not known', () => {
  it.each([
    ['She saw Kofi Sampleman there.', ['Kofi Sampleman [person 1]']],
    ['She saw Kofi. Sampleman was out.', ['Kofi [person 1]']],
    ['my uncle kofi came', ['kofi [person 1]']],
    ['Kofi came.', []],
    ['It was in Kestleby and near the Mill.', ['Kestleby [place 1]', 'Mill [place 2]']],
    ['She was told on Tuesdays and at Easter by Mum and the Police in Year 5.', []],
    ['A lad called A.J. came', ['A.J. [person 1]']],
    ['I and X went', []],
  ])('by the capitals of %j', (text, expected) => {
    expect(seen(text)).toEqual(expected);
  });
  it('is heard at the beginning of a sentence', () => {
    expect(seen('Michael came with the dog.', aHome(), hearNames)).toEqual(['Michael [person 1]']);
  });
});

describe('what is told by how it is written', () => {
  it.each([
    ['on 07700 900999', ['07700 900999 [number 1]']],
    ['on 07700 900999 and 07700900999', ['07700 900999 [number 1]', '07700900999 [number 1]']],
    ['at ZZ9 9ZZ', ['ZZ9 9ZZ [place 1]']],
    ['at 12 sample street', ['12 sample street [place 1]']],
    ['by Sample Lane', ['Sample Lane [place 1]']],
    ['from Sample Academy', ['Sample Academy [school 1]']],
    ['a black golf', ['black golf [vehicle 1]']],
    ['in QA99 ABC', ['QA99 ABC [vehicle 1]']],
    ['to me@sample.example', ['me@sample.example [detail 1]']],
    ['as @some.body and #somebody', ['@some.body [account 1]', '#somebody [account 2]']],
    ['as some_body9', ['some_body9 [account 1]']],
    ['by SAMPLE ROAD', ['SAMPLE ROAD [place 1]']],
    ['by Sample Car Park', ['Sample Car Park [place 1]']],
    ['at the chippy', ['the chippy [place 1]']],
    ['at kfc', ['kfc [place 1]']],
    ['saw A. J. there', ['A. J. [person 1]']],
    ['as jazzy2011', ['jazzy2011 [account 1]']],
    ['on 01632 96099', ['01632 96099 [number 1]']],
    ['on 07700 900999 123', []],
    ['on 01632 9609', []],
    ['at the time, 14:52, with 12 others and £140', []],
    ['in 2026 or on 01/02/2026', []],
  ])('%j', (text, expected) => {
    expect(seen(text)).toEqual(expected);
  });
});

describe('what is said of those the text goes to', () => {
  it.each([
    ['She ran. The staff shouted at Dez. She cried.', aHome(), ['The staff shouted at Dez. [passage 1]']],
    ['Larch House is cold.', aHome(), ['Larch House is cold. [passage 1]']],
    ['The staff shouted.', aHome({ audience: 'POLICE' }), []],
    ['Larch House is cold.', aHome({ audience: 'POLICE' }), []],
    ['Mum shouted.', aHome({ audience: 'PARENT' }), ['Mum shouted. [passage 1]']],
    ['Mum shouted.', aHome(), []],
    ['She ran.\nThe carer saw\nShe hid.', aHome(), ['The carer saw [passage 1]']],
    ['It is cold.', aHome({ names: [''] }), []],
    ['At 3.15 the staff, i.e.both, shouted! "Go." She ran', aHome(), ['At 3.15 the staff, i.e.both, shouted! [passage 1]']],
  ])('%j', (text, to, expected) => {
    expect(seen(text, to)).toEqual(expected);
  });
});

describe('passages', () => {
  it('that overlap are one, for what the first was taken for', () => {
    const hear = (): Found[] => [{ from: 0, until: 8, kind: 'PLACE', why: 'LANGUAGE', who: 'dez test' }];
    expect(suggested('Dez Test here', aHome(), hear)).toEqual([{ from: 0, until: 8, kind: 'PERSON', why: 'KNOWN', token: '[person 1]' }]);
  });
  const heard = (...found: readonly (readonly [number, number, Found['kind'], string])[]): string[] =>
    seen('near zz9 9zz and somebody', aHome(), () => found.map(([from, until, kind, who]) => ({ from, until, kind, why: 'LANGUAGE', who })));

  it.each([
    ['the longest first', [[16, 18, 'PERSON', 'x'], [15, 25, 'VEHICLE', 'y']], ['zz9 9zz [place 1]', 'd somebody [vehicle 1]']],
    ['the longest first, though it was heard first', [[15, 25, 'VEHICLE', 'y'], [16, 18, 'PERSON', 'x']], ['zz9 9zz [place 1]', 'd somebody [vehicle 1]']],
    ['of the same length the earliest first', [[20, 23, 'PERSON', 'x'], [18, 21, 'VEHICLE', 'y']], ['zz9 9zz [place 1]', 'omebo [vehicle 1]']],
    ['what has a pattern before what is longer', [[0, 12, 'PERSON', 'x']], ['near zz9 9zz [place 1]']],
    ['two of another kind side by side are two', [[13, 16, 'PERSON', 'x'], [17, 20, 'VEHICLE', 'x']], ['zz9 9zz [place 1]', 'and [person 1]', 'som [vehicle 1]']],
    ['what has no word stays', [[12, 13, 'PERSON', 'x']], ['zz9 9zz [place 1]', '  [person 1]']],
  ] as const)('are taken in order: %s', (...[, found, expected]) => {
    expect(heard(...found)).toEqual(expected);
  });
  it('that are known stay so, whatever pattern they have', () => {
    expect(suggested('by 14 Tansy Row then').map(({ why }) => why)).toEqual(['KNOWN']);
  });
  it('that are the recipient’s name stay, whether or not it ends like a possessive', () => {
    expect(seen('She saw Ross there', aHome({ names: ['Ross'], audience: 'POLICE' }))).toEqual([]);
  });
  it('that only touch are two', () => {
    const [one, other] = [[0, 3], [3, 5]].map(([from = 0, until = 0]): Found => ({ from, until, kind: 'PERSON', why: 'KNOWN', who: 'x' }));
    expect(apart([one, other].flatMap((found) => found ?? []))).toHaveLength(2);
    expect(apart([other, one].flatMap((found) => found ?? []))).toEqual([one, other]);
  });
  it('of one pattern are the same in any letters', () => {
    expect(findPatterns('ZZ9 9ZZ').map(({ who, why }) => [who, why])).toEqual([['zz9 9zz', 'PATTERN']]);
  });
  it('are in the order of the text, and none is there where nothing is', () => {
    expect(suggested('')).toEqual([]);
    expect(seen('at ZZ9 9ZZ with Dez')).toEqual(['ZZ9 9ZZ [place 1]', 'Dez [person 1]']);
  });
});
