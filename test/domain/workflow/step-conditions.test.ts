import { PRACTICES } from '../../../src/domain/authority/known-practices.ts';
import { SILENT_PRACTICE, type Practice } from '../../../src/domain/authority/practice.ts';
import { CLOCK_IDS, type ClockId } from '../../../src/domain/clocks/clock.ts';
import type { PracticeClock } from '../../../src/domain/clocks/practice-clocks.ts';
import type { CourseStep, EpisodeCourse } from '../../../src/domain/workflow/episode-course.ts';
import type { NextStep } from '../../../src/domain/workflow/next-step.ts';
import { clockOfStep } from '../../../src/domain/workflow/step-clock.ts';
import { STEP_WORDS, type StepCode } from '../../../src/domain/workflow/step-words.ts';
import { aClock, moment, time } from '../clocks/some-times.ts';
import { aPractice } from '../interview/a-practice.ts';
import { aCourse, anOffer, aTriage, nextStepAt } from './a-course.ts';

const { kent, mosaic, somerset, 'west-sussex': westSussex } = PRACTICES;
const ANN = ['ann@northmere'];
const next = (changes: Partial<EpisodeCourse>, practice: Practice = SILENT_PRACTICE, now = '2026-05-06 12:00'): NextStep => nextStepAt(aCourse({ workers: ANN, ...changes }), practice, moment(now));
const code = (...given: Parameters<typeof next>): string => next(...given).code;
/** A step that has nothing to do with the matter. */
const OTHER: CourseStep = { step: 'BRIEFING_ANSWER', addressee: 'PARENT_OR_CARER', outcome: 'NOT_SAFE', writtenAt: 1 };

describe('the clock of each step', () => {
  const clock = (id: ClockId, state: 'DUE' | 'LATE' | 'ON_TIME'): PracticeClock => ({ clock: aClock({ id }), reading: state === 'ON_TIME' ? { state } : state === 'DUE' ? { state, at: { first: 1, last: 1 } } : { state, by: { least: 1, most: 1 }, stopped: false }, earlier: [] });
  /** The clocks of a step in the order in which they count. */
  const order = (step: StepCode): string => {
    const found: ClockId[] = [];
    for (;;) {
      const id = clockOfStep(step, CLOCK_IDS.filter((one) => one !== 'OWN' && !found.includes(one)).map((one) => clock(one, 'DUE')))?.clock.id;
      if (id === undefined) {
        return found.join(' ');
      }
      found.push(id);
    }
  };
  const until = 'OFFER CHILD_SEEN INTERVIEW STATUTORY_INTERVIEW';
  const gone = 'STRATEGY STRATEGY_AGAIN STRATEGY_AT_RISK RISK_CONSIDERED PLACING_WORKER_TOLD';

  it.each([
    ['FIND_CHILD', gone],
    ['HOME_LOOKS_FOR_CHILD', gone],
    ['HOLD_STRATEGY_MEETING', 'STRATEGY STRATEGY_AGAIN STRATEGY_AT_RISK'],
    ['BRING_BACK', 'STRATEGY_AGAIN'],
    ['NOTIFY_RETURN', until],
    ['TRIAGE', `ASSIGNED ${until}`],
    ['ASSIGN_WORKER', `ASSIGNED ${until}`],
    ['OFFER', until],
    ['VISIT_TODAY', 'SAME_DAY_VISIT'],
    ['TRY_AGAIN', `ATTEMPTS ${until}`],
    ['CLOSE_OFFER', `ATTEMPTS ${until}`],
    ['INTERVIEW', 'COMPLETED INTERVIEW CHILD_SEEN STATUTORY_INTERVIEW'],
    ['RECORD_PAPERWORK', 'PAPERWORK'],
    ['FOLLOW_UP', 'FOLLOW_UP'],
    ['FINALISE', ''],
    ['SEND_LETTER', ''],
  ] as const)('of %s: %s', (step, ids) => {
    expect(order(step)).toBe(ids);
  });

  it('counts while it is due or late, and not once it is kept', () => {
    expect(clockOfStep('RECORD_PAPERWORK', [clock('PAPERWORK', 'LATE')])?.clock.id).toBe('PAPERWORK');
    expect(clockOfStep('RECORD_PAPERWORK', [clock('PAPERWORK', 'ON_TIME')])).toBeNull();
  });

  it('every step has words of its own', () => {
    expect(new Set(Object.values(STEP_WORDS)).size).toBe(Object.keys(STEP_WORDS).length);
  });
});

