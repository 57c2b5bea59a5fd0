import { episodeEvents } from '../../../src/domain/clocks/episode-events.ts';
import { isHeldFor } from '../../../src/domain/interview/after-the-return.ts';
import { timeWarnings } from '../../../src/domain/interview/time-warnings.ts';
import { PRACTICES } from '../../../src/domain/authority/known-practices.ts';
import { moment, time } from '../clocks/some-times.ts';
import { aCourse, nextStepAt } from '../workflow/a-course.ts';

const NOW = moment('2026-05-06 12:00');
const RULE = 'Statutory guidance 2014, paragraph 32, as Kent quotes it';
const BACK = time('2026-05-04 10:00');

describe('an interview counts for a return', () => {
  it.each([
    ['after it', '2026-05-04 11:00', false, true],
    ['on the day of it', '2026-05-04', false, true],
    ['before it', '2026-05-04 09:00', false, false],
    ['before it, with the reason why', '2026-05-04 09:00', true, true],
    ['before it, where the reason is not for this reader', '2026-05-04 09:00', null, null],
    ['in the future', '2026-05-06 13:00', true, false],
    ['now', '2026-05-06 12:00', false, true],
  ] as const)('%s', (...[, at, departs, counts]) => {
    expect(isHeldFor({ at: time(at), departs }, [BACK], NOW)).toBe(counts);
  });

  it('that has no time, whenever it was held', () => {
    expect(isHeldFor({ at: time('2026-05-04 09:00'), departs: false }, [null], NOW)).toBe(true);
    expect(isHeldFor({ at: time('2026-05-04 09:00'), departs: false }, [], NOW)).toBe(true);
  });
});

describe('what a return waits for', () => {
  const code = (at: string, departs: boolean | null): string =>
    nextStepAt(aCourse({ workers: ['ann@northmere'], triage: { outcome: 'ROUTINE', at: BACK, coveredBy: null, askAgainOn: null }, interviews: [{ state: 'COMPLETED', at: time(at), departs }] }), PRACTICES.birmingham, NOW).code;

  it('is the offer still, where the only interview lies before it or in the future', () => {
    expect([code('2026-05-04 09:00', false), code('2026-05-06 13:00', false)]).toEqual(['OFFER', 'OFFER']);
  });

  it('is what follows an interview, where somebody said why it was held before', () => {
    expect(code('2026-05-04 09:00', true)).toBe('FINALISE');
  });

  it('is not known to whoever may not read why', () => {
    expect(code('2026-05-04 09:00', null)).toBe('NOT_KNOWN');
  });
});

test('a clock on the interview stops with the return, where somebody said why it was held before, and is not touched by it where nobody did', () => {
  const episode = { id: 'e1', report: {}, locatedAt: null, returnedAt: { value: BACK }, safeAndWell: null };
  const at = time('2026-05-04 09:00');
  const held = (departs: boolean | null) => episodeEvents(episode, { offers: [], interviews: [{ state: 'COMPLETED', at, departs, episodes: ['e1'] }], steps: [], workers: [] }, { ...PRACTICES.kent, now: NOW }).INTERVIEW_HELD;
  expect(held(true)).toEqual([at, BACK]);
  expect(held(false)).toEqual([]);
  expect(held(null)).toEqual([at]);
});

describe('the time of what is recorded of a return', () => {
  const codes = (of: 'INTERVIEW' | 'CONTACT', at: string, ...returns: readonly { isBack: boolean; returnedAt: typeof BACK | null }[]): unknown =>
    timeWarnings(of, { at: time(at), returns, now: NOW }).map(({ code, rule, perhaps }) => [code, rule, perhaps]);
  const back = { isBack: true, returnedAt: BACK };

  it('warns before the return, by the statutory guidance (2014, paragraph 32)', () => {
    expect(codes('INTERVIEW', '2026-05-04 09:00', back)).toEqual([['INTERVIEW_BEFORE_RETURN', RULE, false]]);
    expect(codes('CONTACT', '2026-05-03', back)).toEqual([['BEFORE_RETURN', RULE, false]]);
  });

  it('warns of the future', () => {
    expect(codes('INTERVIEW', '2026-05-06 12:01', back)).toEqual([['INTERVIEW_IN_FUTURE', RULE, false]]);
    expect(codes('CONTACT', '2026-05-06 12:01', back)).toEqual([['IN_FUTURE', RULE, false]]);
  });

  it('says perhaps of a child who is not back as far as the hub is told', () => {
    expect(codes('CONTACT', '2026-05-05 09:00', { isBack: false, returnedAt: null })).toEqual([['BEFORE_RETURN', RULE, true]]);
    expect(codes('CONTACT', '2026-05-04 09:00', back, { isBack: false, returnedAt: null })).toEqual([['BEFORE_RETURN', RULE, false]]);
  });

  it('says nothing of what can have been after it', () => {
    expect(codes('INTERVIEW', '2026-05-04', back)).toEqual([]);
    expect(codes('CONTACT', '2026-05-04 10:00', back, { isBack: true, returnedAt: null })).toEqual([]);
  });
});
