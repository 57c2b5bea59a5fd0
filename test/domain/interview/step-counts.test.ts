import { PRACTICES } from '../../../src/domain/authority/known-practices.ts';
import { SILENT_PRACTICE, type Practice } from '../../../src/domain/authority/practice.ts';
import { episodeEvents } from '../../../src/domain/clocks/episode-events.ts';
import { readClocks } from '../../../src/domain/clocks/practice-clocks.ts';
import { isStepDone, timesThatCount, type FollowedTimes } from '../../../src/domain/interview/step-counts.ts';
import type { ReturnStepKind } from '../../../src/domain/interview/return-steps.ts';
import { stepTimeWarnings } from '../../../src/domain/interview/time-warnings.ts';
import { moment, time } from '../clocks/some-times.ts';

const { somerset, birmingham } = PRACTICES;
const BACK = time('2026-05-04 10:00');
const HELD = time('2026-05-05 10:00');
const GONE = time('2026-05-03 20:00');
const TIMES: FollowedTimes = { missing: [GONE], located: [time('2026-05-04 08:00')], returned: [BACK], interviewed: [HELD] };
const NOW = moment('2026-05-06 12:00');

describe('a step of the return counts', () => {
  it.each([
    ['CHILD_SEEN', '2026-05-04 11:00', [time('2026-05-04 11:00')]],
    ['CHILD_SEEN', '2026-05-04', [time('2026-05-04')]],
    ['CHILD_SEEN', '2026-05-04 09:00', []],
    ['PAPERWORK_RECORDED', '2026-05-05 09:00', []],
    ['PAPERWORK_RECORDED', '2026-05-05 11:00', [time('2026-05-05 11:00')]],
    ['FOLLOWED_UP', '2026-05-05 09:00', []],
    ['VISITED', '2026-05-04 09:00', [time('2026-05-04 09:00')]],
    ['VISITED', '2026-05-04 07:00', []],
    ['RISK_CONSIDERED', '2026-05-03 23:00', [time('2026-05-03 23:00')]],
    ['RISK_CONSIDERED', '2026-05-03 19:59', []],
    ['STRATEGY_MEETING', '2025-05-03 19:59', []],
    ['SOCIAL_WORKER_AWARE', '2025-07-08 12:00', []],
    ['CE_SCREEN', '2026-05-03 19:59', []],
    ['CARER_INFORMATION', '2026-05-04 09:00', []],
  ] as const)('%s of %s at %j', (step, at, counted) => {
    expect(timesThatCount({ step, at: time(at) }, TIMES)).toEqual(counted);
  });

  it('before what it follows by the word of whoever says why, also at the time of that', () => {
    expect(timesThatCount({ step: 'CHILD_SEEN', at: time('2026-05-04 09:00'), departs: true }, TIMES)).toEqual([time('2026-05-04 09:00'), BACK]);
  });

  it('whenever it was, where nobody says when what it follows happened', () => {
    expect(timesThatCount({ step: 'CHILD_SEEN', at: time('2026-05-01') }, { ...TIMES, returned: [null] })).toHaveLength(1);
    expect(timesThatCount({ step: 'PAPERWORK_RECORDED', at: time('2026-05-04 11:00') }, { ...TIMES, interviewed: [] })).toHaveLength(1);
  });

  it('as done once its time has come; that a letter is not safe at once, and that it is safe as any step', () => {
    const done = (step: ReturnStepKind, at: string, outcome: string | null = null): boolean => isStepDone({ step, at: time(at), outcome }, TIMES, NOW);
    expect([done('LETTER_SENT', '2026-05-06 13:00'), done('LETTER_SENT', '2026-05-06 12:00')]).toEqual([false, true]);
    expect([done('SAFE_TO_SEND', '2025-05-06 13:00', 'NOT_SAFE'), done('SAFE_TO_SEND', '2026-05-06 13:00', 'SAFE'), done('SAFE_TO_SEND', '2025-05-06 13:00', 'SAFE'), done('SAFE_TO_SEND', '2026-05-06 11:00', 'SAFE')]).toEqual([true, false, false, true]);
  });
});