describe('a step that has nothing to do with it', () => {
  it.each([
    ['the notification', { steps: [OTHER] }, SILENT_PRACTICE, 'NOTIFY_RETURN'],
    ['the visit of today', { steps: [OTHER], triage: aTriage({ outcome: 'SAME_DAY_VISIT' }) }, SILENT_PRACTICE, 'VISIT_TODAY'],
    ['the paperwork', { steps: [OTHER], interviews: [{ state: 'COMPLETED', at: time('2026-05-05'), departs: false }] }, somerset, 'RECORD_PAPERWORK'],
    ['the form of an episode before the next', { steps: [OTHER], offers: [anOffer({ outcome: 'SUBSEQUENT_MISSING_EPISODE' })] }, kent, 'RECORD_PAPERWORK'],
    ['the letter, nor whether it is safe', { steps: [OTHER], offers: [anOffer({ outcome: 'UNABLE_TO_ESTABLISH_CONTACT', explained: true, tried: ['ALL_NUMBERS', 'ALLOCATED_WORKER', 'CARER'] })] }, mosaic, 'DECIDE_LETTER_SAFE'],
    ['the parents', { steps: [OTHER, { ...OTHER, step: 'LETTER_SENT' }], offers: [anOffer({ outcome: 'DECLINED_BY_PARENT', explained: true })] }, somerset, 'ASK_PARENTS'],
  ] as const)('does not settle %s', (...[, changes, practice, waits]) => {
    expect(code(changes, practice)).toBe(waits);
  });
});

describe('who holds a step, and by which rule', () => {
  it('is the coordinator where a worker is lacking', () => {
    for (const outcome of ['ACCEPTED', null] as const) {
      expect(next({ workers: [], offers: [anOffer({ outcome })] }).holder).toEqual({ role: 'HUB_COORDINATOR', people: [], coveredBy: null });
    }
    expect(next({ workers: null, offers: [anOffer()] })).toMatchObject({ code: 'TRY_AGAIN', holder: { role: 'RETURN_WORKER', people: [] } });
    expect(next({ triage: aTriage(), workers: [] }).holder.role).toBe('HUB_COORDINATOR');
  });

  it('is the coordinator for a child who goes to social care, and for the asking again without a worker, by the set day', () => {
    const told = { steps: [{ step: 'RETURN_NOTIFIED', addressee: null, outcome: null, writtenAt: 0 }] } as const;
    expect(next({ ...told, ages: { least: 5, most: 5 } }, somerset).holder.role).toBe('HUB_COORDINATOR');
    const due = { first: moment('2026-05-02') - 1, last: moment('2026-05-02') - 1 };
    expect(next({ workers: [], triage: aTriage({ outcome: 'NOT_APPROPRIATE_NOW', askAgainOn: '2026-05-01' }) })).toMatchObject({ holder: { role: 'HUB_COORDINATOR' }, due });
  });

  it('names the rule of the visit on the day, and of the tries', () => {
    expect(next({ triage: aTriage({ outcome: 'SAME_DAY_VISIT' }) }).source).toBe("Homeward's default, after Birmingham 2022, When a child returns");
    expect(next({ triage: aTriage({ outcome: 'SAME_DAY_VISIT' }) }, PRACTICES.birmingham).source).toBe('Birmingham 2022, When a child returns');
    expect(next({ offers: [anOffer({ outcome: 'UNABLE_TO_ESTABLISH_CONTACT' })] }, mosaic).source).toBe('Mosaic authority 2022, Closure process, unable to establish contact');
  });

  it('of a letter whose addressee nobody can tell is the rule on letters, and none where there is none', () => {
    const unable = { offers: [anOffer({ outcome: 'DECLINED_BY_PARENT', explained: true })], steps: [] } as const;
    const silent = aPractice({ refusal: { explanation: false, letter: true, askParents: false } });
    expect(next(unable, silent)).toMatchObject({ code: 'SEND_LETTER', source: null });
    expect(next({ ...unable, ages: null }, somerset)).toMatchObject({ code: 'SEND_LETTER', source: 'Somerset 4.6' });
  });

  it('of a letter to two waits while it is not recorded as safe for one of them', () => {
    const practice = aPractice({ refusal: { explanation: false, letter: true, askParents: false }, letter: { safeToSendFirst: true, bands: [{ from: 0, until: null, livingIndependently: null, to: ['PARENT_OR_CARER', 'CHILD'] }] } });
    const safe = (addressee: string): CourseStep => ({ step: 'SAFE_TO_SEND', addressee, outcome: 'SAFE', writtenAt: 0 });
    const refused = (steps: readonly CourseStep[]): string => code({ offers: [anOffer({ outcome: 'DECLINED_BY_PARENT' })], steps }, practice);
    expect(refused([safe('CHILD')])).toBe('DECIDE_LETTER_SAFE');
    expect(refused([safe('CHILD'), safe('PARENT_OR_CARER')])).toBe('SEND_LETTER');
    expect(refused([safe('CHILD'), { ...safe('PARENT_OR_CARER'), outcome: 'NOT_SAFE' }])).toBe('SEND_LETTER');
  });
});

