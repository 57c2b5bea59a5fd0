import { aReturnJourney, type ReturnJourney } from './a-return-journey.ts';
import { aTable } from './documents.ts';
import { lcsExport, type LcsEpisode } from './lcs-export.ts';

interface Of {
  readonly child: string;
  readonly episode: string;
}
const MISSING = (since: string, key: string): LcsEpisode => ({ key, start: since, statuses: [['Missing', since]] });
const BACK = (since: string, key: string, end: string): LcsEpisode => ({ ...MISSING(since, key), end });

let journey: ReturnJourney;
let first: Of = { child: '', episode: '' };
let second = first;
beforeAll(async () => {
  journey = await aReturnJourney({ practice: 'somerset', adapter: 'lcs', ownFigures: { coreHours: { from: '09:00', until: '17:00' } } });
});
afterAll(() => journey.hub.close());

/** LCS tells of a child born on this day, and of these episodes. */
const lcs = (key: string, born: string, ...episodes: readonly LcsEpisode[]): Promise<void> =>
  journey.tells({ adapter: 'lcs', bytes: lcsExport(journey.hub.now, { key, forename: `Invented${key}`, born }, episodes) });
const steps = async (episode: string, step: object): Promise<readonly string[]> => (await journey.does('senior', 'recordReturnStep', { episode, ...step })).warnings;
const offers = (of: Of, said: object) => journey.does('senior', 'recordOffer', { child: of.child, episodes: [of.episode], offeredTo: 'CHILD', at: '2025-11-18T09:30', ...said });

test('Somerset 4.8, 4.10: a refusal asks for why in writing, a letter with services, and what parents and carers know', async () => {
  journey.at('2025-11-18 10:00');
  await lcs('0061', '2011-03-08', BACK('2025-11-16T20:00:00', '9061', '2025-11-17T08:00:00'));
  const of = await journey.find('2025-11-16 20:00');
  const bare = await offers(of, { outcome: 'DECLINED_BY_YOUNG_PERSON' });
  expect(bare.warnings).toEqual(['the written explanation is missing', 'the letter about the services there are was not sent', 'parents and carers were not offered the chance to give information'].map((words) => `${words} (Somerset 4.8, 4.10)`));
  const next = async (): Promise<string | null> => (await journey.stands(of.episode)).next;
  expect(await next()).toBe('EXPLAIN, RETURN_WORKER');
  await offers(of, { id: bare.id, revision: bare.revision, outcome: 'DECLINED_BY_YOUNG_PERSON', explanation: 'Invented words.' });
  expect(await next()).toBe('SEND_LETTER, RETURN_WORKER');
  await steps(of.episode, { step: 'LETTER_SENT', at: '2025-11-18T09:40', addressee: 'CHILD' });
  expect(await next()).toBe('ASK_PARENTS, RETURN_WORKER');
  await steps(of.episode, { step: 'PARENTS_ASKED', at: '2025-11-18T09:50' });
  expect(await next()).toBe('FINALISE, HUB_COORDINATOR');
  await journey.does('senior', 'recordCaseRecord', { episode: of.episode, record: 'CARER_INFORMATION', at: '2025-11-18T09:55', words: 'Invented words of the carer.' });
});

test.each([
  { what: 'eleven goes to the parent or carer', key: '0062', born: '2014-03-08', warns: 'by age the letter goes to the parent or carer' },
  { what: 'twelve: the text does not say', key: '0063', born: '2013-03-08', warns: 'the text does not say to whom the letter goes at this age' },
  {
    what: 'sixteen: whether living independently is not known, and of one who is the text does not say',
    key: '0064',
    born: '2009-03-08',
    warns: 'perhaps to whom the letter goes rests on age and on living independently, and what is known does not settle it',
  },
])('Somerset 4.6: a letter to the child at $what', async ({ key, born, warns }) => {
  const since = `2025-11-15T1${key.slice(-1)}:00:00`;
  await lcs(key, born, BACK(since, `90${key}`, '2025-11-16T08:00:00'));
  const { episode } = await journey.find(`2025-11-15 1${key.slice(-1)}:00`);
  expect(await steps(episode, { step: 'LETTER_SENT', at: '2025-11-18T09:45', addressee: 'CHILD' })).toEqual([`${warns} (Somerset 4.6)`]);
});

