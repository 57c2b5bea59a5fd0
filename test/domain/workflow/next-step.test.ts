import { PRACTICES } from '../../../src/domain/authority/known-practices.ts';
import { SILENT_PRACTICE, type Practice } from '../../../src/domain/authority/practice.ts';
import type { EpisodeCourse } from '../../../src/domain/workflow/episode-course.ts';
import type { NextStep } from '../../../src/domain/workflow/next-step.ts';
import { aClock, moment, time } from '../clocks/some-times.ts';
import { clocksOfCourse } from '../../../src/domain/workflow/step-clock.ts';
import { aCourse, anOffer, aTriage, nextStepAt } from './a-course.ts';

const NOW = '2026-05-06 12:00';
const { birmingham, kent, somerset, 'west-sussex': westSussex } = PRACTICES;
const next = (changes: Partial<EpisodeCourse>, practice: Practice = SILENT_PRACTICE, now = NOW): NextStep => nextStepAt(aCourse(changes), practice, moment(now));
const code = (...given: Parameters<typeof next>): string => next(...given).code;
const NOTIFIED = [{ step: 'RETURN_NOTIFIED', addressee: null, outcome: null, writtenAt: 0 }] as const;
const ANN = ['ann@northmere'];
const gone = (changes: Partial<EpisodeCourse>): Partial<EpisodeCourse> => ({ status: 'MISSING', events: { MISSING_STARTED: [time('2026-05-06 10:00')], LOCATED: [], RETURNED: [] }, ...changes });

describe('while a child is gone', () => {
  it.each([
    ['MISSING', 'HIGH', 'FIND_CHILD', 'POLICE_MISSING_TEAM'],
    ['MISSING', 'MEDIUM', 'FIND_CHILD', 'POLICE_MISSING_TEAM'],
    ['MISSING', 'LOW', 'FIND_CHILD', 'POLICE_MISSING_TEAM'],
    ['MISSING', 'NOT_GRADED', 'FIND_CHILD', 'POLICE_MISSING_TEAM'],
    ['MISSING', 'VERY_LOW', 'HOME_LOOKS_FOR_CHILD', 'HOME'],
    ['MISSING', null, 'NOT_KNOWN', null],
    ['AWAY', 'VERY_LOW', 'BRING_BACK', 'SOCIAL_WORKER'],
    ['AWAY', null, 'BRING_BACK', 'SOCIAL_WORKER'],
    ['LOCATED', 'HIGH', 'BRING_BACK', 'SOCIAL_WORKER'],
    [null, 'HIGH', 'NOT_KNOWN', null],
  ] as const)('%s at risk %s waits for %s, held by %s', (...[status, risk, waits, role]) => {
    expect(next(gone({ status, risk }))).toMatchObject({ code: waits, holder: { role, people: [], coveredBy: null } });
  });

  it('has the home look at the risk again at a time, and raise it once that time has come (Birmingham)', () => {
    const at = moment('2026-05-06 12:30');
    const home = gone({ risk: 'VERY_LOW', homeReviewAt: at });
    expect(next(home)).toMatchObject({ code: 'HOME_LOOKS_FOR_CHILD', due: { first: at, last: at }, source: "Homeward's default, after Birmingham 2022, Police response" });
    expect(next(home, birmingham).source).toBe('Birmingham 2022, Police response');
    expect(next(home, SILENT_PRACTICE, '2026-05-06 12:30')).toMatchObject({ code: 'RAISE_RISK', holder: { role: 'HOME' }, due: { first: at, last: at } });
    expect(next(gone({ risk: 'VERY_LOW' })).due).toBeNull();
  });

  it('asks for the strategy meeting where its clock is late, whoever looks for the child (Somerset 5.2.2)', () => {
    const long = gone({ groups: ['LOOKED_AFTER'], events: { MISSING_STARTED: [time('2026-05-05 10:00')], LOCATED: [], RETURNED: [], STRATEGY_MEETING: [] } });
    expect(next(long, somerset)).toMatchObject({ code: 'HOLD_STRATEGY_MEETING', holder: { role: 'SOCIAL_WORKER' }, clock: 'STRATEGY', reading: { state: 'LATE' }, due: null, source: 'Somerset 5.2.2' });
    expect(code({ ...long, risk: 'VERY_LOW' }, somerset)).toBe('HOLD_STRATEGY_MEETING');
    expect(next(long, somerset, '2026-05-06 09:00')).toMatchObject({ code: 'FIND_CHILD', clock: 'STRATEGY', reading: { state: 'DUE' } });
    const met = { ...long, events: { ...long.events, STRATEGY_MEETING: [time('2026-05-05 12:00')], VISITED: [] } };
    expect(code(met, somerset)).toBe('FIND_CHILD');
    expect(next(met, somerset, '2026-05-09 12:00')).toMatchObject({ code: 'HOLD_STRATEGY_MEETING', clock: 'STRATEGY_AGAIN' });
    expect(next({ ...met, status: 'LOCATED', events: { ...met.events, LOCATED: [time('2026-05-06 11:00')] } }, somerset)).toMatchObject({ code: 'BRING_BACK', clock: 'STRATEGY_AGAIN' });
  });

  it('asks for a strategy meeting that is late until the child is located and visited, and not only located (Somerset 5.2.2)', () => {
    const events = { MISSING_STARTED: [time('2026-05-04 10:00')], LOCATED: [time('2026-05-06 10:00')], RETURNED: [], STRATEGY_MEETING: [] };
    const located = gone({ status: 'LOCATED', groups: ['LOOKED_AFTER'], events: { ...events, VISITED: [] } });
    expect(next(located, somerset)).toMatchObject({ code: 'HOLD_STRATEGY_MEETING', clock: 'STRATEGY' });
    expect(code({ ...located, events: { ...events, VISITED: [time('2026-05-06 11:00')] } }, somerset)).toBe('BRING_BACK');
    expect(code({ ...located, events: { ...events, VISITED: [time('2026-05-06 13:00')] } }, somerset)).toBe('HOLD_STRATEGY_MEETING');
    expect(code({ ...located, status: 'MISSING', events: { ...events, LOCATED: [], VISITED: [time('2026-05-06 11:00')] } }, somerset)).toBe('HOLD_STRATEGY_MEETING');
  });
});

