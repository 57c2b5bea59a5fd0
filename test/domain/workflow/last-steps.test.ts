import { PRACTICES } from '../../../src/domain/authority/known-practices.ts';
import { SILENT_PRACTICE, type Practice } from '../../../src/domain/authority/practice.ts';
import type { CourseStep, EpisodeCourse } from '../../../src/domain/workflow/episode-course.ts';
import type { NextStep } from '../../../src/domain/workflow/next-step.ts';
import { moment, time } from '../clocks/some-times.ts';
import { aPractice } from '../interview/a-practice.ts';
import { aCourse, anOffer, nextStepAt } from './a-course.ts';

const { kent, mosaic, somerset, 'west-sussex': westSussex } = PRACTICES;
const ANN = ['ann@northmere'];
const next = (changes: Partial<EpisodeCourse>, practice: Practice = SILENT_PRACTICE): NextStep => nextStepAt(aCourse({ workers: ANN, ...changes }), practice, moment('2026-05-07 12:00'));
const code = (...given: Parameters<typeof next>): string => next(...given).code;
const done = (...steps: readonly (CourseStep['step'] | Partial<CourseStep>)[]): CourseStep[] => steps.map((step) => ({ step: 'SAFE_TO_SEND', addressee: null, outcome: null, writtenAt: 0, ...(typeof step === 'string' ? { step } : step) }));

describe('once the interview is held', () => {
  const held = (changes: Partial<EpisodeCourse> = {}): Partial<EpisodeCourse> => ({
    interviews: [{ state: 'COMPLETED', at: time('2026-05-06 15:00'), departs: false }],
    events: { ...aCourse().events, INTERVIEW_HELD: [time('2026-05-06 15:00')], PAPERWORK_RECORDED: [], FOLLOWED_UP: [] },
    ...changes,
  });

  it.each([
    ['paperwork (Somerset 4.14)', somerset, [], [], 'RECORD_PAPERWORK'],
    ['the CE screen that is owed (Somerset 4.12)', somerset, ['PAPERWORK_RECORDED'], ['PREVENTION_PLAN', 'CE_SCREEN'], 'CE_SCREEN'],
    ['the prevention plan that is owed (Somerset 4.13)', somerset, ['PAPERWORK_RECORDED'], ['PREVENTION_PLAN'], 'PREVENTION_PLAN'],
    ['nothing more', somerset, ['PAPERWORK_RECORDED'], [], 'FINALISE'],
    ['the follow-up within a week (West Sussex)', westSussex, [], [], 'FOLLOW_UP'],
    ['nothing more after it', westSussex, ['FOLLOWED_UP'], [], 'FINALISE'],
    ['nothing a silent practice does not ask for', SILENT_PRACTICE, [], [], 'FINALISE'],
  ] as const)('waits for %s', (...[, practice, steps, owed, waits]) => {
    expect(next(held({ steps: done(...steps), owed }), practice)).toMatchObject({ code: waits, holder: { role: 'RETURN_WORKER', people: ANN } });
  });

  it.each([['CE_SCREEN', 'Somerset 4.12'], ['PREVENTION_PLAN', 'Somerset 4.13']] as const)('names the rule that asks for what is owed: %s', (record, source) => {
    expect(next(held({ steps: done('PAPERWORK_RECORDED'), owed: [record] }), somerset)).toMatchObject({ code: record, source });
  });

  it('has the paperwork and the follow-up by their clocks', () => {
    expect(next(held(), somerset)).toMatchObject({ clock: 'PAPERWORK', reading: { state: 'DUE' }, source: 'Somerset 4.14' });
    expect(next(held(), westSussex)).toMatchObject({ clock: 'FOLLOW_UP', reading: { state: 'DUE' }, source: 'West Sussex, What next, 5' });
  });

  it('sends the letter that is recorded as safe, to everybody for whom it is', () => {
    const safe = { step: 'SAFE_TO_SEND', addressee: 'CHILD', outcome: 'SAFE' } as const;
    expect(next(held({ steps: done(safe) }))).toMatchObject({ code: 'SEND_LETTER', lacks: [{ code: 'LETTER_SAFE_FOR_CHILD' }] });
    expect(next(held({ steps: done(safe, { ...safe, addressee: 'PARENT_OR_CARER' }) })).lacks).toMatchObject([{ code: 'LETTER_SAFE_FOR_PARENT_OR_CARER' }, { code: 'LETTER_SAFE_FOR_CHILD' }]);
    expect(code(held({ steps: done(safe, { step: 'LETTER_SENT', addressee: 'PARENT_OR_CARER' }) }))).toBe('SEND_LETTER');
    expect(code(held({ steps: done(safe, { step: 'LETTER_SENT', addressee: 'CHILD' }) }))).toBe('FINALISE');
    expect(code(held({ steps: done({ ...safe, outcome: 'NOT_SAFE' }) }))).toBe('FINALISE');
    expect(code(held({ steps: done({ ...safe, outcome: null }) }))).toBe('FINALISE');
    expect(code(held({ steps: done({ ...safe, outcome: 'Not safe' }) }))).toBe('FINALISE');
  });

  it.each([{ steps: null }, { owed: null }, { finalised: null }])('is not known to a reader who may not see what decides it: %j', (hidden) => {
    expect(next(held({ steps: done('PAPERWORK_RECORDED'), ...hidden }), somerset)).toMatchObject({ code: 'NOT_KNOWN', holder: { role: null, people: [] } });
  });

  it('goes before every offer, whatever became of it', () => {
    expect(code(held({ offers: [anOffer({ outcome: 'DECLINED_BY_PARENT', at: time('2026-05-07') })] }), somerset)).toBe('RECORD_PAPERWORK');
  });
});

