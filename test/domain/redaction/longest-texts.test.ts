import { identifiersLeftIn } from '../../../src/domain/redaction/identifiers-left-in.ts';
import { networkOf } from '../../../src/domain/redaction/network-of.ts';
import { suggestRedactions } from '../../../src/domain/redaction/suggest-redactions.ts';
import type { LocatingAnswers } from '../../../src/domain/interview/interview-form.ts';
import { aHome, aNetwork } from './an-invented-network.ts';

const located = (text: string, locating: LocatingAnswers): string[] =>
  identifiersLeftIn(text, networkOf({ persons: [], homes: [], profiles: [], reports: [], interviews: [locating], items: [], together: [], related: [], professionals: [] }), { audience: 'PARTNER', names: [], addresses: [] });

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
  const fifty = (entry: string): string[] => Array.from({ length: 50 }, (_, place) => `${entry}${String(place)}`);
  const digits = `${'7'.repeat(197)}8`;

  it('are looked through to the end, and nothing is found that is not there', () => {
    expect(located('7'.repeat(20_000), { phones: fifty(digits), vehicles: fifty(digits), handles: fifty(digits) })).toEqual([]);
    expect(located('a b '.repeat(5_000), { placesStayed: fifty(`${'a b '.repeat(6)}c `), peopleWith: fifty(`${'A B '.repeat(6)}c `), handles: fifty(`${'ab'.repeat(98)}c`) })).toEqual([]);
  });
  it('are found at the very end, and by so much of a long row as tells it', () => {
    expect(located(`${'a b '.repeat(5_000)}${'a '.repeat(10)}c`, { placesStayed: [`${'a '.repeat(10)}c`] })).toEqual(['PLACE']);
    expect(located(`${'a b '.repeat(20)}d`, { placesStayed: [`${'a b '.repeat(19)}c`] })).toEqual(['PLACE']);
    expect(located(`${'a b '.repeat(7)}d`, { placesStayed: [`${'a b '.repeat(19)}c`] })).toEqual([]);
  });
  it('of an interview kept before there were bounds are looked through too', () => {
    const place = `${'a b '.repeat(2_000)}c, `;
    expect(located('b a a '.repeat(3_000), { phones: [`${'7'.repeat(9_000)}8`], placesStayed: [place, `${place}d`, `${place}e`] })).toEqual([]);
  });
});