describe('once the child is back, until there is an offer', () => {
  it.each([
    ['nobody told the team', {}, 'NOTIFY_RETURN', 'HUB_COORDINATOR', []],
    ['the team is told', { steps: NOTIFIED }, 'TRIAGE', 'HUB_COORDINATOR', []],
    ['a reader who may not see steps', { steps: null }, 'TRIAGE', 'HUB_COORDINATOR', []],
    ['it is triaged', { triage: aTriage() }, 'ASSIGN_WORKER', 'HUB_COORDINATOR', []],
    ['a worker is assigned', { triage: aTriage(), workers: ANN }, 'OFFER', 'RETURN_WORKER', ANN],
    ['a worker is assigned and nobody triaged', { workers: ANN, steps: NOTIFIED }, 'TRIAGE', 'HUB_COORDINATOR', []],
    ['a reader who may not see the triage', { triage: null, workers: ANN }, 'NOT_KNOWN', null, []],
    ['a reader who may not see who works', { triage: aTriage(), workers: null }, 'NOT_KNOWN', null, []],
    ['a reader who may not see offers', { triage: aTriage(), workers: ANN, offers: null }, 'NOT_KNOWN', null, []],
    ['a reader who may not see interviews', { triage: aTriage(), workers: ANN, interviews: null }, 'NOT_KNOWN', null, []],
  ] as const)('%s: %j waits for %s', (...[, changes, waits, role, people]) => {
    expect(next(changes)).toMatchObject({ code: waits, holder: { role, people, coveredBy: null } });
  });

  it.each([
    [7, 7, 'PASS_TO_SOCIAL_CARE'],
    [7, 8, 'TRIAGE'],
    [8, 8, 'TRIAGE'],
  ])('of a child of %d to %d years waits for %s (Somerset 4.3)', (least, most, waits) => {
    expect(code({ steps: NOTIFIED, ages: { least, most } }, somerset)).toBe(waits);
    expect(code({ steps: NOTIFIED, ages: { least, most } }, kent)).toBe('TRIAGE');
  });

  it('names the paragraph by which a child goes to social care', () => {
    expect(next({ steps: NOTIFIED, ages: { least: 5, most: 5 } }, somerset).source).toBe('Somerset 4.3');
    expect(code({ steps: NOTIFIED, ages: null }, somerset)).toBe('TRIAGE');
  });

  it('is visited on the same day where the coordinator asks for it, until the child is seen (Birmingham)', () => {
    const asked = { triage: aTriage({ outcome: 'SAME_DAY_VISIT' }), workers: ANN };
    const end = moment('2026-05-05') - 1;
    const seen = (at: string | null) => ({ events: { ...aCourse().events, CHILD_SEEN: [at === null ? null : time(at)] } });
    const asking = '2026-05-04 15:00';
    expect(next(asked, birmingham, asking)).toMatchObject({ code: 'VISIT_TODAY', clock: 'SAME_DAY_VISIT', holder: { people: ANN }, due: { first: end, last: end } });
    expect(next(asked)).toMatchObject({ code: 'VISIT_TODAY', clock: 'SAME_DAY_VISIT', reading: { state: 'LATE' }, due: null });
    expect([code({ ...asked, ...seen('2026-05-04 11:00') }), code({ ...asked, ...seen('2026-05-05 11:00') }), code({ ...asked, ...seen(null) })]).toEqual(['OFFER', 'OFFER', 'OFFER']);
    expect(code({ ...asked, ...seen('2026-05-03') })).toBe('VISIT_TODAY');
    expect([code({ ...asked, offers: [anOffer()] }), code({ ...asked, offers: [anOffer({ outcome: 'DECLINED_BY_YOUNG_PERSON' })] })]).toEqual(['VISIT_TODAY', 'VISIT_TODAY']);
    expect(code({ ...asked, ...seen('2026-05-04 11:00'), offers: [anOffer()] })).toBe('TRY_AGAIN');
    expect(code({ ...asked, interviews: [{ state: 'COMPLETED', at: time('2026-05-05 11:00'), departs: false }] })).toBe('FINALISE');
    expect(code({ ...asked, triage: aTriage() })).toBe('OFFER');
  });

  it('is visited today also while nobody is assigned: the coordinator holds it, and it is due tonight (Birmingham)', () => {
    const asked = { triage: aTriage({ outcome: 'SAME_DAY_VISIT' }), workers: [] };
    const end = moment('2026-05-05') - 1;
    expect(next(asked, birmingham, '2026-05-04 15:00')).toMatchObject({ code: 'VISIT_TODAY', holder: { role: 'HUB_COORDINATOR', people: [] }, clock: 'SAME_DAY_VISIT', due: { first: end, last: end }, source: 'Birmingham 2022, When a child returns' });
  });

  it('is visited by whoever records a visit, late where that is on the next day (Birmingham)', () => {
    const course = (at: string) => aCourse({ triage: aTriage({ outcome: 'SAME_DAY_VISIT' }), workers: ANN, events: { ...aCourse().events, VISITED: [time(at)] } });
    const visit = (at: string) => clocksOfCourse(course(at), birmingham, moment(NOW)).find(({ clock }) => clock.id === 'SAME_DAY_VISIT')?.reading.state;
    expect(['2026-05-04 13:00', '2026-05-05 11:00', '2026-05-03 11:00'].map((at) => [visit(at), nextStepAt(course(at), birmingham, moment(NOW)).code])).toEqual([['ON_TIME', 'OFFER'], ['LATE', 'OFFER'], ['LATE', 'VISIT_TODAY']]);
  });

  it('of a child who is away is triaged as any other (Kent: an interview is considered)', () => {
    expect(code({ risk: null, steps: NOTIFIED }, kent)).toBe('TRIAGE');
  });
});