describe('what came last', () => {
  it('stays refused when the coordinator looks at the return again, and is opened again only after not now', () => {
    const later = aTriage({ at: time('2026-05-06 09:00') });
    expect(code({ offers: [anOffer({ outcome: 'DECLINED_BY_PARENT' })], triage: later })).toBe('FINALISE');
    expect(code({ offers: [anOffer({ outcome: 'NOT_APPROPRIATE', askAgainOn: '2026-05-09' })], triage: later })).toBe('OFFER');
    expect(code({ offers: [anOffer({ outcome: 'NOT_APPROPRIATE', askAgainOn: '2026-05-09' })], triage: null })).toBe('COVERED');
    expect(code({ offers: [anOffer({ outcome: 'NOT_APPROPRIATE', askAgainOn: '2026-05-09' })], triage: 'NONE' })).toBe('COVERED');
  });

  it('of two on one day is the open one rather than the closed, in whichever order they are told', () => {
    const both = [anOffer({ outcome: 'DECLINED_BY_PARENT', at: time('2026-05-05') }), anOffer({ outcome: null })];
    expect([both, both.toReversed()].map((offers) => code({ offers }))).toEqual(['TRY_AGAIN', 'TRY_AGAIN']);
  });

  it('has its explanation with any of the offers before a refused interview', () => {
    const interviews = [{ state: 'REFUSED', at: time('2026-05-06 09:00'), departs: false }] as const;
    const offers = [anOffer({ outcome: 'DECLINED_BY_PARENT', explained: true, at: time('2026-05-04 12:00') }), anOffer({ outcome: 'ACCEPTED', explained: false })];
    expect(code({ offers, interviews }, somerset)).toBe('SEND_LETTER');
  });

  it('by advice to the parent asks for no form in Kent either', () => {
    expect(code({ offers: [anOffer({ outcome: 'PARENT_ACCEPTED_ADVICE_ONLY' })] }, kent)).toBe('FINALISE');
    expect(code({ offers: [anOffer({ outcome: 'SUBSEQUENT_MISSING_EPISODE' })] }, westSussex)).toBe('FINALISE');
  });
});

describe('tries without days', () => {
  it('are counted where the practice has no days of trying, and none are owed beyond them', () => {
    const practice = aPractice({ attempts: { atLeast: 2, differentTimes: false, outsideCoreHours: 0 } }, [aClock({ id: 'PAPERWORK', start: 'RETURNED' })]);
    const tried = (number: number): NextStep => next({ offers: [anOffer({ attempts: Array.from({ length: number }, () => ({ at: time('2026-05-05 10:00'), coreHours: 'YES' as const })) })] }, practice);
    expect(tried(1)).toMatchObject({ code: 'TRY_AGAIN', triesLacking: 1 });
    expect(tried(3)).toMatchObject({ code: 'CLOSE_OFFER', triesLacking: 0 });
  });
});
