import { aReturnJourney, type ReturnJourney } from './a-return-journey.ts';
import { aTable } from './documents.ts';
import { lcsExport, type LcsEpisode } from './lcs-export.ts';

const NOT_TOLD = 'CANNOT_TELL: nobody tells the hub of what starts it';

let journey: ReturnJourney;
let child = '';
let episode = '';
beforeAll(async () => {
  journey = await aReturnJourney({ practice: 'somerset', adapter: 'lcs', ownFigures: { coreHours: { from: '09:00', until: '17:00' } } });
});
afterAll(() => journey.hub.close());

const lcs = (told: Pick<LcsEpisode, 'statuses' | 'end'>): Promise<void> =>
  journey.tells({ adapter: 'lcs', bytes: lcsExport(journey.hub.now, { key: '0058', forename: 'Wrenna', born: '2011-03-08' }, [{ key: '9030', start: '2026-03-28T20:00:00', ...told }]) });
const writesDown = async (who: string, step: object): Promise<readonly string[]> => (await journey.does(who, 'recordReturnStep', { episode, ...step })).warnings;

const GONE = ['Missing', '2026-03-28T20:00:00'] as const;
const FOUND = ['Found', '2026-04-01T02:00:00'] as const;

test('Somerset 5.2.2: a looked after child missing on the night the clocks go forward is due a strategy meeting 24 hours on, at 21:00', async () => {
  journey.at('2026-03-28 21:00');
  await lcs({ statuses: [GONE] });
  await journey.tells({ ...aTable('episodes', '0058,01/05/2025,S,C2,N1,K2,PR4,,,,ZZ2 7GG,ZZ2 5EE,SC910001'), extracted: '2026-03-28T20:30:00Z' });
  ({ child, episode } = await journey.find('2026-03-28 20:00'));
  expect(await journey.clocks(episode, 'STATUTORY_INTERVIEW', 'STRATEGY', 'STRATEGY_AGAIN', 'RISK_CONSIDERED')).toEqual([
    'STATUTORY_INTERVIEW CANNOT_TELL: what starts it has not happened, as far as the hub is told',
    'STRATEGY DUE 2026-03-29 21:00',
    `STRATEGY_AGAIN ${NOT_TOLD}`,
    'RISK_CONSIDERED DUE 2026-03-30 23:59',
  ]);
});

test('Somerset 5.2.2: it is late once somebody works the episode in the hub and none is recorded, and every 72 hours another is due', async () => {
  await journey.does('coordinator', 'recordRelationship', { child, revision: 0, relationship: 'SOCIAL_WORKER', holder: 'social-worker' });
  journey.at('2026-03-29 21:30');
  expect(await journey.clocks(episode, 'STRATEGY')).toEqual(['STRATEGY CANNOT_TELL 2026-03-29 21:00: nobody tells the hub of what stops it']);
  await writesDown('duty-team', { step: 'SOCIAL_WORKER_AWARE', at: '2026-03-28T22:10' });
  expect(await journey.clocks(episode, 'STRATEGY')).toEqual(['STRATEGY LATE by 0.5 h']);
  expect((await journey.stands(episode)).next).toBe('HOLD_STRATEGY_MEETING, SOCIAL_WORKER');
  await writesDown('social-worker', { step: 'STRATEGY_MEETING', at: '2026-03-29T20:30' });
  expect(await journey.clocks(episode, 'STRATEGY', 'STRATEGY_AGAIN')).toEqual(['STRATEGY ON_TIME', 'STRATEGY_AGAIN DUE 2026-04-01 20:30']);
});

test('Somerset 5.2.1: a child missed on a Saturday has the risk considered with the manager by the end of Monday', async () => {
  journey.at('2026-03-30 10:30');
  await writesDown('social-worker', { step: 'RISK_CONSIDERED', at: '2026-03-30T10:00' });
  expect(await journey.clocks(episode, 'RISK_CONSIDERED')).toEqual(['RISK_CONSIDERED ON_TIME']);
});

test('Somerset 5.2.2: strategy meetings go on until the child is located and visited, not only located', async () => {
  journey.at('2026-04-01 09:00');
  await lcs({ statuses: [GONE, FOUND] });
  expect(await journey.stands(episode)).toMatchObject({ status: 'LOCATED', next: 'BRING_BACK, SOCIAL_WORKER, by 2026-04-01 20:30' });
  expect(await journey.clocks(episode, 'STATUTORY_INTERVIEW')).toEqual(['STATUTORY_INTERVIEW CANNOT_TELL: the child is located, and nobody says that the child is back']);
  journey.at('2026-04-01 12:00');
  await writesDown('social-worker', { step: 'VISITED', at: '2026-04-01T11:00' });
  expect(await journey.clocks(episode, 'STRATEGY_AGAIN')).toEqual(['STRATEGY_AGAIN ON_TIME']);
});

