import { findKnown } from '../../../src/domain/redaction/find-known.ts';
import { identifiersLeftIn } from '../../../src/domain/redaction/identifiers-left-in.ts';
import { suggestRedactions } from '../../../src/domain/redaction/suggest-redactions.ts';
import type { Network } from '../../../src/domain/redaction/network.ts';
import { aHome, aNetwork } from './an-invented-network.ts';

const left = (text: string, given: Partial<Network>): string[] => identifiersLeftIn(text, aNetwork(given), aHome());
const called = (name: string, ...alsoCalled: string[]): Partial<Network> => ({ people: [{ names: [name], alsoCalled }] });
const suggested = (text: string, given: Partial<Network>): string[] =>
  suggestRedactions(text, { network: aNetwork({ people: [], places: [], ...given }), to: aHome(), hear: () => [] })
    .filter(({ why }) => why === 'KNOWN')
    .map(({ from, until }) => text.slice(from, until));

describe('a part of a name', () => {
  it.each([
    ['is none where it is one letter', 'Then D came', called('D Quillfeather'), []],
    ['is one from two letters on', 'Then Jo came', called('Jo Quillfeather'), ['PERSON']],
    ['is none in two small letters', 'then jo came', called('Jo Quillfeather'), []],
    ['is one in three small letters', 'then joz came', called('Joz Quillfeather'), ['PERSON']],
    ['is none of what somebody is called in several words', 'a big dog', called('Joz', 'Big D'), []],
    ['is none where nothing is left of it in Latin', 'Mr S came', called('Joz', 'Ь'), []],
  ])('%s', (...[, text, given, expected]) => {
    expect(left(text, given)).toEqual(expected);
  });
});

describe('a whole name', () => {
  it('is one passage from its first word to its last', () => {
    const found = findKnown('then jo cl came', aNetwork({ people: [{ names: ['Jo Cl'], alsoCalled: [] }] }), { to: aHome(), loose: false });
    expect(found).toEqual([{ from: 5, until: 10, kind: 'PERSON', why: 'KNOWN', who: 'person 0' }]);
  });
});

describe('a name somebody may have meant', () => {
  it.each([
    ['Amdis came', 'Amadis', ['Amdis']],
    ['then amadys came', 'Amadis', ['amadys']],
    ['then amadiss came', 'Amadis', ['amadiss']],
    ['Amdi came', 'Amadis', []],
    ['Dezzi came', 'Dezzo', []],
    ['then shaun came', 'Sean', []],
    ['Shaun came', 'Sean', ['Shaun']],
    ['then izabella came', 'Isabella', ['izabella']],
    ['Chlo came', 'Chloe', ['Chlo']],
    ['Finchy came', 'Finch', ['Finchy']],
    ['Quillo came', 'Quillfeather', ['Quillo']],
    ['Baylo came', 'Bayliss', ['Baylo']],
    ['Qui came', 'Quillfeather', []],
    ['Ther came', 'Quillfeather', []],
    ['Desmo came', 'Quillfeather', []],
    ['then testgirrl came', 'Testgirl', []],
    ['V came', 'Amadis', []],
  ])('%j, of %s', (text, name, expected) => {
    expect(suggested(text, called(name))).toEqual(expected);
  });
  it('in six letters may be meant in small letters, in five not', () => {
    expect(suggested('then zofia came', called('Sofia'))).toEqual([]);
    expect(suggested('then nikolay came', called('Nikolai'))).toEqual(['nikolay']);
    expect(suggested('then tomasz came', called('Thomas'))).toEqual(['tomasz']);
  });
});

describe('the head of a place', () => {
  it.each(['the', 'flat', 'unit', 'old', 'high', 'new', 'north', 'south', 'east', 'west', 'upper', 'lower', 'saint', 'premier'])('is not %j', (word) => {
    const Word = word.replace(/^./u, (first) => first.toUpperCase());
    expect(suggested(`${Word} and Zedmere here`, { places: [`${Word} Zedmere Wharfage`] })).toEqual(['Zedmere']);
  });
  it.each(['14abc', 'abc14', 'ab'])('is no number and not short: %j', (word) => {
    const Word = word.toUpperCase();
    expect(suggested(`By ${Word} and Zedmere`, { places: [`${Word} Zedmere Wharfage`] })).toEqual(['Zedmere']);
  });
  it('is none where a line has no word', () => {
    expect(suggested('Undefined and Stryker', { places: ['14, 15'] })).toEqual([]);
  });
  it('is told in small letters only where it is the whole line', () => {
    expect(suggested('By Wharfage', { places: ['Zedmere Wharfage, Otherham'] })).toEqual([]);
    expect(suggested('by zedmere and otherham', { places: ['Zedmere Wharfage, Otherham'] })).toEqual(['otherham']);
  });
});

