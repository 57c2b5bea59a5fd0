import { PRACTICES } from '../../../src/domain/authority/known-practices.ts';
import { SILENT_PRACTICE, type Practice } from '../../../src/domain/authority/practice.ts';
import { ceScreen, type OwedState, type ScreenFacts } from '../../../src/domain/interview/ce-screen.ts';
import { preventionPlan, type PlanFacts } from '../../../src/domain/interview/prevention-plan.ts';
import { owedRecords } from '../../../src/domain/workflow/owed-records.ts';
import { time } from '../clocks/some-times.ts';
import { aPractice } from './a-practice.ts';

const { somerset } = PRACTICES;

describe('the child exploitation screen (Somerset 4.12)', () => {
  const screened = (changes: Partial<ScreenFacts>, practice: Practice = somerset): OwedState => ceScreen({ ages: { least: 14, most: 14 }, missingSince: time('2026-05-03 20:00'), screens: [], ...changes }, practice);
  const screen = (at: string, by: 'SOCIAL_WORKER' | 'RETURN_WORKER' | 'OTHER' = 'SOCIAL_WORKER'): NonNullable<ScreenFacts['screens']>[number] => ({ at: time(at), by });

  it.each([
    [12, 12, 'NOT_OWED'],
    [12, 13, 'CANNOT_TELL'],
    [13, 13, 'OWED'],
    [17, 17, 'OWED'],
  ])('of a child of %d to %d years is %s', (least, most, state) => {
    expect(screened({ ages: { least, most } })).toEqual({ state, rule: 'Somerset 4.12' });
  });

  it('cannot be told of a child whose age nobody tells', () => {
    expect(screened({ ages: null }).state).toBe('CANNOT_TELL');
    expect(screened({ ages: null, screens: [screen('2026-05-04 10:00')] }).state).toBe('NOT_OWED');
  });

  it.each([
    ['a social worker after the child was missed', [screen('2026-05-03 20:01')], 'NOT_OWED'],
    ['a social worker before', [screen('2026-05-03 19:59')], 'OWED'],
    ['a social worker on the day, whose hour nobody says', [screen('2026-05-03')], 'CANNOT_TELL'],
    ['a social worker in the same minute', [screen('2026-05-03 20:00')], 'CANNOT_TELL'],
    ['a social worker before and after', [screen('2026-04-03'), screen('2026-05-05')], 'NOT_OWED'],
    ['somebody else after', [screen('2026-05-05', 'OTHER')], 'OWED'],
    ['the return worker after', [screen('2026-05-05', 'RETURN_WORKER')], 'DONE'],
    ['the return worker before', [screen('2026-05-01', 'RETURN_WORKER')], 'OWED'],
    ['the return worker on the day', [screen('2026-05-03', 'RETURN_WORKER')], 'CANNOT_TELL'],
    ['both after', [screen('2026-05-05'), screen('2026-05-05', 'RETURN_WORKER')], 'DONE'],
  ] as const)('done by %s is %s', (...[, screens, state]) => {
    expect(screened({ screens }).state).toBe(state);
  });

  it('cannot be told where no source says when the child was missed', () => {
    expect(screened({ missingSince: null, screens: [screen('2026-05-05')] }).state).toBe('CANNOT_TELL');
    expect(screened({ missingSince: null }).state).toBe('OWED');
  });

  it('is not known to who may not see screens, unless the age settles it, and silent in other practices', () => {
    expect(screened({ screens: null }).state).toBe('NOT_KNOWN');
    expect(screened({ screens: null, ages: { least: 9, most: 9 } }).state).toBe('NOT_OWED');
    expect(screened({}, PRACTICES.kent)).toEqual({ state: 'SILENT', rule: null });
  });
});

describe('risk assessment and prevention plan (Somerset 4.13)', () => {
  const plan = (changes: Partial<PlanFacts>, practice: Practice = somerset): string => preventionPlan({ socialWorkerAllocated: false, riskAssessed: false, planMade: false, reasonNoted: false, ...changes }, practice).state;

  it.each([
    [{}, 'OWED'],
    [{ riskAssessed: true }, 'OWED'],
    [{ planMade: true }, 'OWED'],
    [{ riskAssessed: true, planMade: true }, 'DONE'],
    [{ reasonNoted: true }, 'DONE'],
    [{ socialWorkerAllocated: true }, 'NOT_OWED'],
    [{ socialWorkerAllocated: null }, 'NOT_KNOWN'],
    [{ socialWorkerAllocated: null, reasonNoted: true }, 'DONE'],
    [{ reasonNoted: null }, 'NOT_KNOWN'],
    [{ riskAssessed: true, planMade: null }, 'NOT_KNOWN'],
    [{ riskAssessed: false, planMade: null }, 'OWED'],
    [{ riskAssessed: null, planMade: true }, 'NOT_KNOWN'],
  ])('with %j are %s', (changes, state) => {
    expect(plan(changes)).toBe(state);
  });

  it('are silent elsewhere, and go by the practice', () => {
    expect(preventionPlan({ socialWorkerAllocated: false, riskAssessed: false, planMade: false, reasonNoted: false }, SILENT_PRACTICE)).toEqual({ state: 'SILENT', rule: null });
    expect(plan({ reasonNoted: true }, aPractice({ preventionPlan: { withoutSocialWorker: true, elseReason: false } }))).toBe('OWED');
    expect(plan({}, aPractice({ preventionPlan: { withoutSocialWorker: false, elseReason: true } }))).toBe('NOT_OWED');
    expect(preventionPlan({ socialWorkerAllocated: true, riskAssessed: null, planMade: null, reasonNoted: null }, somerset).rule).toBe('Somerset 4.13');
  });
});

describe('what is owed beside an interview', () => {
  const of = (state: OwedState['state']): OwedState => ({ state, rule: null });
  it.each([
    ['OWED', 'OWED', ['CE_SCREEN', 'PREVENTION_PLAN']],
    ['OWED', 'DONE', ['CE_SCREEN']],
    ['NOT_OWED', 'OWED', ['PREVENTION_PLAN']],
    ['CANNOT_TELL', 'SILENT', []],
    ['NOT_KNOWN', 'OWED', null],
    ['OWED', 'NOT_KNOWN', null],
  ] as const)('screen %s and plan %s: %j', (...[screen, plan, owed]) => {
    expect(owedRecords({ ceScreen: of(screen), preventionPlan: of(plan) })).toEqual(owed);
  });
});
