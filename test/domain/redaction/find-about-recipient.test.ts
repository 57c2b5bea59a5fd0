import { findAboutRecipient } from '../../../src/domain/redaction/find-about-recipient.ts';
import type { TextFor } from '../../../src/domain/redaction/network.ts';
import { aHome } from './an-invented-network.ts';

const found = (text: string, to: Partial<TextFor> = {}): string[] => findAboutRecipient(text, aHome(to)).map(({ from, until }) => text.slice(from, until));

describe('a sentence is about a home', () => {
  it.each([
    'staff', 'carer', 'carers', 'foster mum', 'foster mam', 'foster dad', 'foster father', 'foster mother', 'foster carer', 'keyworker', 'key worker', 'key workers', 'manager', 'managers', 'deputy',
    'agency worker', 'waking night', 'night staff', 'resident', 'residents', 'young people here', 'young person there', 'boy who lives here', 'boys who live here', 'girl in the house', 'lads at', 'girls here',
    'home', 'man who runs the house', 'ones that run the place', 'woman who runs the place',
  ])('where it says "the %s"', (words) => {
    expect(found(`She ran. The ${words} shouted. She cried.`)).toEqual([`The ${words} shouted.`]);
  });
  it.each(['staffroom', 'foster child', 'boy', 'girls who live', 'house', 'night', 'mum', 'homes'])('and not where it says "the %s"', (words) => {
    expect(found(`The ${words} shouted.`)).toEqual([]);
  });
});

describe('a sentence is about a family', () => {
  it.each(['mum', 'mam', 'mother', 'dad', 'father', 'parent', 'parents', 'stepdad', 'stepmum', 'stepfather', 'stepmother'])('where it says "my %s"', (word) => {
    expect(found(`My ${word} shouted.`, { audience: 'PARENT' })).toEqual([`My ${word} shouted.`]);
  });
});

describe('a sentence is about whom it names', () => {
  it.each([
    ['She left Larch House. It was cold.', ['She left Larch House.']],
    ['Larch is cold.', []],
    ['It was Larch', []],
    ['House of Larch.', []],
    ['Bo Sampleman shouted.', ['Bo Sampleman shouted.']],
  ])('%j', (text, expected) => {
    expect(found(text, { names: ['Larch House', 'Bo Sampleman'] })).toEqual(expected);
  });
});

describe('a sentence goes', () => {
  it.each([
    ['to its marks', 'She ran. The staff shouted?!" She cried.', ['The staff shouted?!"']],
    ['to the end', 'She ran. The staff shouted', ['The staff shouted']],
    ['to the end and its mark', 'The staff shouted!', ['The staff shouted!']],
    ['over a time and a line’s end', 'At 3.15 the staff shouted\nShe ran', ['At 3.15 the staff shouted']],
  ])('%s', (...[, text, expected]) => {
    expect(found(text)).toEqual(expected);
  });
  it('by its own words, and is told by the language', () => {
    expect(findAboutRecipient(' The staff ran. ', aHome())).toEqual([{ from: 1, until: 15, kind: 'ABOUT_RECIPIENT', why: 'LANGUAGE', who: 'The staff ran.' }]);
  });
});
