import { namesLeftIn } from '../../../src/domain/redaction/names-left-in.ts';
import type { LocatingAnswers } from '../../../src/domain/interview/interview-form.ts';

const named = (text: string, name: string): string[] =>
  namesLeftIn(text, { answers: { namedPeople: [{ name, category: 'UNKNOWN', grade: null, reviewOn: '2027-01-01' }] }, locating: {} });
const located = (text: string, locating: LocatingAnswers): string[] => namesLeftIn(text, { answers: {}, locating });

describe('a name left in a text', () => {
  it.each(['She met Jay Testman.', 'she met jay testman', "It was Jay Testman's car.", 'She met Jáy  Testman', 'JAY-TESTMAN drove.'])('is found in %j', (text) => {
    expect(named(text, 'Jay Testman')).toEqual(['namedPeople']);
  });
  it('is found by one part of it written as a name', () => {
    expect(named('She met Jay there.', 'Jay Testman')).toEqual(['namedPeople']);
    expect(named('She met Testman there.', 'Jay Testman')).toEqual(['namedPeople']);
    expect(named('He will come.', 'Will Testman')).toEqual([]);
    expect(named('A will.', 'A Testman')).toEqual([]);
  });
  it('is found where one of the two is written with accents', () => {
    expect(named('She met Zoë.', 'Zoe Testman')).toEqual(['namedPeople']);
    expect(named('zoe drove.', 'Zoë')).toEqual(['namedPeople']);
  });
  it('is found where it is one word in any case', () => {
    expect(named('jay drove.', 'Jay')).toEqual(['namedPeople']);
  });
  it('is not found in another word, in another order, or where there is none', () => {
    expect(named('She likes jaywalking.', 'Jay')).toEqual([]);
    expect(named('The testman saw a jay.', 'jay testman')).toEqual([]);
    expect(named('She was cold.', 'Jay Testman')).toEqual([]);
    expect(named('She was cold.', '')).toEqual([]);
    expect(namesLeftIn('She was cold.', { answers: {}, locating: {} })).toEqual([]);
  });
  it('is found of those the child was with', () => {
    expect(located('She was with Kim.', { peopleWith: ['Ann', 'Kim'] })).toEqual(['peopleWith']);
    expect(located('She was alone.', { peopleWith: ['Kim'] })).toEqual([]);
  });
});

describe('a place left in a text', () => {
  const placesStayed = ['14 Example Road, Testtown\nZZ1 1AA'];

  it.each(['She slept at 14 example road.', 'At 14 Example Road, Testtown ZZ1 1AA.', 'Near zz1 1aa.'])('is found in %j', (text) => {
    expect(located(text, { placesStayed })).toEqual(['placesStayed']);
  });
  it('is not the town alone, nor another house', () => {
    expect(located('She went to Testtown.', { placesStayed })).toEqual([]);
    expect(located('At 15 Example Road.', { placesStayed })).toEqual([]);
  });
  it('is the whole of it where it is one word', () => {
    expect(located('She was in the arcade.', { placesStayed: ['Arcade'] })).toEqual(['placesStayed']);
  });
});

describe('a number left in a text', () => {
  const phones = ['07700 900123'];

  it.each(['Ring 07700900123.', 'Ring 07700 900-123', 'Ring +44 7700 900123', 'Ring (07700) 900 123'])('is found in %j', (text) => {
    expect(located(text, { phones })).toEqual(['phones']);
  });
  it('is found however it was written down', () => {
    expect(located('Ring 07700900123.', { phones: ['0044 7700 900 123'] })).toEqual(['phones']);
    expect(located('Ring 07700900123.', { phones: ['+44 7700 900123'] })).toEqual(['phones']);
  });
  it('is not found in another number', () => {
    expect(located('Ring 07700 900124.', { phones })).toEqual([]);
  });
  it('is a word where it is short', () => {
    expect(located('Dial 1234 there.', { phones: ['1234'] })).toEqual(['phones']);
    expect(located('Dial 12345 there.', { phones: ['1234'] })).toEqual([]);
    expect(located('Dial 012345 there.', { phones: ['12345'] })).toEqual(['phones']);
  });
});

describe('a vehicle or a handle left in a text', () => {
  it('is found however it is spaced', () => {
    expect(located('In ZZ99 ZZZ.', { vehicles: ['zz99zzz'] })).toEqual(['vehicles']);
    expect(located('As @Test.Girl_1', { handles: ['testgirl1'] })).toEqual(['handles']);
  });
  it('is not found inside another word, or where nothing is left to look for', () => {
    expect(located('In AZZ99ZZZ.', { vehicles: ['ZZ99ZZZ'] })).toEqual([]);
    expect(located('In ZZ99ZZZA.', { vehicles: ['ZZ99ZZZ'] })).toEqual([]);
    expect(located('Anything.', { handles: ['@'] })).toEqual([]);
  });
  it('is told of all questions at once', () => {
    expect(located('Kim, 07700 900123, @kimmy', { peopleWith: ['Kim'], phones: ['07700900123'], handles: ['kimmy'], transport: ['Kim'] })).toEqual(['peopleWith', 'phones', 'handles']);
  });
});
