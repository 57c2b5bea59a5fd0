import { PRACTICES } from '../../../src/domain/authority/known-practices.ts';
import type { Practice } from '../../../src/domain/authority/practice.ts';
import { episodeEvents } from '../../../src/domain/clocks/episode-events.ts';
import { readClocks } from '../../../src/domain/clocks/practice-clocks.ts';
import type { Sourced } from '../../../src/domain/fold/sourced.ts';
import type { AttemptMethod, OfferOutcome } from '../../../src/domain/interview/interview-words.ts';
import type { ReturnStepKind } from '../../../src/domain/interview/return-steps.ts';
import type { OfferPayload } from '../../../src/domain/observation/observation.ts';
import { moment, time } from './some-times.ts';

type Episode = Parameters<typeof episodeEvents>[0];
type Told = Parameters<typeof episodeEvents>[1];
type Offer = Told['offers'][number];

// Safe: no clock asks who says so.
const SOURCE = { recordKey: '1' } as Sourced<unknown>['source'];
const sourced = <T>(value: T): Sourced<T> => ({ value, source: SOURCE, disagreeing: [] });
const anEpisode = (changes: Partial<Episode> = {}): Episode => ({ id: 'e1', report: { missingSince: sourced(time('2026-05-03 20:00')) }, locatedAt: null, returnedAt: null, safeAndWell: null, ...changes });
const stated = (outcome: OfferOutcome | null): OfferPayload => ({
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
});
const anOffer = (outcome: OfferOutcome | null, attempts: readonly { at: string; method: AttemptMethod; endedIt?: boolean }[] = [], episodes = ['e1']): Offer => ({
  stated: stated(outcome),
  attempts: attempts.map(({ at, method, endedIt = false }, nth) => ({ part: String(nth), stated: { at: time(at), method, coreHours: 'NOT_SAID', response: null, outcome: null, endedIt } })),
  episodes,
});
const events = (episode: Partial<Episode>, told: Partial<Told> = {}, practice: Pick<Practice, 'clocks'> = PRACTICES.somerset): ReturnType<typeof episodeEvents> =>
  episodeEvents(anEpisode(episode), { offers: [], interviews: [], steps: [], workers: [], ...told }, { ...practice, now: NOW });
const NOW = moment('2026-06-01');
const BACK = { returnedAt: sourced(time('2026-05-04 10:00')) };
const step = (kind: ReturnStepKind, at: string): { step: ReturnStepKind; at: ReturnType<typeof time> } => ({ step: kind, at: time(at) });

