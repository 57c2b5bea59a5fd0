import { practiceOf, type AddedClock } from '../../../src/domain/authority/practice-of.ts';
import { rulesInForce } from '../../../src/domain/authority/rules-in-force.ts';
import type { Practice } from '../../../src/domain/authority/practice.ts';
import { clockInWords } from '../../../src/domain/clocks/clock-in-words.ts';
import { lateDuties, type LateDuty } from '../../../src/domain/workflow/late-duties.ts';
import { clocksOfCourse } from '../../../src/domain/workflow/step-clock.ts';
import type { EpisodeCourse } from '../../../src/domain/workflow/episode-course.ts';
import { moment, time } from '../clocks/some-times.ts';
import { aCourse, nextStepAt } from './a-course.ts';

const DEBRIEF: AddedClock = { name: 'debrief with the home', of: 'EVERY_CHILD', start: 'RETURNED', stops: ['VISITED'], length: 24, calendar: 'ELAPSED_HOURS', aim: false, source: 'Example practice 2026, paragraph 4' };
const NOTIFIED: AddedClock = { ...DEBRIEF, name: 'word to the team', stops: ['RETURN_NOTIFIED'], length: 12, source: 'Example practice 2026, paragraph 5' };
const by = (...addedClocks: readonly AddedClock[]): Practice => practiceOf({ practice: 'kent', ownFigures: {}, ownClocks: {}, addedClocks, strategy: null });
const RETURNED = time('2026-05-04 10:00');
const course = (events: EpisodeCourse['events'] = {}, changes: Partial<EpisodeCourse> = {}): EpisodeCourse => aCourse({ events: { ...aCourse().events, VISITED: [], RETURN_NOTIFIED: [], ...events }, ...changes });
const words = (practice: Practice, of: EpisodeCourse, now: number): string[] => clocksOfCourse(of, practice, now).map(({ clock, reading }) => clockInWords(clock, reading, now).words);
const late = (practice: Practice, of: EpisodeCourse, now: number): LateDuty[] => lateDuties(of, practice, { now, clocks: clocksOfCourse(of, practice, now) });

describe('a clock that an authority has added', () => {
  it('runs beside those the hub knows, in its own name and by its own paragraph', () => {
    const now = RETURNED.from + 3_600_000;
    expect(words(by(DEBRIEF), course(), now)).toEqual(expect.arrayContaining([expect.stringMatching(/^debrief with the home due in 23 hours/), expect.stringMatching(/^statutory interview due/)]));
    expect(clocksOfCourse(course(), by(DEBRIEF), now).find(({ clock }) => clock.id === 'OWN')?.clock.source).toBe('Example practice 2026, paragraph 4');
  });

  it('is stopped by what it waits for, and late without', () => {
    const [inTime, now] = [course({ VISITED: [time('2026-05-05 09:00')] }), moment('2026-05-06 10:00')];
    expect(words(by(DEBRIEF), inTime, now)).toContain('debrief with the home on time');
    expect(words(by(DEBRIEF), course(), now)).toContain('debrief with the home late by 23 hours');
  });

  it('runs for no child of another group', () => {
    expect(words(by({ ...DEBRIEF, of: 'LOOKED_AFTER' }), course(), RETURNED.from).join()).not.toContain('debrief');
    expect(words(by({ ...DEBRIEF, of: 'LOOKED_AFTER' }), course({}, { groups: ['LOOKED_AFTER'] }), RETURNED.from).join()).toContain('debrief');
  });

  it('stands beside another of the same length: neither takes the place of the other', () => {
    expect(clocksOfCourse(course(), by(DEBRIEF, NOTIFIED), RETURNED.from).filter(({ clock }) => clock.id === 'OWN')).toHaveLength(2);
  });

  it('is what a step is due by where it stops with that step and runs out first', () => {
    const now = RETURNED.from + 3_600_000;
    const [without, beside] = [nextStepAt(course(), by(), now), nextStepAt(course(), by(NOTIFIED, DEBRIEF), now)];
    expect(without).toMatchObject({ code: 'NOTIFY_RETURN', clock: 'INTERVIEW' });
    expect(beside).toMatchObject({ code: 'NOTIFY_RETURN', clock: 'OWN', running: { name: 'word to the team' } });
    expect(nextStepAt(course(), by({ ...NOTIFIED, length: 100 }), now).clock).toBe('INTERVIEW');
  });

  it('is alerted of by its name once it is late, each by itself, unless it is an aim', () => {
    const now = moment('2026-05-06 10:00');
    expect(late(by(DEBRIEF, NOTIFIED), course(), now).map(({ clock, mark }) => [clock, mark])).toEqual(expect.arrayContaining([['OWN debrief with the home', 'OWN debrief with the home'], ['OWN word to the team', 'OWN word to the team']]));
    expect(late(by(DEBRIEF), course(), now).map(({ text }) => text).join()).toContain('debrief with the home (Example practice 2026, paragraph 4)');
    expect(late(by({ ...DEBRIEF, aim: true }), course(), now).filter(({ clock }) => clock.startsWith('OWN'))).toEqual([]);
  });

  it("is shown among the rules as the authority's own", () => {
    expect(rulesInForce(by(DEBRIEF)).clocks.find(({ id }) => id === 'OWN')).toMatchObject({ name: 'debrief with the home', ruleOf: 'OWN', source: 'Example practice 2026, paragraph 4' });
  });
});
