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
    expect(named('She sold it on eBay.', 'Ebay Testman')).toEqual([]);
  });
  it('is found where one of the two is written with accents', () => {
    expect(named('She met Zoë.', 'Zoe Testman')).toEqual(['namedPeople']);
    expect(named('zoe drove.', 'Zoë')).toEqual(['namedPeople']);
  });
  it('is found where it is one word in any case', () => {
    expect(named('jay drove.', 'Jay')).toEqual(['namedPeople']);
  });
  it.each(['She met J\u00ADay there.', 'She met Jay\u200B\u2060 there.', 'She met \u202EJay\u202C there.', 'met\u200BJay\u200Bthere'])('is found behind characters nobody sees: %j', (text) => {
    expect(named(text, 'Jay Testman')).toEqual(['namedPeople']);
  });
  it('is found where characters nobody sees stand in the name', () => {
    expect(named('She met jay testman.', 'J\u200Bay \uFEFFTest\u00ADman')).toEqual(['namedPeople']);
    expect(named('She met jay testman.', 'Jay\u200BTestman')).toEqual(['namedPeople']);
  });
  it('is found by its parts where it was recorded in lower case', () => {
    expect(named('She met Dave there.', 'dave smithtest')).toEqual(['namedPeople']);
    expect(named('She met Smithtest there.', 'Dave smithtest')).toEqual(['namedPeople']);
    expect(named('The car was From Nowhere.', 'dave from the garage')).toEqual([]);
    expect(named('She met The there.', 'Dave The')).toEqual(['namedPeople']);
  });
  it('is not found in another word, in another order, or where there is none', () => {
    expect(named('She likes jaywalking.', 'Jay')).toEqual([]);
    expect(named('The testman saw a jay.', 'jay testman')).toEqual([]);
    expect(named('Anything.', '\u200B')).toEqual([]);
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
    expect(located('Ring +44 7700 900123.', { phones: ['00 7700 900123'] })).toEqual(['phones']);
    expect(located('Ring +44 7700 944123.', { phones: ['07700 944123'] })).toEqual(['phones']);
  });
  it('is not found in another number', () => {
    expect(located('Ring 07700 900124.', { phones })).toEqual([]);
  });
  it('is found among digits that begin like it, and not across a word', () => {
    expect(located('Ring 07700 07700 900123.', { phones })).toEqual(['phones']);
    expect(located('Ring 07700 or 900123.', { phones })).toEqual([]);
  });
  it('is found behind characters nobody sees', () => {
    expect(located('Ring 077\u200B00 900\u00AD123.', { phones })).toEqual(['phones']);
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
    expect(located('In zz99zzz.', { vehicles: ['ZZ99 ZZZ'] })).toEqual(['vehicles']);
  });
  it('is not found inside another word, or where nothing is left to look for', () => {
    expect(located('In AZZ99ZZZ.', { vehicles: ['ZZ99ZZZ'] })).toEqual([]);
    expect(located('In ZZ99ZZZA.', { vehicles: ['ZZ99ZZZ'] })).toEqual([]);
    expect(located('Anything.', { handles: ['@'] })).toEqual([]);
  });
  it('is found behind characters nobody sees', () => {
    expect(located('In ZZ\u200B99 Z\u00ADZZ.', { vehicles: ['zz99zzz'] })).toEqual(['vehicles']);
  });
  it('is found after a beginning that goes another way', () => {
    expect(located('As aab aabaab', { handles: ['aabaab'] })).toEqual(['handles']);
    expect(located('As aaab', { handles: ['aab'] })).toEqual([]);
    expect(located('As xaab a-a-b', { handles: ['aab'] })).toEqual(['handles']);
  });
  it('is told of all questions at once', () => {
    expect(located('Kim, 07700 900123, @kimmy', { peopleWith: ['Kim'], phones: ['07700900123'], handles: ['kimmy'], transport: ['Kim'] })).toEqual(['peopleWith', 'phones', 'handles']);
  });
});
