import { namesLeftIn } from '../../../src/domain/redaction/names-left-in.ts';
import { suggestRedactions } from '../../../src/domain/redaction/suggest-redactions.ts';
import type { LocatingAnswers } from '../../../src/domain/interview/interview-form.ts';
import { aHome, aNetwork } from './an-invented-network.ts';

const located = (text: string, locating: LocatingAnswers): string[] => namesLeftIn(text, { answers: {}, locating });

describe('the longest texts to be redacted', () => {
  it.each(['A.', 'a ', 'o', 'one ', '1 ', '_a', 'a_', 'Aa ', '"', '. ', 'Dez ', 'black ', '\u200B', 'double ', 'a.b', 'A-'])('are looked through to the end: %j', (part) => {
    const text = `${part.repeat(6_000 / part.length)} at ZZ9 9ZZ`;
    expect(suggestRedactions(text, { network: aNetwork(), to: aHome(), hear: () => [] }).at(-1)?.until).toBe(text.length);
  });
});

describe('a number that goes on for long', () => {
  it.each(['1'.repeat(6_000), `${'o'.repeat(6_000)}1`, 'one'.repeat(2_000), '1\u200B'.repeat(3_000), '1 '.repeat(3_000), 'double'.repeat(1_000), '1oh'.repeat(2_000)])('and is none after all is given up at once (%#)', (part) => {
    expect(suggestRedactions(`${part}a at ZZ9 9ZZ`, { network: aNetwork(), to: aHome(), hear: () => [] }).at(-1)?.until).toBe(part.length + 12);
  });
});

describe('the longest answers and the longest text', () => {
  const fifty = (entry: string): string[] => Array.from({ length: 50 }, () => entry);
  const digits = `${'7'.repeat(199)}8`;

  it('are looked through to the end, and nothing is found that is not there', () => {
    expect(located('7'.repeat(20_000), { phones: fifty(digits), vehicles: fifty(digits), handles: fifty(digits) })).toEqual([]);
    expect(located('a '.repeat(10_000), { placesStayed: fifty(`${'a '.repeat(99)}b`), peopleWith: fifty(`${'a '.repeat(99)}b`), handles: fifty(`${'a'.repeat(199)}b`) })).toEqual([]);
  });
  it('are found at the very end', () => {
    expect(located(`${'7'.repeat(19_799)}${digits}`, { phones: fifty(digits) })).toEqual(['phones']);
    expect(located(`${'a '.repeat(9_900)}b`, { placesStayed: fifty(`${'a '.repeat(99)}b`) })).toEqual(['placesStayed']);
  });
  it('of an interview kept before there were bounds are looked through too', () => {
    const place = `${'a '.repeat(4_000)}b, `.repeat(2);
    expect(located('a '.repeat(10_000), { phones: [`${'7'.repeat(9_000)}8`], placesStayed: [place, place, place, place] })).toEqual([]);
    expect(located(`${'7'.repeat(9_000)}8`, { phones: [`${'7'.repeat(9_000)}8`] })).toEqual(['phones']);
  });
});