test('Somerset 3.1, 4.2, 4.5: of a return before Easter the offer counts every hour, the assignment core hours, the attempts working days', async () => {
  journey.at('2026-04-02 16:40');
  await lcs({ statuses: [GONE, FOUND], end: '2026-04-02T16:00:00' });
  await writesDown('business-support', { step: 'RETURN_NOTIFIED', at: '2026-04-02T16:30' });
  expect(await journey.stands(episode)).toEqual({
    status: 'RETURNED',
    clocks: [
      'STATUTORY_INTERVIEW DUE 2026-04-05 16:00',
      'OFFER DUE 2026-04-05 16:30',
      'COMPLETED CANNOT_TELL: the text does not say when it starts',
      'ASSIGNED DUE 2026-04-09 16:30',
      'ATTEMPTS DUE 2026-04-13 23:59',
      'PAPERWORK CANNOT_TELL: what starts it has not happened, as far as the hub is told',
      'SOCIAL_WORKER_CONTACT_LOOKED_AFTER DUE 2026-04-04 16:00',
      'RISK_CONSIDERED ON_TIME',
      'STRATEGY ON_TIME',
      'STRATEGY_AGAIN ON_TIME',
    ],
    next: 'TRIAGE, HUB_COORDINATOR, by 2026-04-09 16:30',
  });
  await journey.does('coordinator', 'triageReturn', { episode, revision: 0, outcome: 'ROUTINE' });
  expect((await journey.stands(episode)).next).toBe('ASSIGN_WORKER, HUB_COORDINATOR, by 2026-04-09 16:30');
  await journey.does('coordinator', 'assignWorker', { child, revision: 0, worker: 'worker' });
  expect(await journey.clocks(episode, 'ASSIGNED')).toEqual(['ASSIGNED ON_TIME']);
  expect((await journey.stands(episode)).next).toBe('OFFER, worker@fenmoor, by 2026-04-05 16:00');
});

const TOO_FEW = 'there were fewer tries than the practice asks for (Somerset 4.5)';
const ONE_PART = 'all tries were in the same part of the day (Somerset 4.5)';
let offer = { id: '', revision: 0 };

test('Somerset 4.5: three attempts at different times, one outside core hours, within five working days', async () => {
  journey.at('2026-04-03 10:30');
  offer = await journey.does('worker', 'recordOffer', { child, episodes: [episode], at: '2026-04-03T10:00', offeredTo: 'CHILD' });
  const tries = async (at: string): Promise<void> => {
    offer = await journey.does('worker', 'recordAttempt', { offer: offer.id, at, method: 'PHONE' });
  };
  await tries('2026-04-03T10:00');
  expect(await journey.clocks(episode, 'OFFER', 'ATTEMPTS')).toEqual(['OFFER ON_TIME', 'ATTEMPTS DUE 2026-04-13 23:59']);
  expect((await journey.stands(episode)).next).toBe('TRY_AGAIN, worker@fenmoor, by 2026-04-13 23:59');
  expect(await journey.lacks(episode)).toEqual({ triesLacking: 2, lacks: [TOO_FEW, ONE_PART] });
  journey.at('2026-04-07 14:30');
  await tries('2026-04-07T10:30');
  expect(await journey.lacks(episode)).toEqual({ triesLacking: 1, lacks: [TOO_FEW, ONE_PART] });
  await tries('2026-04-07T14:00');
  expect(await journey.lacks(episode)).toEqual({ triesLacking: 0, lacks: [] });
  expect((await journey.stands(episode)).next).toBe('CLOSE_OFFER, worker@fenmoor, by 2026-04-13 23:59');
});

test('Somerset 4.7: nobody reached asks for a written explanation, and is recorded without one', async () => {
  const closed = { child, id: offer.id, episodes: [episode], at: '2026-04-03T10:00', offeredTo: 'CHILD', outcome: 'UNABLE_TO_ESTABLISH_CONTACT' };
  const bare = await journey.does('worker', 'recordOffer', { ...closed, revision: offer.revision });
  expect(bare.warnings.join()).toMatch(/written explanation.*(SOM|Somerset) 4\.7/);
  expect((await journey.stands(episode)).next).toBe('EXPLAIN, worker@fenmoor');
  const { warnings } = await journey.does('worker', 'recordOffer', { ...closed, revision: bare.revision, explanation: 'Invented: nobody answered.' });
  expect(warnings.join()).not.toMatch(/written explanation/);
  expect((await journey.stands(episode)).next).toBe('SEND_LETTER, worker@fenmoor');
});

