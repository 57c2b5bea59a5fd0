import { clockInWords, type ClockInWords } from '../../../src/domain/clocks/clock-in-words.ts';
import { STATUTORY_CLOCK, type Clock } from '../../../src/domain/clocks/clock.ts';
import type { ClockEvents } from '../../../src/domain/clocks/moments.ts';
import { readClock } from '../../../src/domain/clocks/read-clock.ts';
import { aClock, moment, time } from './some-times.ts';

const OFFER = aClock();
const said = (events: ClockEvents, now: string, clock: Clock = OFFER): string => {
  const at = { now: moment(now), coreHours: null };
  return clockInWords(clock, readClock(clock, events, at), at.now).words;
};
const BACK = { RETURNED: [time('2026-05-04 18:00')], OFFER_MADE: [] };

describe('a clock in words', () => {
  it.each([
    ['2026-05-07 13:00', 'offer due in 5 hours (by 18:00 today)'],
    ['2026-05-07 17:15', 'offer due in 45 minutes (by 18:00 today)'],
    ['2026-05-06 12:00', 'offer due in 1 day 6 hours (by 18:00 tomorrow)'],
    ['2026-05-04 18:30', 'offer due in 2 days 23 hours (by 18:00 on Thu 7 May)'],
    ['2026-05-09 21:30', 'offer late by 2 days 3 hours'],
  ])('at %s says: %s', (now, words) => {
    expect(said(BACK, now)).toBe(words);
  });

  it('says that it was kept', () => {
    expect(said({ ...BACK, OFFER_MADE: [time('2026-05-05')] }, '2026-05-20')).toBe('offer on time');
  });

  describe('of a strategy meeting', () => {
    const meeting = aClock({ id: 'STRATEGY', start: 'MISSING_STARTED', stops: ['STRATEGY_MEETING', 'LOCATED', 'RETURNED'], length: 24 });
    const gone = { MISSING_STARTED: [time('2026-05-04 10:00')], STRATEGY_MEETING: [], LOCATED: [], RETURNED: [] };
    it.each([
      ['not needed: the child was located or back before its time was over', { LOCATED: [time('2026-05-05 09:00')] }],
      ['not needed: the child was located or back before its time was over', { LOCATED: [time('2026-05-05 09:00')], STRATEGY_MEETING: [time('2026-05-06 09:00')] }],
      ['not held: its time was over between 1 hour and 2 hours before the child was located or back', { LOCATED: [time('2026-05-05 12:00')] }],
      ['on time', { LOCATED: [time('2026-05-05 09:00')], STRATEGY_MEETING: [time('2026-05-05 08:00')] }],
      ['on time', { LOCATED: [time('2026-05-05 09:00')], STRATEGY_MEETING: [null] }],
      ['late by between 1 hour and 2 hours', { STRATEGY_MEETING: [time('2026-05-05 12:00')], LOCATED: [time('2026-05-05 13:00')] }],
    ] as const)('says %s, and of none that was held that it was', (words, events) => {
      expect(said({ ...gone, ...events }, '2026-05-07 12:00', meeting)).toBe(`strategy meeting ${words}`);
    });
  });

  it('says from when to when where only the day of the return is known', () => {
    const back = { RETURNED: [time('2026-05-04')], OFFER_MADE: [] };
    expect(said(back, '2026-05-06 19:00')).toBe('offer due in 5 hours at the earliest (between 00:00 tomorrow and the end of tomorrow: only the day of the return is known)');
    expect(said(back, '2026-05-07 12:00')).toBe('offer: cannot tell (only the day of the return is known); the limit lies between 00:00 today and the end of today');
    expect(said(back, '2026-05-09 06:00')).toBe('offer late by between 1 day 6 hours and 2 days 6 hours');
  });

  it('takes the short day of spring for a whole day', () => {
    expect(said({ RETURNED: [time('2026-03-29')], OFFER_MADE: [] }, '2026-04-01 12:00')).toContain('only the day of the return is known');
  });

  it('takes today, of which only the part until now can be meant, for a day, and a stretch of several for none', () => {
    expect(said({ RETURNED: [time('2026-05-04')], OFFER_MADE: [] }, '2026-05-04 12:00')).toContain('only the day of the return is known');
    const days = { from: moment('2026-05-04'), until: moment('2026-05-06') };
    expect(said({ RETURNED: [days], OFFER_MADE: [] }, '2026-05-06 12:00')).toContain('the time of the return can mean more than one moment');
  });

  it('takes the long day of autumn for a day', () => {
    expect(said({ RETURNED: [time('2026-10-25')], OFFER_MADE: [] }, '2026-10-27 12:00')).toContain('only the day of the return is known');
  });

  it('does not take the hour that autumn repeats for a day', () => {
    const back = { RETURNED: [time('2026-10-25 01:30')], OFFER_MADE: [] };
    expect(said(back, '2026-10-27 12:00')).toBe('offer due in 12 hours at the earliest (between 00:30 tomorrow and 01:30 tomorrow: the time of the return can mean more than one moment)');
    expect(said(back, '2026-10-28 04:45')).toBe('offer late by between 3 hours and 4 hours');
  });

  it('names the event whose time is stated too broadly', () => {
    const day = { ...BACK, OFFER_MADE: [time('2026-05-07')] };
    expect(said(day, '2026-05-20')).toBe('offer: cannot tell (the time of the offer is stated too broadly); the limit is 18:00 on Thu 7 May');
    const either = aClock({ stops: ['OFFER_MADE', 'INTERVIEW_HELD'] });
    expect(said({ ...day, INTERVIEW_HELD: [] }, '2026-05-20', either)).toBe('offer: cannot tell (the time of what stops it is stated too broadly); the limit is 18:00 on Thu 7 May');
  });

  it.each([
    [{ LOCATED: [time('2026-05-04')], RETURNED: [] }, 'offer: cannot tell (the child is located, and nobody says that the child is back)'],
    [{}, 'offer: cannot tell (nobody tells the hub of what starts it: the return; the police, the authority or the home reports it)'],
    [{ RETURNED: [null] }, 'offer: cannot tell (what starts it has happened, and no source says when)'],
    [{ RETURNED: BACK.RETURNED }, 'offer: cannot tell (nobody tells the hub of what stops it: the offer; the return worker records the offer); the limit is 18:00 on Thu 7 May'],
    [{ RETURNED: BACK.RETURNED, OFFER_MADE: [null] }, 'offer: cannot tell (what stops it has happened, and no source says when); the limit is 18:00 on Thu 7 May'],
  ] as const)('says why nobody can tell: %#', (events, words) => {
    expect(said(events, '2026-05-20')).toBe(words);
  });

  it('says the day of a limit in working days to its end', () => {
    expect(said(BACK, '2026-05-06 12:00', aClock({ calendar: 'WORKING_DAYS', length: 2 }))).toBe('offer due in 11 hours (by the end of today)');
  });

  it('calls an aim an aim, and gives the source and what the text leaves open', () => {
    const clock = aClock({ id: 'CHILD_SEEN', aim: true, flag: 'invented doubt' });
    const reading = readClock(clock, { ...BACK, OFFER_MADE: [time('2026-05-05')] }, { now: moment('2026-05-20'), coreHours: null });
    expect(clockInWords(clock, reading, moment('2026-05-20'))).toEqual({ name: 'seeing the child (an aim)', words: 'seeing the child (an aim) on time', source: 'Invented 1.1', flag: 'invented doubt' } satisfies ClockInWords);
  });

  it('tells the statutory interview from one of the practice', () => {
    expect(said({ RETURNED: BACK.RETURNED, INTERVIEW_HELD: [] }, '2026-05-07 13:00', STATUTORY_CLOCK)).toBe('statutory interview due in 5 hours (by 18:00 today)');
  });
});
