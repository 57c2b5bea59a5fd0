import { SILENT_PRACTICE, type Practice } from '../../../src/domain/authority/practice.ts';
import { practiceOf, type AddedClock } from '../../../src/domain/authority/practice-of.ts';
import { PRACTICES } from '../../../src/domain/authority/known-practices.ts';
import type { EpisodeCourse } from '../../../src/domain/workflow/episode-course.ts';
import { lateDuties, type LateDuty } from '../../../src/domain/workflow/late-duties.ts';
import { clocksOfCourse } from '../../../src/domain/workflow/step-clock.ts';
import { time } from '../clocks/some-times.ts';
import { aCourse, anOffer } from './a-course.ts';

const HOUR = 3_600_000;
const { kent, somerset } = PRACTICES;

/** What of a child who came back on 4 May at 10:00 is late at a moment. */
function lateAt(changes: Partial<EpisodeCourse>, at: string, practice: Practice = SILENT_PRACTICE): LateDuty[] {
  const now = time(at).from;
  const course = aCourse(changes);
  return lateDuties(course, practice, { now, clocks: clocksOfCourse(course, practice, now) });
}
const clocks = (late: readonly LateDuty[]): readonly string[] => late.map(({ clock }) => clock);
const notNow = (askAgainOn: string | null): Partial<EpisodeCourse> => ({ workers: ['ann@northmere'], offers: [anOffer({ at: time('2026-05-04 12:00'), outcome: 'NOT_APPROPRIATE', coveredBy: 'the ward sister', askAgainOn })] });

describe('what is late of a return where an interview is not appropriate now', () => {
  it('is nothing while somebody covers, and the interview from the day on which the child is asked again', () => {
    expect(lateAt(notNow('2026-05-20'), '2026-05-19 12:00')).toEqual([]);
    const [late, ...more] = lateAt(notNow('2026-05-20'), '2026-05-20 08:00');
    expect([late?.clock, more]).toEqual(['STATUTORY_INTERVIEW', []]);
    expect(clocks(lateAt(notNow('2026-05-20'), '2026-05-20 08:00', kent))).toEqual(['INTERVIEW']);
  });

  it('is told anew from that day, however long it was late before, and anew for each day', () => {
    const before = lateAt({ workers: ['ann@northmere'] }, '2026-05-08 10:00');
    const [late] = lateAt(notNow('2026-05-20'), '2026-05-22 08:00');
    expect(late?.hours).toBeCloseTo(32, 0);
    const marks = [before[0], late, lateAt(notNow('2026-05-21'), '2026-05-22 08:00')[0]].map((one) => one?.mark);
    expect(new Set(marks).size).toBe(3);
    expect(lateAt(notNow('2026-05-20'), '2026-05-23 08:00')[0]?.mark).toBe(late?.mark);
  });

  it('is not late before its clock is, whatever the day', () => {
    expect(lateAt(notNow('2026-05-05'), '2026-05-06 10:00')).toEqual([]);
    expect(lateAt(notNow('2026-05-05'), '2026-05-07 11:00')[0]?.hours).toBeLessThanOrEqual(1 + 60_000 / HOUR);
  });

  it('is the interview where nobody has set the day', () => {
    expect(clocks(lateAt(notNow(null), '2026-05-07 11:00'))).toEqual(['STATUTORY_INTERVIEW']);
  });
});

it('a child too young for the team is late as any other until somebody has passed the child on', () => {
  const young: Partial<EpisodeCourse> = { ages: { least: 7, most: 7 }, steps: [{ step: 'RETURN_NOTIFIED', addressee: null, outcome: null, writtenAt: 0 }] };
  expect(clocks(lateAt(young, '2026-05-06 10:00', somerset)).includes('STATUTORY_INTERVIEW')).toBe(false);
  expect(clocks(lateAt(young, '2026-05-08 10:00', somerset)).length).toBeGreaterThan(0);
});

describe('what an authority only aims at', () => {
  const aim: AddedClock = { name: 'seen by noon', of: 'EVERY_CHILD', start: 'RETURNED', stops: ['INTERVIEW_HELD'], length: 1, calendar: 'ELAPSED_HOURS', aim: true, source: 'Example practice 2026, paragraph 4' };
  const by = (...addedClocks: readonly AddedClock[]): Practice => practiceOf({ practice: 'somerset', ownFigures: {}, ownClocks: { COMPLETED: { start: 'OFFER_ACCEPTED' } }, addedClocks, strategy: null });

  it('hides no statutory interview that is late while the practice leaves more time', () => {
    const accepted = time('2026-05-07 09:00');
    const course: Partial<EpisodeCourse> = { workers: ['ann@northmere'], offers: [anOffer({ at: accepted, outcome: 'ACCEPTED' })], events: { ...aCourse().events, OFFER_MADE: [accepted], OFFER_CONTACT: [accepted], OFFER_ACCEPTED: [accepted] } };
    expect(clocks(lateAt(course, '2026-05-07 12:00', by()))).toEqual(['STATUTORY_INTERVIEW']);
    expect(clocks(lateAt(course, '2026-05-07 12:00', by(aim)))).toEqual(['STATUTORY_INTERVIEW']);
  });
});