describe('an interview that is not appropriate now (West Sussex)', () => {
  const notNow = (changes: object): Partial<EpisodeCourse> => ({ triage: aTriage({ outcome: 'NOT_APPROPRIATE_NOW', coveredBy: 'the ward sister', ...changes }), workers: ANN });

  it('is covered until the day to ask again, and then asked again', () => {
    const day = { first: moment('2026-05-07'), last: moment('2026-05-08') - 1 };
    expect(next(notNow({ askAgainOn: '2026-05-07' }))).toMatchObject({ code: 'COVERED', holder: { role: null, people: [], coveredBy: 'the ward sister' }, due: day });
    expect(next(notNow({ askAgainOn: '2026-05-07' }), SILENT_PRACTICE, '2026-05-07')).toMatchObject({ code: 'ASK_AGAIN', holder: { role: 'RETURN_WORKER', people: ANN }, due: { first: day.last, last: day.last } });
    expect(next({ ...notNow({ askAgainOn: '2026-05-01' }), workers: [] })).toMatchObject({ code: 'ASK_AGAIN', holder: { role: 'HUB_COORDINATOR', people: [] } });
    expect(next({ ...notNow({ askAgainOn: '2026-05-01' }), workers: null })).toMatchObject({ code: 'ASK_AGAIN', holder: { role: 'HUB_COORDINATOR' } });
  });

  it.each([null, 'soon'])('without a day (%s) waits for one: there is no never', (askAgainOn) => {
    expect(next(notNow({ askAgainOn }))).toMatchObject({ code: 'SET_DAY_TO_ASK_AGAIN', holder: { role: 'HUB_COORDINATOR' } });
  });

  it('is the same whether the coordinator or the offer says so', () => {
    const offers = [anOffer({ outcome: 'NOT_APPROPRIATE', coveredBy: 'the ward sister', askAgainOn: '2026-05-07' })];
    expect(next({ triage: aTriage(), workers: ANN, offers })).toMatchObject({ code: 'COVERED', holder: { coveredBy: 'the ward sister' } });
    expect(code({ triage: aTriage({ at: time('2026-05-05 18:00') }), workers: ANN, offers })).toBe('OFFER');
    expect(code({ triage: aTriage({ at: time('2026-05-05') }), workers: ANN, offers })).toBe('COVERED');
  });

  it('is over once an interview is offered afterwards', () => {
    expect(code({ ...notNow({ askAgainOn: '2026-05-07' }), offers: [anOffer({ outcome: 'ACCEPTED' })] })).toBe('INTERVIEW');
  });
});