describe('what the picture tells of the events clocks wait for', () => {
  it('keeps what has not happened apart from what nobody tells the hub', () => {
    expect(events({})).toEqual({ MISSING_STARTED: [time('2026-05-03 20:00')], LOCATED: [], RETURNED: [], OFFER_MADE: [], OFFER_CONTACT: [], OFFER_ACCEPTED: [], INTERVIEW_HELD: [] });
  });

  it('keeps located and returned apart, with no time where no source says when', () => {
    expect(events({ report: {}, locatedAt: sourced(null), returnedAt: sourced(time('2026-05-04')) })).toMatchObject({ MISSING_STARTED: [null], LOCATED: [null], RETURNED: [time('2026-05-04')] });
  });

  it('takes whoever is back as located by then, where nobody says when they were located', () => {
    expect(events(BACK)).toMatchObject({ LOCATED: [time('2026-05-04 10:00')], RETURNED: [time('2026-05-04 10:00')] });
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

  it('does not take an acceptance back for a try dated before the return, or still to come', () => {
    const accepted = (at: string): Offer => anOffer('ACCEPTED', [{ at, method: 'PHONE', endedIt: true }]);
    const told = events(BACK, { offers: [accepted('2026-05-04 09:55'), accepted('2026-06-02 09:00'), accepted('2026-05-06 12:00')] });
    expect(told.OFFER_ACCEPTED).toEqual([null, null, time('2026-05-06 12:00')]);
    expect(told.CONTACT_MADE).toEqual([null, null, time('2026-05-06 12:00')]);
  });

  it('takes interviews that were held, and only what is about this episode', () => {
    const at = time('2026-05-07 15:00');
    const interviews = [
      { state: 'COMPLETED', at, departs: false, episodes: ['e1', 'e2'] },
      { state: 'REFUSED', at, departs: false, episodes: ['e1'] },
      { state: 'COMPLETED', at: time('2026-05-08 15:00'), departs: false, episodes: ['e2'] },
    ] as const;
    expect(events({}, { interviews, offers: [anOffer('ACCEPTED', [], ['e2'])] })).toMatchObject({ INTERVIEW_HELD: [at], OFFER_MADE: [] });
  });

  it('is what the clocks of an authority are read from', () => {
    const known = events({ returnedAt: sourced(time('2026-05-04 10:00')) }, { offers: [anOffer('ACCEPTED')], interviews: [{ state: 'COMPLETED', at: time('2026-05-09 15:00'), departs: false, episodes: ['e1'] }] });
    const read = readClocks(PRACTICES.birmingham, [], { events: known, now: moment('2026-05-20') });
    expect(read.map(({ clock, reading }) => [clock.id, reading.state])).toEqual([['STATUTORY_INTERVIEW', 'LATE'], ['OFFER', 'ON_TIME'], ['STRATEGY', 'ON_TIME']]);
  });
});

describe('what people record in the hub of an episode', () => {
  it.each([
    'RETURN_NOTIFIED',
    'CONTACT_MADE',
    'CHILD_SEEN',
    'PAPERWORK_RECORDED',
    'FOLLOWED_UP',
    'SOCIAL_WORKER_AWARE',
    'SOCIAL_WORKER_CONTACT',
    'VISITED',
    'PLACING_WORKER_TOLD',
    'RISK_CONSIDERED',
    'STRATEGY_MEETING',
    'WORKER_ASSIGNED',
  ] as const)('tells the clocks of %s, each time it was done', (kind) => {
    const steps = [step(kind, '2026-05-05 10:00'), step(kind, '2026-05-06 10:00')];
    expect(events(BACK, { steps })[kind]).toEqual([time('2026-05-05 10:00'), time('2026-05-06 10:00')]);
  });

  it.each(['TRIAGE', 'SAFE_TO_SEND', 'LETTER_SENT', 'PARENTS_ASKED', 'PROFESSIONAL_TOLD', 'PREVENTION_PLAN', 'MEDIA_APPEAL', 'BRIEFING_ANSWER'] as const)('starts and stops nothing by %s', (kind) => {
    expect(events(BACK, { steps: [step(kind, '2026-05-05 10:00')] })).not.toHaveProperty(kind);
  });

  it('puts a recorded visit beside the police check that was done', () => {
    const at = time('2026-05-04 11:00');
    const told = { steps: [step('VISITED', '2026-05-05 10:00')] };
    expect(events({ safeAndWell: sourced({ outcome: 'DONE', at }) }, told).VISITED).toEqual([time('2026-05-05 10:00'), at]);
  });

  it.each([
    ['DECLINED_BY_YOUNG_PERSON', 'NOT_SAID', [null]],
    ['DECLINED_BY_PARENT', 'NOT_SAID', [null]],
    ['ACCEPTED', 'YES', [null]],
    [null, 'YES', [null]],
    [null, 'NO', undefined],
    [null, 'NOT_SAID', undefined],
    ['UNABLE_TO_ESTABLISH_CONTACT', 'NOT_SAID', undefined],
    ['UNABLE_TO_ESTABLISH_CONTACT', 'YES', [null]],
    ['NOT_APPROPRIATE', 'NOT_SAID', undefined],
  ] as const)('takes an offer that ended as %s, parent spoken to: %s, for contact made (Somerset 4.8): %j', (outcome, spokenToParentCarer, times) => {
    const offer = anOffer(outcome);
    expect(events(BACK, { offers: [{ ...offer, stated: { ...offer.stated, spokenToParentCarer } }] }).CONTACT_MADE).toEqual(times);
  });

  it('takes the attempt that ended an offer for the time of the contact, and puts it beside what was recorded', () => {
    const offers = [anOffer('DECLINED_BY_YOUNG_PERSON', [{ at: '2026-05-06 12:00', method: 'PHONE', endedIt: true }])];
    expect(events(BACK, { offers, steps: [step('CONTACT_MADE', '2026-05-05 10:00')] }).CONTACT_MADE).toEqual([time('2026-05-05 10:00'), time('2026-05-06 12:00')]);
  });
});

describe('an event that is recorded in the hub alone', () => {
  const clocks = (practice: Practice, told: Partial<Told>): Record<string, string> => {
    const known = { events: events(BACK, told, practice), now: moment('2026-05-30') };
    return Object.fromEntries(readClocks(practice, [], known).map(({ clock, reading }) => [clock.id, reading.state === 'CANNOT_TELL' ? reading.why : reading.state]));
  };
  const held = [{ state: 'COMPLETED', at: time('2026-05-06 15:00'), departs: false, episodes: ['e1'] }] as const;

  it('has not happened where the episode is worked in the hub and the practice has a clock on it', () => {
    const known = events(BACK, { steps: [step('TRIAGE', '2026-05-05 10:00')] });
    expect(known).toMatchObject({ RETURN_NOTIFIED: [], WORKER_ASSIGNED: [], CONTACT_MADE: [], PAPERWORK_RECORDED: [], SOCIAL_WORKER_CONTACT: [], VISITED: [], STRATEGY_MEETING: [], RISK_CONSIDERED: [], PLACING_WORKER_TOLD: [], SOCIAL_WORKER_AWARE: [] });
    expect(known).not.toHaveProperty('FOLLOWED_UP');
    expect(clocks(PRACTICES.somerset, { interviews: held, steps: [step('TRIAGE', '2026-05-05 10:00')] })).toMatchObject({ PAPERWORK: 'LATE', OFFER: 'NOT_STARTED' });
  });

  it('is told by nobody where the episode is worked elsewhere: no clock is late by that alone', () => {
    expect(clocks(PRACTICES.somerset, { interviews: held })).toMatchObject({ PAPERWORK: 'STOP_NOT_TOLD', OFFER: 'START_NOT_TOLD' });
    expect(clocks(PRACTICES['west-sussex'], { interviews: held })).toMatchObject({ FOLLOW_UP: 'STOP_NOT_TOLD' });
  });

  it.each([{ steps: null }, { workers: null }])('is told by nobody to a reader who may not see it: %j', (hidden) => {
    const told = { steps: [step('TRIAGE', '2026-05-05 10:00')], workers: [{ from: moment('2026-05-05 11:00'), until: null }], ...hidden };
    expect(events(BACK, told)).not.toHaveProperty('PAPERWORK_RECORDED');
  });

  it('is a practice matter: where the practice has no clock on it, nothing is said of it', () => {
    expect(events(BACK, { steps: [step('TRIAGE', '2026-05-05 10:00')] }, PRACTICES.kent)).not.toHaveProperty('PAPERWORK_RECORDED');
  });

  it('is kept where it is recorded, whatever else is not', () => {
    const told = { steps: [step('PAPERWORK_RECORDED', '2026-05-07 15:00')], interviews: held };
    expect(clocks(PRACTICES.somerset, told)).toMatchObject({ PAPERWORK: 'ON_TIME' });
  });
});

describe('a return worker is assigned (Somerset 4.2)', () => {
  const instant = (text: string): { from: number; until: number } => ({ from: moment(text), until: moment(text) });
  const worker = (from: string | null, until: string | null = null): { from: number | null; until: number | null } => ({ from: from === null ? null : moment(from), until: until === null ? null : moment(until) });
  const assigned = (workers: Told['workers'], told: Partial<Told> = {}, episode: Partial<Episode> = BACK): unknown => events(episode, { workers, ...told }, { clocks: [] }).WORKER_ASSIGNED;

  it('when the earliest was after the return', () => {
    expect(assigned([worker('2026-05-07 09:00'), worker('2026-05-05 09:00')])).toEqual([instant('2026-05-05 09:00')]);
    expect(assigned([worker('2026-05-04 10:00')])).toEqual([instant('2026-05-04 10:00')]);
  });

  it('from the moment the team is told, else from the return, where a worker holds the case already', () => {
    const before = [worker('2026-04-01 09:00'), worker('2026-05-07 09:00')];
    expect(assigned(before)).toEqual([time('2026-05-04 10:00')]);
    expect(assigned([worker(null)])).toEqual([time('2026-05-04 10:00')]);
    expect(assigned(before, { steps: [step('RETURN_NOTIFIED', '2026-05-04 12:00')] })).toEqual([time('2026-05-04 12:00')]);
  });

  it('not by one who held it until the return', () => {
    expect(assigned([worker('2026-04-01 09:00', '2026-05-04 10:00')])).toBeUndefined();
    expect(assigned([worker('2026-04-01 09:00', '2026-05-04 10:01')])).toEqual([time('2026-05-04 10:00')]);
  });

  it('at no time that can be told, where no source says when the child came back', () => {
    const untimed = { returnedAt: sourced(null) };
    expect(assigned([worker('2026-05-05 09:00')], {}, untimed)).toEqual([null]);
    expect(assigned([], {}, untimed)).toBeUndefined();
    expect(assigned([worker('2026-05-05 09:00')], { steps: [step('RETURN_NOTIFIED', '2026-05-04 12:00')] }, untimed)).toEqual([instant('2026-05-05 09:00')]);
  });

  it('not while the child is gone, and to nobody whom nobody was assigned', () => {
    expect(assigned([worker('2026-05-01 09:00')], {}, {})).toBeUndefined();
    expect(assigned([])).toBeUndefined();
    expect(assigned(null)).toBeUndefined();
  });
});
