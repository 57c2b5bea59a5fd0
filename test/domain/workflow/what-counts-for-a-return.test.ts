import { PRACTICES } from '../../../src/domain/authority/known-practices.ts';
import { SILENT_PRACTICE, type Practice } from '../../../src/domain/authority/practice.ts';
import { episodeEvents } from '../../../src/domain/clocks/episode-events.ts';
import { countsFor } from '../../../src/domain/interview/after-the-return.ts';
import type { EpisodeCourse } from '../../../src/domain/workflow/episode-course.ts';
import { moment, time } from '../clocks/some-times.ts';
import { aCourse, anOffer, aTriage, nextStepAt } from './a-course.ts';

const { birmingham, somerset } = PRACTICES;
const NOW = moment('2026-05-06 12:00');
const BACK = time('2026-05-04 10:00');
const BEFORE = time('2025-05-04 10:00');
const AHEAD = time('2026-05-06 13:00');
const ANN = ['ann@northmere'];
const code = (changes: Partial<EpisodeCourse>, practice: Practice = SILENT_PRACTICE): string => nextStepAt(aCourse({ triage: aTriage(), workers: ANN, ...changes }), practice, NOW).code;

test.each([
  ['2026-05-04 09:59', false],
  ['2026-05-03', false],
  ['2026-05-04', true],
  ['2026-05-04 10:00', true],
  ['2026-05-06 12:00', true],
  ['2026-05-06 12:01', false],
])('what is dated %s counts for a return on 4 May at ten, looked at on the 6th at noon: %s', (at, counts) => {
  expect(countsFor(time(at), [BACK], NOW)).toBe(counts);
  expect(countsFor(time(at), [null], NOW)).toBe(at !== '2026-05-06 12:01');
});

describe.each([
  ['before the return', BEFORE],
  ['still to come', AHEAD],
] as const)('what is %s', (_, at) => {
  it.each(['UNABLE_TO_ESTABLISH_CONTACT', 'DECLINED_BY_YOUNG_PERSON', 'DECLINED_BY_PARENT', 'ALREADY_ARRANGED', 'ACCEPTED', 'NOT_APPROPRIATE', null] as const)('moves nothing as an offer that ends as %s', (outcome) => {
    expect([birmingham, somerset].map((practice) => code({ offers: [anOffer({ at, outcome })] }, practice))).toEqual(['OFFER', 'OFFER']);
  });

  it('moves nothing as an interview that was refused', () => {
    expect(code({ interviews: [{ state: 'REFUSED', at, departs: false }] }, somerset)).toBe('OFFER');
  });

  it('explains no refusal that counts', () => {
    const refused = { state: 'REFUSED', at: time('2026-05-05 10:00'), departs: false } as const;
    expect(code({ offers: [anOffer({ at, explained: true })], interviews: [refused] }, somerset)).toBe('EXPLAIN');
  });

  it('is no visit of the day that was asked for', () => {
    const asked = { triage: aTriage({ outcome: 'SAME_DAY_VISIT' }) };
    const events = (kind: 'VISITED' | 'CHILD_SEEN') => ({ ...aCourse().events, [kind]: [at] });
    expect([code({ ...asked, events: events('VISITED') }, birmingham), code({ ...asked, events: events('CHILD_SEEN') }, birmingham)]).toEqual(['VISIT_TODAY', 'VISIT_TODAY']);
  });

  it('takes no try off those that lack, and shows none outside core hours', () => {
    const open = (attempts: readonly { at: typeof at; coreHours: 'NO' }[]) =>
      nextStepAt(aCourse({ triage: aTriage(), workers: ANN, offers: [anOffer({ attempts: attempts.map((one) => ({ ...one, at: { ...one.at, text: '', precision: 'MINUTE' } })) })] }), somerset, NOW);
    expect(open([{ at, coreHours: 'NO' }, { at, coreHours: 'NO' }])).toEqual(open([]));
    expect(open([]).triesLacking).toBe(3);
  });

  it('has made and answered no offer, and reached nobody', () => {
    const attempts = [{ stated: { at, method: 'LETTER' as const, endedIt: true } }];
    const offer = (on: typeof at) => ({ stated: { at: on, outcome: 'ACCEPTED' as const, spokenToParentCarer: 'YES' as const }, attempts, episodes: ['e1'] });
    const episode = { id: 'e1', report: {}, locatedAt: null, returnedAt: { value: BACK }, safeAndWell: null };
    const events = (on: typeof at) => episodeEvents(episode, { offers: [offer(on)], interviews: [], steps: null, workers: null }, { clocks: [], now: NOW });
    expect(events(at)).toMatchObject({ OFFER_MADE: [], OFFER_CONTACT: [], OFFER_ACCEPTED: [] });
    expect(events(at).CONTACT_MADE).toBeUndefined();
    // An offer after the return that was accepted stays accepted: of such a try only the time is not believed.
    expect(events(time('2026-05-05'))).toMatchObject({ OFFER_MADE: [time('2026-05-05')], OFFER_CONTACT: [time('2026-05-05')], OFFER_ACCEPTED: [null] });
  });
});

it('refused before the return with the reason why it counts, and to whoever may not read why it is not known', () => {
  const refused = (departs: boolean | null) => code({ interviews: [{ state: 'REFUSED', at: BEFORE, departs }] }, somerset);
  expect([refused(true), refused(null)]).toEqual(['EXPLAIN', 'NOT_KNOWN']);
});