describe('an offer that nobody has answered', () => {
  const open = (days: readonly string[], changes: Partial<EpisodeCourse> = {}): Partial<EpisodeCourse> => ({
    workers: ANN,
    offers: [anOffer({ attempts: days.map((at) => ({ at: time(at), coreHours: 'YES' as const })) })],
    events: { ...aCourse().events, RETURN_NOTIFIED: [time('2026-05-04 11:00')], CONTACT_MADE: [], WORKER_ASSIGNED: [] },
    ...changes,
  });

  it.each([
    [[], 3, 'TRY_AGAIN'],
    [['2026-05-05 10:00', '2026-05-05 13:00'], 1, 'TRY_AGAIN'],
    [['2026-05-05 10:00', '2026-05-05 13:00', '2026-05-06 10:00'], 0, 'TRY_AGAIN'],
    [['2026-05-05 10:00', '2026-05-05 13:00', '2026-05-06 10:00', '2026-05-06 11:00'], 0, 'TRY_AGAIN'],
  ] as const)('after the tries %j lacks %d and goes on: none was outside core hours (Somerset 4.5)', (days, lacking, waits) => {
    const step = next(open(days), somerset);
    expect(step).toMatchObject({ code: waits, holder: { people: ANN }, triesLacking: lacking, source: 'Somerset 4.5', clock: 'ATTEMPTS' });
    expect(step.lacks.map((warning) => warning.code)).toContain('ATTEMPTS_IN_CORE_HOURS_ONLY');
  });

  it('is closed once there were enough tries, or once their days are over', () => {
    const offers = [anOffer({ attempts: ['2026-05-05 10:00', '2026-05-05 13:00', '2026-05-05 19:00'].map((at, nth) => ({ at: time(at), coreHours: nth === 2 ? ('NO' as const) : ('YES' as const) })) })];
    expect(next(open([], { offers }), somerset)).toMatchObject({ code: 'CLOSE_OFFER', triesLacking: 0, lacks: [] });
    expect(code(open(['2026-05-05 10:00']), somerset, '2026-05-11 23:59')).toBe('TRY_AGAIN');
    expect(next(open(['2026-05-05 10:00']), somerset, '2026-05-12')).toMatchObject({ code: 'CLOSE_OFFER', triesLacking: 2, reading: { state: 'LATE' } });
  });

  it('has no end of tries where nobody says when their days began', () => {
    const events = { ...open([]).events, RETURN_NOTIFIED: [] };
    expect(code(open(['2026-05-05 10:00'], { events }), somerset, '2026-07-01')).toBe('TRY_AGAIN');
  });

  it('lacks no number of tries where the practice is silent', () => {
    expect(next(open([]), birmingham)).toMatchObject({ code: 'TRY_AGAIN', triesLacking: null, lacks: [], source: null });
  });

  it('waits for a worker where none is assigned, and is not known to a reader who may not see the tries', () => {
    expect(code(open([], { workers: [] }), somerset)).toBe('ASSIGN_WORKER');
    expect(code(open([], { offers: [anOffer({ attempts: null })] }), somerset)).toBe('NOT_KNOWN');
    expect(code(open([], { offers: [anOffer({ attempts: null })] }), kent)).toBe('TRY_AGAIN');
  });
});