describe('the clocks of a return', () => {
  const reading = (id: string, steps: readonly { step: ReturnStepKind; at: string }[], held: string): unknown => {
    const episode = { id: 'e1', report: {}, locatedAt: null, returnedAt: { value: BACK }, safeAndWell: null };
    const told = { offers: [], interviews: [{ state: 'COMPLETED' as const, at: time(held), departs: false, episodes: ['e1'] }], steps: steps.map(({ step, at }) => ({ step, at: time(at) })), workers: [] };
    return readClocks(somerset, [], { events: episodeEvents(episode, told, { ...somerset, now: moment('2026-05-20') }), now: moment('2026-05-20') }).find(({ clock }) => clock.id === id)?.reading;
  };

  const TOLD = { step: 'RETURN_NOTIFIED', at: '2026-05-04 11:00' } as const;

  it('are not stopped by paperwork that was recorded before its interview (Somerset 4.14)', () => {
    expect(reading('PAPERWORK', [TOLD, { step: 'PAPERWORK_RECORDED', at: '2026-05-05 09:00' }], '2026-05-05 10:00')).toMatchObject({ state: 'LATE', stopped: false });
    expect(reading('PAPERWORK', [{ step: 'PAPERWORK_RECORDED', at: '2026-05-05 09:00' }], '2026-05-05 10:00')).toEqual(reading('PAPERWORK', [], '2026-05-05 10:00'));
    expect(reading('PAPERWORK', [{ step: 'PAPERWORK_RECORDED', at: '2026-05-05 11:00' }], '2026-05-05 10:00')).toEqual({ state: 'ON_TIME' });
  });

  it('are not started by an interview before the return', () => {
    expect(reading('PAPERWORK', [], '2026-05-04 09:00')).toMatchObject({ state: 'CANNOT_TELL', why: 'NOT_STARTED' });
    expect(reading('STATUTORY_INTERVIEW', [], '2026-05-04 09:00')).toMatchObject({ state: 'LATE' });
  });
});

describe('what is said of the time of a step', () => {
  const warned = (step: ReturnStepKind, at: string, { practice = somerset, departs = false }: { practice?: Practice; departs?: boolean } = {}): unknown =>
    stepTimeWarnings({ step, at: time(at), departs }, { times: TIMES, practice, now: NOW }).map(({ code, rule }) => [code, rule]);
  const STATUTORY = 'Statutory guidance 2014, paragraph 32, as Kent quotes it';

  it('is that it lies before the return, the interview or the locating, or ahead, with the rule', () => {
    expect(warned('CHILD_SEEN', '2026-05-04 09:00')).toEqual([['STEP_BEFORE_RETURN', STATUTORY]]);
    expect(warned('PAPERWORK_RECORDED', '2026-05-05 09:00')).toEqual([['STEP_BEFORE_INTERVIEW', 'Somerset 4.14']]);
    expect(warned('VISITED', '2026-05-04 07:00')).toEqual([['STEP_BEFORE_LOCATED', 'Somerset 5.2.2']]);
    expect(warned('VISITED', '2026-05-04 07:00', { practice: birmingham })).toEqual([['STEP_BEFORE_LOCATED', 'Birmingham 2022, When a child returns']]);
    expect(warned('RISK_CONSIDERED', '2026-05-06 13:00')).toEqual([['STEP_IN_FUTURE', STATUTORY]]);
    expect(warned('RISK_CONSIDERED', '2026-05-03 19:59')).toEqual([['STEP_BEFORE_MISSING', 'Somerset 5.2.1']]);
    expect(warned('PROFESSIONAL_TOLD', '2026-05-03 19:59')).toEqual([['STEP_BEFORE_MISSING', STATUTORY]]);
    expect(warned('VISITED', '2026-05-04 09:59', { practice: birmingham })).toEqual([['VISIT_BEFORE_RETURN', 'Birmingham 2022, When a child returns']]);
  });

  it('is nothing of one in its time, or whose writer says why, and of an interview only where a clock runs from it', () => {
    expect([warned('CHILD_SEEN', '2026-05-04 11:00'), warned('CHILD_SEEN', '2026-05-04 09:00', { departs: true }), warned('PAPERWORK_RECORDED', '2026-05-05 09:00', { practice: SILENT_PRACTICE })]).toEqual([[], [], []]);
  });
});