describe('once it is refused', () => {
  const refused = (changes: Partial<EpisodeCourse> = {}, outcome: 'DECLINED_BY_PARENT' | 'DECLINED_BY_YOUNG_PERSON' | 'REFUSED_AFTER_BOOKING' = 'DECLINED_BY_YOUNG_PERSON', explained: boolean | null = true): Partial<EpisodeCourse> => ({
    offers: [anOffer({ outcome, explained })],
    ...changes,
  });

  it.each(['DECLINED_BY_PARENT', 'DECLINED_BY_YOUNG_PERSON', 'REFUSED_AFTER_BOOKING'] as const)('as %s waits for explanation, letter and the parents in turn (Somerset 4.8, 4.10)', (outcome) => {
    expect(next(refused({}, outcome, false), somerset)).toMatchObject({ code: 'EXPLAIN', source: 'Somerset 4.8, 4.10', holder: { people: ANN } });
    expect(next(refused({}, outcome), somerset)).toMatchObject({ code: 'SEND_LETTER', source: 'Somerset 4.6' });
    expect(next(refused({ steps: done('LETTER_SENT') }, outcome), somerset)).toMatchObject({ code: 'ASK_PARENTS', source: 'Somerset 4.8, 4.10' });
    expect(code(refused({ steps: done('LETTER_SENT', 'PARENTS_ASKED') }, outcome), somerset)).toBe('FINALISE');
  });

  it('takes the explanation that stands with the offer, where an interview was booked and refused', () => {
    const interviews = [{ state: 'REFUSED', at: time('2026-05-06 15:00'), departs: false }] as const;
    expect(code({ offers: [anOffer({ outcome: 'ACCEPTED', explained: false })], interviews }, somerset)).toBe('EXPLAIN');
    expect(code({ offers: [anOffer({ outcome: 'ACCEPTED', explained: true })], interviews }, somerset)).toBe('SEND_LETTER');
  });

  it('waits for no more than the practice asks', () => {
    const practice = aPractice({ refusal: { explanation: false, letter: false, askParents: false } });
    expect(code(refused({ steps: null }, 'DECLINED_BY_PARENT', null), practice)).toBe('FINALISE');
    expect(code(refused({}, 'DECLINED_BY_PARENT', false), kent)).toBe('FINALISE');
  });

  it('is asked a second and a third time where the child said no (West Sussex)', () => {
    const times = (count: number): Partial<EpisodeCourse> => ({ offers: Array.from({ length: count }, (_, nth) => anOffer({ outcome: 'DECLINED_BY_YOUNG_PERSON', at: time(`2026-05-05 1${String(nth)}:00`) })) });
    expect([1, 2, 3].map((count) => code(times(count), westSussex))).toEqual(['ASK_AGAIN', 'ASK_AGAIN', 'FINALISE']);
    expect(code(refused({}, 'DECLINED_BY_PARENT'), westSussex)).toBe('FINALISE');
    expect(next(times(1), westSussex)).toMatchObject({ holder: { people: ANN }, source: 'West Sussex, What makes a good RHI' });
  });

  it('counts no parent\'s word, and no end without an answer, as a time the child was asked', () => {
    const earlier = (['DECLINED_BY_PARENT', 'UNABLE_TO_ESTABLISH_CONTACT', 'NOT_APPROPRIATE'] as const).map((outcome) => anOffer({ outcome, at: time('2026-05-04 12:00') }));
    expect(code({ offers: [...earlier, anOffer({ outcome: 'DECLINED_BY_YOUNG_PERSON' })] }, westSussex)).toBe('ASK_AGAIN');
    const booked = [anOffer({ outcome: 'REFUSED_AFTER_BOOKING', at: time('2026-05-04 12:00') }), anOffer({ outcome: 'DECLINED_BY_YOUNG_PERSON', at: time('2026-05-04 13:00') })];
    expect(code({ offers: [...booked, anOffer({ outcome: 'DECLINED_BY_YOUNG_PERSON' })] }, westSussex)).toBe('FINALISE');
  });

  it('is not known to a reader who may not see what decides it', () => {
    expect(code(refused({}, 'DECLINED_BY_PARENT', null), somerset)).toBe('NOT_KNOWN');
    expect(code(refused({ steps: null }), somerset)).toBe('NOT_KNOWN');
    expect(code(refused({ steps: null }), aPractice({ refusal: { explanation: false, letter: false, askParents: true } }))).toBe('NOT_KNOWN');
  });
});

