import { NO_DEADLINE, readDeadline, type AgreedTime, type DeadlineKnown } from '../../../src/domain/transmission/transmission-deadline.ts';
import { moment, time } from '../clocks/some-times.ts';

const TWO_DAYS: AgreedTime = { length: 2, calendar: 'WORKING_DAYS', source: 'An invented agreement, 3.1' };
const read = (changes: Partial<DeadlineKnown>, now = '2026-05-05 12:00'): ReturnType<typeof readDeadline> =>
  readDeadline({ agreed: TWO_DAYS, resultBy: null, events: { INTERVIEW_HELD: [time('2026-05-05 10:00')] }, acknowledgedAt: null, ...changes }, { now: moment(now), coreHours: null });
const END = moment('2026-05-08') - 1;

describe('by when a result is owed', () => {
  it('is two working days from the interview where that was agreed in figures', () => {
    expect(read({})).toEqual({ state: 'DUE', at: { first: END, last: END } });
  });

  it('is kept by the receipt in time, and by nothing else', () => {
    expect(read({ acknowledgedAt: END }, '2026-05-20')).toEqual({ state: 'ON_TIME' });
    expect(read({ acknowledgedAt: END + 1 }, '2026-05-20')).toMatchObject({ state: 'LATE' });
    expect(read({}, '2026-05-08')).toMatchObject({ state: 'LATE' });
    expect(read({ acknowledgedAt: END }, '2026-05-06')).toMatchObject({ state: 'DUE' });
  });

  it.each(['Within two working days of the interview', '72 hours', '2026-05-07', 'soon'])('is not told from words: "%s"', (resultBy) => {
    expect(read({ agreed: null, resultBy })).toEqual({ state: 'CANNOT_TELL', why: 'ONLY_IN_WORDS', words: resultBy });
  });

  it('is not told where nobody agreed anything', () => {
    expect(read({ agreed: null })).toEqual({ state: 'CANNOT_TELL', why: 'NOT_AGREED', words: null });
    expect(new Set(Object.values(NO_DEADLINE)).size).toBe(2);
  });

  it.each([
    ['the interview is not held', { INTERVIEW_HELD: [] }, 'NOT_STARTED'],
    ['nobody says when it was held', { INTERVIEW_HELD: [null] }, 'START_UNTIMED'],
    ['nobody tells of interviews', {}, 'START_NOT_TOLD'],
    ['one of two is without a time', { INTERVIEW_HELD: [time('2026-05-05 10:00'), null] }, 'START_UNTIMED'],
  ])('is not told where %s', (_why, events, why) => {
    expect(read({ events })).toEqual({ state: 'CANNOT_TELL', why, limit: null });
  });

  it('is not told where the receipt lies between two readings of the start', () => {
    const events = { INTERVIEW_HELD: [time('2026-05-05')] };
    const agreed: AgreedTime = { length: 24, calendar: 'ELAPSED_HOURS', source: 'An invented agreement, 3.2' };
    expect(read({ agreed, events, acknowledgedAt: moment('2026-05-06 12:00') }, '2026-05-20')).toMatchObject({ state: 'CANNOT_TELL', why: 'LIMIT_INSIDE' });
  });
});