describe('a place that is known', () => {
  it.each([
    ['at Anchor Snooker Hall', 'The Anchor Snooker Hall', ['PLACE']],
    ['the house by the zed', 'House by the Zed', ['PLACE']],
    ['a snooker hall', 'The Anchor Snooker Hall', []],
    ['on tansy row', '14 Tansy Row', ['PLACE']],
    ['on great tansy row', '14 Great Tansy Row', ['PLACE']],
    ['on zedmere road', 'B2 Zedmere Road', ['PLACE']],
    ['on zedmere road', 'Great Zedmere Road', []],
    ['by tansy zedmere', '14 Tansy Zedmere', []],
    ['by row zedmere', '14 Row Zedmere', []],
    ['in a row', '14 Row', []],
    ['near z49qx', 'Z4 9QX', ['PLACE']],
    ['near zz4a9qx', 'ZZ4A 9QX', ['PLACE']],
    ['near zz419qx', 'ZZ41 9QX', ['PLACE']],
    ['near zz4 9qx', 'ZZ49QX', ['PLACE']],
    ['near zz4 9qx', 'ZZ1 1AA or ZZ49QX', ['PLACE']],
    ['near zz49qx', '14 Tansy Row ZZ4 9QX Saltby', ['PLACE']],
  ])('%j, of %j', (text, place, expected) => {
    expect(left(text, { places: [place] })).toEqual(expected);
  });
  it('is one passage from its first word to its last', () => {
    expect(suggested('at 14 Tansy Row then', { places: ['14 Tansy Row'] })).toEqual(['14 Tansy Row']);
  });
  it('is not there where the text ends before it does', () => {
    expect(left('at 14 Tansy', { places: ['14 Tansy Row'] })).toEqual([]);
  });
});

describe('a road that is known', () => {
  it.each([
    ['road', 'rd'], ['street', 'str'], ['lane', 'ln'], ['avenue', 'ave'], ['avenue', 'av'], ['close', 'cl'], ['drive', 'dr'], ['crescent', 'cres'], ['crescent', 'cresc'], ['terrace', 'terr'], ['terrace', 'tce'],
    ['grove', 'gr'], ['gardens', 'gdns'], ['court', 'ct'], ['court', 'crt'], ['place', 'pl'], ['square', 'sq'], ['walk', 'wlk'], ['wharf', 'whf'], ['parade', 'pde'], ['point', 'pt'],
    ['row', 'row'], ['mews', 'mews'], ['rise', 'rise'], ['green', 'green'], ['st', 'st'],
  ])('is found as a %s and as a %s', (whole, short) => {
    expect(left(`on zedmere ${short}`, { places: [`9 Zedmere ${whole}`] })).toEqual(['PLACE']);
    expect(left(`on zedmere ${whole}`, { places: [`9 Zedmere ${short}`] })).toEqual(['PLACE']);
  });
});

describe('a registration or an account that is known', () => {
  it.each([
    ['is found without what is no letter', 'as @dez', { handles: ['@dez™'] }, ['SOCIAL_MEDIA']],
    ['is none where no letter is left', 'as @ and -', { handles: ['@'], vehicles: ['-'] }, []],
    ['is not found where other letters come first', 'in ABQX 17', { vehicles: ['QX17 TBN'] }, []],
    ['is found where it starts among others', 'in XX Q-X-1-7 TBN', { vehicles: ['QX17 TBN'] }, ['VEHICLE']],
    ['is not found by another with a number', 'in AB12', { vehicles: ['QX17 TBN'] }, []],
  ])('%s', (...[, text, given, expected]) => {
    expect(left(text, { people: [], ...given })).toEqual(expected);
  });
});

describe('a number that is known', () => {
  it.each([
    ['zero', '0'], ['oh', '0'], ['nought', '0'], ['naught', '0'], ['o', '0'], ['one', '1'], ['two', '2'], ['three', '3'], ['four', '4'], ['five', '5'], ['six', '6'], ['seven', '7'],
    ['eight', '8'], ['nine', '9'], ['hundred', '00'], ['double 3', '33'], ['treble six', '666'], ['triple o', '000'], ['DOUBLE seven', '77'], ['oo', '00'], ['7one', '71'], ['7oh', '70'], ['8\u200Bo', '80'],
  ])('may be said with %j in it', (said, digits) => {
    expect(left(`on 0771 ${said} 2345 now`, { phones: [`0771${digits}2345`] })).toEqual(['PHONE']);
  });
});
