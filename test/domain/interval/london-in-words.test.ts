import { inWords } from '../../../src/domain/interval/in-days-and-hours.ts';
import { londonInWords, untilInWords } from '../../../src/domain/interval/london-in-words.ts';

const NOW = Date.parse('2026-07-07T11:00:00Z');

describe('a moment in words', () => {
  it.each([
    ['2026-07-07T17:00:00Z', '18:00 today'],
    ['2026-07-06T22:59:00Z', '23:59 yesterday'],
    ['2026-07-06T23:00:00Z', '00:00 today'],
    ['2026-07-08T08:30:00Z', '09:30 tomorrow'],
    ['2026-07-09T08:30:00Z', '09:30 on Thu 9 Jul'],
    ['2026-07-05T08:30:00Z', '09:30 on Sun 5 Jul'],
    ['2027-01-04T09:30:00Z', '09:30 on Mon 4 Jan 2027'],
    ['2026-07-07T22:59:59.999Z', 'the end of today'],
    ['2026-07-09T22:59:59.999Z', 'the end of Thu 9 Jul'],
    ['2026-07-07T22:59:59.998Z', '23:59 today'],
  ])('%s is %s', (moment, words) => {
    expect(londonInWords(Date.parse(moment), NOW)).toBe(words);
  });

  it.each([
    ['2026-10-25T00:30:00Z', '01:30 BST today'],
    ['2026-10-25T01:30:00Z', '01:30 GMT today'],
    ['2026-10-24T23:59:00Z', '00:59 today'],
    ['2026-10-25T02:00:00Z', '02:00 today'],
    ['2026-10-25T23:59:59.999Z', 'the end of today'],
  ])('%s says which of the two hours it is, where autumn repeats one: %s', (moment, words) => {
    expect(londonInWords(Date.parse(moment), Date.parse('2026-10-25T12:00:00Z'))).toBe(words);
  });

  it('calls the next day tomorrow, also where a day has 23 or 25 hours', () => {
    expect(londonInWords(Date.parse('2026-03-29T22:30:00Z'), Date.parse('2026-03-28T00:30:00Z'))).toBe('23:30 tomorrow');
    expect(londonInWords(Date.parse('2026-10-25T23:30:00Z'), Date.parse('2026-10-24T00:30:00Z'))).toBe('23:30 tomorrow');
  });
});

describe('a moment until which something lasts', () => {
  it.each([
    ['2026-07-07T23:00:00Z', 'the end of today'],
    ['2026-07-09T23:00:00Z', 'the end of Thu 9 Jul'],
    ['2026-07-06T23:00:00Z', 'the end of yesterday'],
    ['2026-07-07T23:00:01Z', '00:00 tomorrow'],
    ['2026-07-07T17:00:00Z', '18:00 today'],
    ['2026-10-25T00:00:00Z', '01:00 BST on Sun 25 Oct'],
    ['2026-10-24T23:00:00Z', 'the end of Sat 24 Oct'],
    ['2026-10-26T00:00:00Z', 'the end of Sun 25 Oct'],
  ])('%s is %s', (moment, words) => {
    expect(untilInWords(Date.parse(moment), NOW)).toBe(words);
  });
});

describe('a length in words', () => {
  it.each([
    [51, '2 days 3 hours'],
    [24, '1 day'],
    [25, '1 day 1 hour'],
    [5.99, '5 hours'],
    [1, '1 hour'],
    [0.75, '45 minutes'],
    [1 / 60, '1 minute'],
    [0.01, 'less than a minute'],
    [0, 'less than a minute'],
  ])('%d hours are %s', (hours, words) => {
    expect(inWords(hours)).toBe(words);
  });
});
