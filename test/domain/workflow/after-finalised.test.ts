import { PRACTICES } from '../../../src/domain/authority/known-practices.ts';
import { dutiesLeft, type EndingStep } from '../../../src/domain/workflow/duties.ts';
import type { EpisodeCourse } from '../../../src/domain/workflow/episode-course.ts';
import type { NextStep } from '../../../src/domain/workflow/next-step.ts';
import type { ReturnStepKind } from '../../../src/domain/interview/return-steps.ts';
import { moment, time } from '../clocks/some-times.ts';
import { aCourse, nextStepAt } from './a-course.ts';

const NOW = '2026-05-06 12:00';
const HELD = { INTERVIEW_HELD: [time('2026-05-05 10:00')], PAPERWORK_RECORDED: [], FOLLOWED_UP: [], SOCIAL_WORKER_CONTACT: [], RISK_CONSIDERED: [], PLACING_WORKER_TOLD: [] };
const next = (changes: Partial<EpisodeCourse>, practice: keyof typeof PRACTICES, now = NOW): NextStep =>
  nextStepAt(aCourse({ finalised: true, workers: ['ann@northmere'], ...changes, events: { ...aCourse().events, ...HELD, ...changes.events } }), PRACTICES[practice], moment(now));
const step = (kind: NonNullable<EpisodeCourse['steps']>[number]['step']) => ({ steps: [{ step: kind, addressee: null, outcome: null, writtenAt: 0 }] });

describe('an episode that is closed for editing', () => {
  it('waits for the follow-up within a week (West Sussex, What next, 5), until it is done or said not to be owed', () => {
    expect(next({}, 'west-sussex')).toMatchObject({ code: 'FOLLOW_UP', clock: 'FOLLOW_UP', holder: { role: 'RETURN_WORKER', people: ['ann@northmere'] }, source: 'West Sussex, What next, 5' });
    expect(next({}, 'west-sussex', '2026-05-20')).toMatchObject({ code: 'FOLLOW_UP', reading: { state: 'LATE' } });
    expect(next(step('FOLLOWED_UP'), 'west-sussex')).toMatchObject({ code: 'NOTHING' });
    expect(next({ notOwed: ['FOLLOW_UP'] }, 'west-sussex')).toMatchObject({ code: 'NOTHING' });
    expect(next({ notOwed: ['PAPERWORK'] }, 'west-sussex')).toMatchObject({ code: 'FOLLOW_UP' });
  });

  it('waits for what is latest first, then for what is due next (Somerset 4.14, 5.2, 5.2.1)', () => {
    const lookedAfter = { groups: ['LOOKED_AFTER'] as const };
    expect(next(lookedAfter, 'somerset')).toMatchObject({ code: 'CONSIDER_RISK', holder: { role: 'SOCIAL_WORKER' }, source: 'Somerset 5.2.1' });
    expect(next({ ...lookedAfter, notOwed: ['RISK_CONSIDERED'] }, 'somerset')).toMatchObject({ code: 'SOCIAL_WORKER_CONTACT', source: 'Somerset 5.2' });
    expect(next({ ...lookedAfter, notOwed: ['RISK_CONSIDERED', 'SOCIAL_WORKER_CONTACT'] }, 'somerset')).toMatchObject({ code: 'RECORD_PAPERWORK', holder: { role: 'RETURN_WORKER' } });
    expect(next({ groups: ['PLACED_OUT_OF_AREA'], notOwed: ['PAPERWORK'] }, 'somerset')).toMatchObject({ code: 'TELL_PLACING_WORKER', clock: 'PLACING_WORKER_TOLD' });
  });

  it('waits for nothing where the practice asks for nothing more (Birmingham), whatever became of an aim (West Sussex)', () => {
    expect(next({}, 'birmingham')).toMatchObject({ code: 'NOTHING', clock: null });
    expect(next({ events: { INTERVIEW_HELD: [], RETURN_NOTIFIED: [time('2026-05-04 10:00')], CHILD_SEEN: [] } }, 'west-sussex', '2026-05-20')).toMatchObject({ code: 'NOTHING' });
  });
});

describe('an episode that waits for nothing', () => {
  const held = (at: string) => ({ events: { INTERVIEW_HELD: [time(at)] } });
  it('says what was late, and that it stays recorded as late', () => {
    expect(next(held('2026-05-08 10:00'), 'birmingham', '2026-05-09').words).toBe(
      'nothing is left to do; this was late, and stays recorded as late: statutory interview (Statutory guidance 2014, paragraph 32, as Kent quotes it); offer (Birmingham 2022, Independent return home conversations)',
    );
    expect(next({ events: { INTERVIEW_HELD: [] } }, 'mosaic', '2026-05-20').words).toBe('nothing is left to do; this was late, and stays recorded as late: statutory interview (Statutory guidance 2014, paragraph 32, as Kent quotes it)');
  });

  it('says no more where nothing was late, but an aim or what is not owed', () => {
    expect(next({}, 'birmingham').words).toBe('nothing is left to do');
    expect(next({ notOwed: ['FOLLOW_UP'], events: { RETURN_NOTIFIED: [time('2026-05-01 10:00')], CHILD_SEEN: [] } }, 'west-sussex', '2026-05-20').words).toBe('nothing is left to do');
  });
});

describe('of duties that ran at the end', () => {
  const ended = (kind: ReturnStepKind, ahead = 0): EndingStep => ({ step: kind, from: 100 + ahead, writtenAt: 100 });

  it('those are left that no step has ended', () => {
    expect(dutiesLeft(['PAPERWORK', 'FOLLOW_UP'], [ended('FOLLOWED_UP')])).toEqual({ left: ['PAPERWORK'], owingUntil: null });
    expect(dutiesLeft(['SOCIAL_WORKER_CONTACT'], [ended('CHILD_SEEN')])).toEqual({ left: ['SOCIAL_WORKER_CONTACT'], owingUntil: null });
    expect(dutiesLeft(['RISK_CONSIDERED', 'PLACING_WORKER_TOLD'], [ended('RISK_CONSIDERED'), ended('PLACING_WORKER_TOLD')])).toEqual({ left: [], owingUntil: null });
  });

  it('those that a step ends which lay ahead when it was written are owed until its time has come', () => {
    expect(dutiesLeft(['PAPERWORK', 'FOLLOW_UP'], [ended('FOLLOWED_UP', 9), ended('PAPERWORK_RECORDED', 5)])).toEqual({ left: [], owingUntil: 109 });
    expect(dutiesLeft(['PAPERWORK'], [ended('PAPERWORK_RECORDED', 9), ended('PAPERWORK_RECORDED', 5)])).toEqual({ left: [], owingUntil: 105 });
    expect(dutiesLeft(['PAPERWORK'], [ended('PAPERWORK_RECORDED', 9), ended('PAPERWORK_RECORDED')])).toEqual({ left: [], owingUntil: null });
  });
});