describe('once nobody could be reached', () => {
  const ALL = ['ALL_NUMBERS', 'ALLOCATED_WORKER', 'CARER'] as const;
  const unable = (offer: Parameters<typeof anOffer>[0], changes: Partial<EpisodeCourse> = {}): Partial<EpisodeCourse> => ({ offers: [anOffer({ outcome: 'UNABLE_TO_ESTABLISH_CONTACT', ...offer })], ...changes });

  it('everybody is tried, then why is written down, then the letter is recorded as safe and sent (Mosaic authority)', () => {
    expect(code(unable({ tried: ['ALL_NUMBERS', 'CARER'] }), mosaic)).toBe('TRY_EVERYBODY');
    expect(code(unable({ tried: ALL }), mosaic)).toBe('EXPLAIN');
    expect(code(unable({ tried: ALL, explained: true }), mosaic)).toBe('DECIDE_LETTER_SAFE');
    const safe = (outcome: string | null, addressee = 'PARENT_OR_CARER'): Partial<EpisodeCourse> => unable({ tried: ALL, explained: true }, { steps: done({ addressee, outcome }) });
    expect(code(safe('SAFE'), mosaic)).toBe('SEND_LETTER');
    expect(code(safe(null), mosaic)).toBe('DECIDE_LETTER_SAFE');
    expect(code(safe('SAFE', 'CHILD'), mosaic)).toBe('DECIDE_LETTER_SAFE');
    expect(code(safe('NOT_SAFE'), mosaic)).toBe('FINALISE');
    expect(code(safe('UNSAFE'), mosaic)).toBe('FINALISE');
    const words = (...outcomes: readonly (string | null)[]): Partial<EpisodeCourse> =>
      unable({ tried: ALL, explained: true }, { steps: done(...outcomes.map((outcome, place) => ({ addressee: 'PARENT_OR_CARER', outcome, writtenAt: -place }))) });
    // The latest written first: what was safe may be so no longer, and what was not may be.
    expect(code(words('NOT_SAFE', 'SAFE'), mosaic)).toBe('FINALISE');
    expect(code(words('SAFE', 'NOT_SAFE'), mosaic)).toBe('SEND_LETTER');
    expect(code(unable({ tried: ALL, explained: true }, { steps: done('LETTER_SENT') }), mosaic)).toBe('FINALISE');
    expect(code(unable({ outcome: 'UNABLE_TO_ESTABLISH_CONTACT_LETTER_SENT', tried: ALL, explained: true }), mosaic)).toBe('FINALISE');
  });

  it('a letter goes out without a word on its safety where the practice asks for none (Somerset 4.6, 4.7)', () => {
    expect(code(unable({}), somerset)).toBe('EXPLAIN');
    expect(next(unable({ explained: true }), somerset)).toMatchObject({ code: 'SEND_LETTER', source: 'Somerset 4.6' });
    expect(code(unable({ explained: true }, { steps: done({ addressee: 'CHILD', outcome: 'NOT_SAFE' }) }), somerset)).toBe('SEND_LETTER');
    expect(code(unable({ explained: true }, { steps: done({ addressee: 'CHILD', outcome: 'NOT_SAFE' }, { addressee: 'PARENT_OR_CARER', outcome: 'NOT_SAFE' }) }), somerset)).toBe('FINALISE');
    expect(next(unable({ explained: true }, { ages: { least: 12, most: 12 } }), somerset)).toMatchObject({ code: 'SEND_LETTER', source: 'Somerset 4.6' });
  });

  it.each<[string, Partial<EpisodeCourse>, string, string[]]>([
    ['at 11', { ages: { least: 11, most: 11 } }, 'SEND_LETTER', ['LETTER_TO_PARENT_OR_CARER']],
    ['at 12, of which the text says nothing', { ages: { least: 12, most: 12 } }, 'SEND_LETTER', ['LETTER_UNDEFINED']],
    ['at 14', {}, 'SEND_LETTER', ['LETTER_TO_BOTH']],
    ['at 17, living independently', { ages: { least: 17, most: 17 }, livingIndependently: true }, 'SEND_LETTER', ['LETTER_TO_CHILD']],
    ['at 17, where nobody says how they live', { ages: { least: 17, most: 17 }, livingIndependently: null }, 'SEND_LETTER', ['LETTER_CANNOT_TELL']],
    ['at 17, and not safe for the parent', { ages: { least: 17, most: 17 }, livingIndependently: null, steps: done({ addressee: 'PARENT_OR_CARER', outcome: 'NOT_SAFE' }) }, 'SEND_LETTER', ['LETTER_CANNOT_TELL', 'LETTER_KEPT_FROM_PARENT_OR_CARER']],
    ['at 14, and not safe for the child', { steps: done({ addressee: 'CHILD', outcome: 'NOT_SAFE' }) }, 'SEND_LETTER', ['LETTER_TO_BOTH', 'LETTER_KEPT_FROM_CHILD']],
    ['at 17, and safe for nobody', { ages: { least: 17, most: 17 }, livingIndependently: null, steps: done({ addressee: 'PARENT_OR_CARER', outcome: 'NOT_SAFE' }, { addressee: 'CHILD', outcome: 'NOT_SAFE' }) }, 'FINALISE', []],
  ])('the step says to whom the letter goes before it is sent (Somerset 4.6): %s', (...[, changes, waits, lacks]) => {
    const step = next(unable({ explained: true }, changes), somerset);
    expect([step.code, step.lacks.map((lack) => lack.code)]).toEqual([waits, lacks]);
  });

  it('a letter that is to be safe first waits for that also where nobody can tell to whom it goes', () => {
    const letter = { safeToSendFirst: true, bands: [{ from: 0, until: null, livingIndependently: true, to: ['CHILD' as const] }, { from: 0, until: null, livingIndependently: null, to: ['PARENT_OR_CARER' as const] }] };
    const practice = aPractice({ unableToContact: { after: [], explanation: false }, letter });
    const asked = (...steps: readonly Partial<CourseStep>[]): string => code(unable({}, { livingIndependently: null, steps: done(...steps) }), practice);
    expect(asked()).toBe('DECIDE_LETTER_SAFE');
    expect(asked({ addressee: 'CHILD', outcome: 'NOT_SAFE' })).toBe('DECIDE_LETTER_SAFE');
    expect(asked({ addressee: 'CHILD', outcome: 'SAFE' })).toBe('SEND_LETTER');
    expect(asked({ addressee: 'CHILD', outcome: 'NOT_SAFE' }, { addressee: 'PARENT_OR_CARER', outcome: 'NOT_SAFE' })).toBe('FINALISE');
  });

  it('a practice that names no addressee still keeps the letter from whom it may harm', () => {
    const practice = aPractice({ refusal: { explanation: false, letter: true, askParents: false } });
    const asked = (...steps: readonly Partial<CourseStep>[]): NextStep => next({ offers: [anOffer({ outcome: 'DECLINED_BY_PARENT' })], steps: done(...steps) }, practice);
    expect(asked()).toMatchObject({ code: 'SEND_LETTER', source: null, lacks: [] });
    expect(asked({ addressee: 'CHILD', outcome: 'NOT_SAFE' })).toMatchObject({ code: 'SEND_LETTER', lacks: [{ code: 'LETTER_KEPT_FROM_CHILD' }] });
    expect(asked({ addressee: 'CHILD', outcome: 'NOT_SAFE' }, { addressee: 'PARENT_OR_CARER', outcome: 'NOT_SAFE' })).toMatchObject({ code: 'FINALISE' });
  });

  it('nothing is asked where the practice is silent, and nothing known of what is hidden', () => {
    expect(code(unable({}), kent)).toBe('FINALISE');
    expect(code(unable({ explained: null }), somerset)).toBe('NOT_KNOWN');
    expect(code(unable({ explained: true }, { steps: null }), somerset)).toBe('NOT_KNOWN');
    expect(code(unable({}), aPractice({ unableToContact: { after: [], explanation: false } }))).toBe('FINALISE');
  });
});

