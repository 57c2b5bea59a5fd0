import { PRACTICES } from '../../../src/domain/authority/known-practices.ts';
import { SILENT_PRACTICE, type Practice } from '../../../src/domain/authority/practice.ts';
import { practiceAdvice } from '../../../src/domain/workflow/practice-advice.ts';
import type { EpisodeCourse } from '../../../src/domain/workflow/episode-course.ts';
import { STEP_WORDS, type StepCode } from '../../../src/domain/workflow/step-words.ts';
import { moment, time } from '../clocks/some-times.ts';
import { aPractice } from '../interview/a-practice.ts';
import { aCourse, anOffer, nextStepAt } from './a-course.ts';

const { birmingham, kent, somerset } = PRACTICES;
const TRIED = { offers: [anOffer({ attempts: [{ at: time('2026-05-05 10:00'), coreHours: 'YES' }] })] } as const;
const HELD = { interviews: [{ state: 'COMPLETED', at: time('2026-05-06 15:00'), departs: false }] } as const;
const advised = (code: StepCode, changes: Partial<EpisodeCourse> = {}, practice: Practice = birmingham): string[] => practiceAdvice(code, aCourse(changes), practice).map((one) => one.code);

describe('what a practice advises at a step', () => {
  it.each<[StepCode, Partial<EpisodeCourse>, Practice, string[]]>([
    ['FIND_CHILD', {}, birmingham, ['OPEN_UNTIL_FOUND']],
    ['HOME_LOOKS_FOR_CHILD', {}, birmingham, ['OPEN_UNTIL_FOUND']],
    ['TRIAGE', {}, birmingham, ['WEEKLY_VISITS']],
    ['TRIAGE', { groups: ['LOOKED_AFTER'] }, birmingham, ['WEEKLY_VISITS', 'MEETING_AT_REQUEST']],
    ['ASSIGN_WORKER', {}, birmingham, []],
    ['ASSIGN_WORKER', { groups: ['PLACED_OUT_OF_AREA'] }, birmingham, ['HOST_MAY_INTERVIEW']],
    ['TRY_AGAIN', { offers: null }, birmingham, []],
    ['TRY_AGAIN', { offers: [anOffer({ attempts: null }), anOffer()] }, birmingham, []],
    ['TRY_AGAIN', TRIED, birmingham, ['TRY_OTHER_METHODS']],
    ['INTERVIEW', HELD, kent, []],
    ['RECORD_PAPERWORK', HELD, kent, ['EXPLOITATION_TOOLKIT']],
    ['FINALISE', HELD, kent, ['EXPLOITATION_TOOLKIT']],
    ['FINALISE', {}, kent, []],
    ['FINALISE', { interviews: [{ state: 'REFUSED', at: time('2026-05-06 15:00'), departs: false }] }, kent, []],
    ['FINALISE', { interviews: null }, kent, []],
    ['FINALISE', HELD, birmingham, []],
  ])('%s %j', (...[code, changes, practice, codes]) => {
    expect(advised(code, changes, practice)).toEqual(codes);
  });

  it('is nothing where the practice is silent, or says that it does not', () => {
    const everything = { ...TRIED, ...HELD, groups: ['LOOKED_AFTER', 'PLACED_OUT_OF_AREA'] } as const;
    for (const code of Object.keys(STEP_WORDS) as StepCode[]) {
      expect([advised(code, everything, SILENT_PRACTICE), advised(code, everything, somerset), advised(code, everything, aPractice({ weeklyVisits: false, openUntilFound: false }))]).toEqual([[], [], []]);
    }
  });

  it('is said with the step, as "perhaps" and by its paragraph', () => {
    const { lacks } = nextStepAt(aCourse({ status: 'MISSING', events: { ...aCourse().events, RETURNED: [] } }), birmingham, moment('2026-05-04 09:00'));
    expect(lacks).toMatchObject([{ code: 'OPEN_UNTIL_FOUND', rule: 'Birmingham 2022, BCT Information sharing and Recording', perhaps: true }]);
  });
});
