import { PRACTICES } from '../../../src/domain/authority/known-practices.ts';
import { episodeEvents } from '../../../src/domain/clocks/episode-events.ts';
import { readClocks } from '../../../src/domain/clocks/practice-clocks.ts';
import type { Sourced } from '../../../src/domain/fold/sourced.ts';
import type { AttemptMethod, OfferOutcome } from '../../../src/domain/interview/interview-words.ts';
import type { OfferPayload } from '../../../src/domain/observation/observation.ts';
import { moment, time } from './some-times.ts';

type Episode = Parameters<typeof episodeEvents>[0];
type Told = Parameters<typeof episodeEvents>[1];
type Offer = Told['offers'][number];

// Safe: no clock asks who says so.
const SOURCE = { recordKey: '1' } as Sourced<unknown>['source'];
const sourced = <T>(value: T): Sourced<T> => ({ value, source: SOURCE, disagreeing: [] });
const anEpisode = (changes: Partial<Episode> = {}): Episode => ({ id: 'e1', report: { missingSince: sourced(time('2026-05-03 20:00')) }, locatedAt: null, returnedAt: null, safeAndWell: null, ...changes });
const anOffer = (outcome: OfferOutcome | null, attempts: readonly { at: string; method: AttemptMethod; endedIt?: boolean }[] = [], episodes = ['e1']): Offer => ({
  stated: {
    at: time('2026-05-05 10:00'),
    offeredTo: 'CHILD',
    outcome,
    phonedYoungPerson: 'NOT_SAID',
    spokenToParentCarer: 'NOT_SAID',
    spokenToSocialWorker: 'NOT_SAID',
    reason: null,
    askAgainOn: null,
    explanation: null,
    service: 'northmere',
    episodes: [],
    episodeKeys: [],
  } satisfies OfferPayload,
  attempts: attempts.map(({ at, method, endedIt = false }, nth) => ({ part: String(nth), stated: { at: time(at), method, coreHours: 'NOT_SAID', response: null, outcome: null, endedIt } })),
  episodes,
});
const events = (episode: Partial<Episode>, told: Partial<Told> = {}): ReturnType<typeof episodeEvents> => episodeEvents(anEpisode(episode), { offers: [], interviews: [], ...told });

describe('what the picture tells of the events clocks wait for', () => {
  it('keeps what has not happened apart from what nobody tells the hub', () => {
    expect(events({})).toEqual({ MISSING_STARTED: [time('2026-05-03 20:00')], LOCATED: [], RETURNED: [], OFFER_MADE: [], OFFER_CONTACT: [], OFFER_ACCEPTED: [], INTERVIEW_HELD: [] });
  });

  it('keeps located and returned apart, with no time where no source says when', () => {
    expect(events({ report: {}, locatedAt: sourced(null), returnedAt: sourced(time('2026-05-04')) })).toMatchObject({ MISSING_STARTED: [null], LOCATED: [null], RETURNED: [time('2026-05-04')] });
  });

  it('takes a safe and well check of the police that was done as a visit, and no other (Somerset 5.2.2)', () => {
    const at = time('2026-05-04 11:00');
    expect(events({ safeAndWell: sourced({ outcome: 'DONE', at }) }).VISITED).toEqual([at]);
    expect(events({ safeAndWell: sourced({ outcome: 'NOT_DONE', at }) }).VISITED).toBeUndefined();
  });

  it.each([
    [null, 1],
    ['ACCEPTED', 1],
    ['DECLINED_BY_PARENT', 1],
    ['ALREADY_ARRANGED', 1],
    ['UNABLE_TO_ESTABLISH_CONTACT', 0],
    ['UNABLE_TO_ESTABLISH_CONTACT_LETTER_SENT', 0],
    ['NOT_APPROPRIATE', 0],
    ['SUBSEQUENT_MISSING_EPISODE', 0],
  ] as const)('counts an offer that ended as %s as %d made', (outcome, made) => {
    expect(events({}, { offers: [anOffer(outcome)] }).OFFER_MADE).toHaveLength(made);
  });

  it('takes a letter or a message as contact to offer, and an unanswered call not (Birmingham)', () => {
    const offer = anOffer('UNABLE_TO_ESTABLISH_CONTACT', [{ at: '2026-05-05 09:00', method: 'PHONE' }, { at: '2026-05-06 09:00', method: 'TEXT' }]);
    expect(events({}, { offers: [offer] }).OFFER_CONTACT).toEqual([time('2026-05-06 09:00')]);
    expect(events({}, { offers: [anOffer('ACCEPTED')] }).OFFER_CONTACT).toEqual([time('2026-05-05 10:00')]);
  });

  it('says that an offer was accepted at the attempt that ended it, else without a time', () => {
    const ended = anOffer('ACCEPTED', [{ at: '2026-05-05 12:00', method: 'PHONE' }, { at: '2026-05-06 12:00', method: 'PHONE', endedIt: true }]);
    expect(events({}, { offers: [ended, anOffer('ACCEPTED'), anOffer('DECLINED_BY_PARENT')] }).OFFER_ACCEPTED).toEqual([time('2026-05-06 12:00'), null]);
  });

  it('takes interviews that were held, and only what is about this episode', () => {
    const at = time('2026-05-07 15:00');
    const interviews = [
      { state: 'COMPLETED', at, episodes: ['e1', 'e2'] },
      { state: 'REFUSED', at, episodes: ['e1'] },
      { state: 'COMPLETED', at: time('2026-05-08 15:00'), episodes: ['e2'] },
    ] as const;
    expect(events({}, { interviews, offers: [anOffer('ACCEPTED', [], ['e2'])] })).toMatchObject({ INTERVIEW_HELD: [at], OFFER_MADE: [] });
  });

  it('is what the clocks of an authority are read from', () => {
    const known = events({ returnedAt: sourced(time('2026-05-04 10:00')) }, { offers: [anOffer('ACCEPTED')], interviews: [{ state: 'COMPLETED', at: time('2026-05-09 15:00'), episodes: ['e1'] }] });
    const read = readClocks(PRACTICES.birmingham, [], { events: known, now: moment('2026-05-20') });
    expect(read.map(({ clock, reading }) => [clock.id, reading.state])).toEqual([['STATUTORY_INTERVIEW', 'LATE'], ['OFFER', 'ON_TIME'], ['STRATEGY', 'ON_TIME']]);
  });
});