test("Somerset 4.3: under eight the child is passed to children's social care, and the statutory clock runs all the same", async () => {
  await lcs('0065', '2018-03-08', BACK('2025-11-15T20:00:00', '9065', '2025-11-16T08:00:00'));
  const { episode } = await journey.find('2025-11-15 20:00');
  await steps(episode, { step: 'RETURN_NOTIFIED', at: '2025-11-16T09:00' });
  expect((await journey.stands(episode)).next).toMatch(/^PASS_TO_SOCIAL_CARE, HUB_COORDINATOR/);
  expect(await journey.clocks(episode, 'STATUTORY_INTERVIEW')).toEqual(['STATUTORY_INTERVIEW DUE 2025-11-19 08:00']);
  const { warnings } = await journey.does('coordinator', 'triageReturn', { episode, revision: 0, outcome: 'ROUTINE' });
  expect(warnings).toEqual(["a child of this age goes to children's social care (Somerset 4.3)"]);
});

test('Somerset 4.2: assigned after 24 core hours is late by the hours since, and the next step is with whoever it is reassigned to', async () => {
  await lcs('0066', '2015-03-08', BACK('2025-11-12T20:00:00', '9066', '2025-11-13T08:00:00'), BACK('2025-11-14T20:00:00', '9067', '2025-11-15T12:00:00'));
  [first, second] = [await journey.find('2025-11-12 20:00'), await journey.find('2025-11-14 20:00')];
  await steps(first.episode, { step: 'RETURN_NOTIFIED', at: '2025-11-13T08:30' });
  await journey.does('coordinator', 'triageReturn', { episode: first.episode, revision: 0, outcome: 'ROUTINE' });
  expect(await journey.clocks(first.episode, 'ASSIGNED')).toEqual(['ASSIGNED LATE by 17 h']);
  const given = { child: first.child, capacity: 'MISPER_WORKER', episode: first.episode };
  const { revision } = await journey.does('coordinator', 'assignWorker', { ...given, revision: 0, worker: 'other-worker', from: '2025-11-18T09:30' });
  expect(await journey.clocks(first.episode, 'ASSIGNED')).toEqual(['ASSIGNED LATE by 16.5 h']);
  await journey.does('coordinator', 'assignWorker', { ...given, revision, worker: 'other-worker', from: '2025-11-18T09:30', until: '2025-11-18T09:50' });
  await journey.does('coordinator', 'assignWorker', { ...given, revision: 0, worker: 'worker' });
  expect((await journey.stands(first.episode)).next).toBe('OFFER, worker@fenmoor');
});

test('Somerset 4.18: one form covers both episodes, a form of one alone is warned of, and each is finalised', async () => {
  const held = { child: first.child, state: 'COMPLETED', at: '2025-11-18T09:00', answers: { reasons: 'Invented words.' } };
  const one = await journey.does('worker', 'recordInterview', { ...held, episodes: [second.episode] });
  expect(one.warnings).toEqual(['one form covers all episodes before the interview, and another one waits (Somerset 4.18)']);
  expect((await journey.does('worker', 'recordInterview', { ...held, id: one.id, revision: one.revision, episodes: [first.episode, second.episode] })).warnings).toEqual([]);
  expect([await journey.clocks(first.episode, 'STATUTORY_INTERVIEW'), await journey.clocks(second.episode, 'STATUTORY_INTERVIEW')]).toEqual([['STATUTORY_INTERVIEW LATE by 49 h'], ['STATUTORY_INTERVIEW ON_TIME']]);
  for (const { episode } of [first, second]) {
    const { warnings } = await journey.does('worker', 'finaliseEpisode', { episode, revision: 0, finalised: true });
    expect(warnings).toEqual([
      'the risk assessment or the plan to prevent another episode is missing, and no note says why (Somerset 4.13)',
      'still to do: paperwork due in 1 day 23 hours (by 09:00 on Thu 20 Nov) (Somerset 4.14)',
    ]);
    expect((await journey.stands(episode)).next).toBe('RECORD_PAPERWORK, worker@fenmoor, by 2025-11-20 09:00');
  }
});

test('Somerset 7.1.1: of a child placed out of the area the social worker is told within one working day, of a Saturday by the end of Monday', async () => {
  await journey.tells({ ...aTable('episodes', '0068,01/05/2025,S,C2,N1,K2,PR4,,,,ZZ2 7GG,ZZ2 5EE,SC910002'), extracted: '2025-11-18T08:00:00Z' });
  await lcs('0068', '2011-03-08', MISSING('2025-11-15T21:00:00', '9068'));
  const { episode } = await journey.find('2025-11-15 21:00');
  await steps(episode, { step: 'PLACING_WORKER_TOLD', at: '2025-11-17T16:00', addressee: 'social-worker@fenmoor' });
  expect(await journey.clocks(episode, 'PLACING_WORKER_TOLD', 'STRATEGY')).toEqual(['PLACING_WORKER_TOLD ON_TIME', 'STRATEGY LATE by 37 h']);
});