describe('every other end', () => {
  it('by a further episode has a form of its own in Kent, and is closed elsewhere (Somerset 4.18)', () => {
    const offers = [anOffer({ outcome: 'SUBSEQUENT_MISSING_EPISODE' })];
    expect(next({ offers }, kent)).toMatchObject({ code: 'RECORD_PAPERWORK', source: 'Kent, Children who go missing before a return interview can take place', lacks: [{ code: 'FORM_OF_MANDATORY_QUESTIONS', perhaps: false }] });
    expect(code({ offers, steps: done('PAPERWORK_RECORDED') }, kent)).toBe('FINALISE');
    expect(code({ offers, steps: null }, kent)).toBe('NOT_KNOWN');
    expect(code({ offers }, somerset)).toBe('FINALISE');
    expect(code({ offers, steps: null }, somerset)).toBe('FINALISE');
  });

  it('by advice to the parent leaves nothing but to finalise, by the worker, else by the coordinator', () => {
    const offers = [anOffer({ outcome: 'PARENT_ACCEPTED_ADVICE_ONLY' })];
    expect(next({ offers }, somerset)).toMatchObject({ code: 'FINALISE', holder: { role: 'RETURN_WORKER', people: ANN } });
    expect(next({ offers, workers: [] }, somerset)).toMatchObject({ code: 'FINALISE', holder: { role: 'HUB_COORDINATOR', people: [] } });
    expect(next({ offers, workers: null }, somerset)).toMatchObject({ code: 'FINALISE', holder: { role: 'HUB_COORDINATOR' } });
    expect(code({ offers, finalised: null }, somerset)).toBe('NOT_KNOWN');
  });

  it('is followed by nothing once the episode is finalised, whatever was left out', () => {
    expect(next({ finalised: true }, somerset)).toMatchObject({ code: 'NOTHING', holder: { role: null, people: [], coveredBy: null }, clock: null, due: null });
    expect(code({ finalised: true, status: null })).toBe('NOTHING');
    expect(code({ finalised: true, status: 'MISSING' })).toBe('NOTHING');
  });
});