test('Somerset 4.6: at fifteen the letter goes to the child and to the parent or carer', async () => {
  const letter = { step: 'LETTER_SENT', at: '2026-04-07T14:20' };
  expect(await writesDown('worker', { ...letter, addressee: 'CHILD' })).toEqual(['by age the letter goes to the child and to the parent or carer (Somerset 4.6)']);
  expect(await writesDown('worker', { ...letter, addressee: 'PARENT_OR_CARER' })).toEqual([]);
  expect((await journey.stands(episode)).next).toBe('SOCIAL_WORKER_CONTACT, SOCIAL_WORKER');
});

test('Somerset 3.1: an offer that reached nobody was none, so the one that is accepted later was late', async () => {
  expect(await journey.clocks(episode, 'OFFER')).toEqual(['OFFER LATE by 46 h']);
  journey.at('2026-04-09 09:30');
  await journey.does('worker', 'recordOffer', { child, episodes: [episode], at: '2026-04-09T09:00', offeredTo: 'CHILD', outcome: 'ACCEPTED' });
  expect((await journey.stands(episode)).next).toBe('INTERVIEW, worker@fenmoor');
  expect(await journey.clocks(episode, 'OFFER')).toEqual(['OFFER LATE by 88.5 h']);
});

test('Somerset 4.11, 4.14: the interview is held, and its paperwork is due 48 hours on, not in working days', async () => {
  journey.at('2026-04-10 17:00');
  await journey.does('worker', 'recordInterview', { child, episodes: [episode], state: 'COMPLETED', at: '2026-04-10T15:00', answers: { reasons: 'Invented words.' } });
  expect(await journey.clocks(episode, 'STATUTORY_INTERVIEW', 'ATTEMPTS', 'PAPERWORK')).toEqual([
    'STATUTORY_INTERVIEW LATE by 119 h',
    'ATTEMPTS ON_TIME',
    'PAPERWORK DUE 2026-04-12 15:00',
  ]);
  expect((await journey.stands(episode)).next).toBe('RECORD_PAPERWORK, worker@fenmoor, by 2026-04-12 15:00');
  journey.at('2026-04-13 09:10');
  await writesDown('worker', { step: 'PAPERWORK_RECORDED', at: '2026-04-13T09:00' });
  expect(await journey.clocks(episode, 'PAPERWORK')).toEqual(['PAPERWORK LATE by 18 h']);
});

test("Somerset 5.2: the social worker's contact after 48 hours is late by what it is over, also at Easter", async () => {
  await writesDown('social-worker', { step: 'SOCIAL_WORKER_CONTACT', at: '2026-04-04T18:30' });
  expect(await journey.clocks(episode, 'SOCIAL_WORKER_CONTACT_LOOKED_AFTER')).toEqual(['SOCIAL_WORKER_CONTACT_LOOKED_AFTER LATE by 2.5 h']);
});

test('Somerset 4.12, 4.13: from thirteen the screen for exploitation is owed before the end; closing without it is warned of and kept', async () => {
  expect((await journey.stands(episode)).next).toBe('CE_SCREEN, worker@fenmoor');
  const early = await journey.does('worker', 'finaliseEpisode', { episode, revision: 0, finalised: true, departure: 'Invented: closed by mistake.' });
  expect(early.warnings).toEqual(['the screen for exploitation is missing (Somerset 4.12)']);
  const open = await journey.does('worker', 'finaliseEpisode', { episode, revision: early.revision, finalised: false });
  await journey.does('coordinator', 'recordCaseRecord', { episode, record: 'CE_SCREEN', at: '2026-04-13T09:02', outcome: 'Invented outcome.' });
  expect((await journey.stands(episode)).next).toBe('CE_SCREEN, worker@fenmoor');
  await journey.does('worker', 'recordCaseRecord', { episode, record: 'CE_SCREEN', at: '2026-04-13T09:05', outcome: 'Invented outcome.' });
  expect((await journey.stands(episode)).next).toBe('FINALISE, worker@fenmoor');
  expect((await journey.does('worker', 'finaliseEpisode', { episode, revision: open.revision, finalised: true })).warnings).toEqual([]);
  expect((await journey.stands(episode)).next).toBe('NOTHING, nobody');
});

test('Somerset 3.1, 3.3, counted at the end: the offer late, the interview after the statutory 72 hours, and by its own start that nobody states', async () => {
  expect(await journey.timely('2026-04')).toEqual({
    returns: 1,
    eligible: 1,
    offered: 1,
    offeredNotInTime: 1,
    offeredLate: 1,
    accepted: 1,
    completed: 1,
    statutoryNotInTime: 1,
    statutoryLate: 1,
    ownNotInTime: 1,
    ownCannotTell: 1,
  });
});