describe('an offer that was accepted', () => {
  it.each(['ACCEPTED', 'ALREADY_ARRANGED'] as const)('as %s waits for the interview', (outcome) => {
    expect(next({ workers: ANN, offers: [anOffer({ outcome })] })).toMatchObject({ code: 'INTERVIEW', holder: { role: 'RETURN_WORKER', people: ANN } });
    expect(code({ workers: [], offers: [anOffer({ outcome })] })).toBe('ASSIGN_WORKER');
    expect(next({ workers: null, offers: [anOffer({ outcome })] })).toMatchObject({ code: 'INTERVIEW', holder: { role: 'RETURN_WORKER', people: [] } });
  });

  it.each([
    ['refused, then accepted', [anOffer({ outcome: 'DECLINED_BY_YOUNG_PERSON' }), anOffer({ outcome: 'ACCEPTED', at: time('2026-05-06 10:00') })], 'INTERVIEW'],
    ['told in the other order', [anOffer({ outcome: 'ACCEPTED', at: time('2026-05-06 10:00') }), anOffer({ outcome: 'DECLINED_BY_YOUNG_PERSON' })], 'INTERVIEW'],
    ['accepted, then refused', [anOffer({ outcome: 'ACCEPTED' }), anOffer({ outcome: 'DECLINED_BY_YOUNG_PERSON', at: time('2026-05-06 10:00') })], 'FINALISE'],
    ['both on one day', [anOffer({ outcome: 'DECLINED_BY_YOUNG_PERSON', at: time('2026-05-05') }), anOffer({ outcome: 'ACCEPTED' })], 'INTERVIEW'],
    ['both on one day, the other way round', [anOffer({ outcome: 'ACCEPTED', at: time('2026-05-05') }), anOffer({ outcome: 'DECLINED_BY_YOUNG_PERSON' })], 'INTERVIEW'],
    ['refused, and an open one on the same day', [anOffer({ outcome: null }), anOffer({ outcome: 'DECLINED_BY_YOUNG_PERSON', at: time('2026-05-05') })], 'TRY_AGAIN'],
    ['both at the same moment', [anOffer({ outcome: 'DECLINED_BY_PARENT' }), anOffer({ outcome: 'ACCEPTED' })], 'INTERVIEW'],
  ] as const)('goes on as what came last: %s', (_, offers, waits) => {
    expect(code({ workers: ANN, offers })).toBe(waits);
  });

  it('and booked, and then declined or not attended, is refused; a later yes counts again (Kent)', () => {
    const offers = [anOffer({ outcome: 'ACCEPTED' })];
    const interviews = [{ state: 'REFUSED', at: time('2026-05-06 09:00'), departs: false }] as const;
    expect(code({ workers: ANN, offers, interviews }, kent)).toBe('FINALISE');
    expect(code({ workers: ANN, offers: [...offers, anOffer({ outcome: 'ACCEPTED', at: time('2026-05-06 11:00') })], interviews }, kent)).toBe('INTERVIEW');
  });
});

describe('what runs beside', () => {
  const declined = { workers: ANN, offers: [anOffer({ outcome: 'DECLINED_BY_PARENT' })] } as const;

  it('comes before the episode is finalised: the next step is what still runs of the return', () => {
    const events = { ...aCourse().events, RISK_CONSIDERED: [], SOCIAL_WORKER_CONTACT: [] };
    const practice = { ...SILENT_PRACTICE, clocks: [aClock({ id: 'RISK_CONSIDERED', stops: ['RISK_CONSIDERED'] })] };
    expect(next({ ...declined, events }, practice)).toMatchObject({ code: 'CONSIDER_RISK', holder: { role: 'SOCIAL_WORKER' }, clock: 'RISK_CONSIDERED', source: 'Invented 1.1' });
    expect(code({ ...declined, events: { ...events, RISK_CONSIDERED: [time('2026-05-05 10:00')] } }, practice)).toBe('FINALISE');
    expect(code(declined)).toBe('FINALISE');
  });

  it('ends the offer where an interview was held without one', () => {
    const events = { ...aCourse().events, INTERVIEW_HELD: [time('2026-05-05 11:00')] };
    const offer = clocksOfCourse(aCourse({ events }), birmingham, moment('2026-05-20 10:00')).find(({ clock }) => clock.id === 'OFFER');
    expect(offer?.reading.state).toBe('ON_TIME');
  });

  it.each([
    ['2026-05-06 12:00', { state: 'DUE' }, moment('2026-05-07 10:00')],
    ['2026-05-08 12:00', { state: 'LATE' }, undefined],
  ] as const)('an interview is never due later than the statutory one: at %s', (now, reading, first) => {
    const practice = { ...SILENT_PRACTICE, clocks: [aClock({ id: 'COMPLETED', stops: ['INTERVIEW_HELD'], length: 240 })] };
    const step = next({ workers: ANN, offers: [anOffer({ outcome: 'ACCEPTED' })] }, practice, now);
    expect(step).toMatchObject({ code: 'INTERVIEW', clock: 'STATUTORY_INTERVIEW', reading, source: 'Statutory guidance 2014, paragraph 32, as Kent quotes it' });
    expect(step.due?.first).toBe(first);
  });
});

describe('which clock a step is due by', () => {
  it.each([
    ['the statutory one where the practice has none', { steps: NOTIFIED }, SILENT_PRACTICE, 'STATUTORY_INTERVIEW'],
    ["the practice's own first", { steps: NOTIFIED }, birmingham, 'OFFER'],
    ['another where its own cannot be told', { steps: NOTIFIED }, somerset, 'STATUTORY_INTERVIEW'],
    ["an interview's own", { workers: ANN, offers: [anOffer({ outcome: 'ACCEPTED' })] }, kent, 'INTERVIEW'],
  ] as const)('is %s', (...[, changes, practice, clock]) => {
    const limit = moment('2026-05-07 10:00');
    expect(next(changes, practice)).toMatchObject({ clock, reading: { state: 'DUE' }, due: { first: limit, last: limit + 59_999 } });
    expect(next(changes, practice, '2026-05-08')).toMatchObject({ clock, reading: { state: 'LATE' }, due: null });
  });

  it('is none once it was kept, or where the step has none', () => {
    const events = { ...aCourse().events, OFFER_CONTACT: [time('2026-05-05')], INTERVIEW_HELD: [time('2026-05-05')] };
    expect(next({ steps: NOTIFIED, events }, birmingham)).toMatchObject({ clock: null, reading: null, due: null });
    expect(next({ workers: ANN, offers: [anOffer({ outcome: 'DECLINED_BY_PARENT' })] }, birmingham)).toMatchObject({ code: 'FINALISE', clock: null });
  });

  it('says the step in words', () => {
    expect(next({}).words).toBe('tell the team that interviews of the return');
  });

  it('of a child seen on the same day is the West Sussex aim, unless the statutory interview is due before', () => {
    const clock = (notified: string) => next({ triage: aTriage(), workers: ANN, events: { ...aCourse().events, RETURN_NOTIFIED: [time(notified)], CHILD_SEEN: [] } }, westSussex).clock;
    expect([clock('2026-05-04 10:00'), clock('2026-05-04 11:00')]).toEqual(['CHILD_SEEN', 'STATUTORY_INTERVIEW']);
  });
});
