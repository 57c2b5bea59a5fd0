import { aReturnJourney, NO_OFFER_CLOCK, type ReturnJourney } from './a-return-journey.ts';
import { mosaicSet, type MosaicStep } from './mosaic-set.ts';

const WHEN = 'West Sussex, When should a RHI be completed';
const CHILDREN = [['0058', 'Wrenna', '2014-03-08'], ['0059', 'Tam', '2016-03-08']] as const;
const GONE: MosaicStep = { step: '5001', child: '0058', started: '2025-10-24 18:00:00', answers: { 'Child Absent or Missing (Document)': 'Missing', 'Police Risk Level': 'High' } };

let journey: ReturnJourney;
let child = '';
let episode = '';
beforeAll(async () => {
  journey = await aReturnJourney({ practice: 'west-sussex', adapter: 'mosaic', settings: { profile: 'cyp051' } });
});
afterAll(() => journey.hub.close());

async function mosaic(...steps: readonly MosaicStep[]): Promise<void> {
  await journey.tells({ adapter: 'mosaic', bytes: await mosaicSet(CHILDREN, steps), extracted: new Date(journey.hub.now).toISOString() });
}
const writesDown = (who: string, step: object): Promise<unknown> => journey.does(who, 'recordReturnStep', { episode, ...step });
const triage = (revision: number, said: object) => journey.does('coordinator', 'triageReturn', { episode, revision, ...said });

test('West Sussex: the aim to see the child runs from the word of the police to the team, the statutory clock from the return, both over the night the clocks go back', async () => {
  journey.at('2025-10-24 20:00');
  await mosaic(GONE);
  ({ child, episode } = await journey.find('2025-10-24 18:00'));
  expect((await journey.stands(episode)).next).toBe('FIND_CHILD, POLICE_MISSING_TEAM');
  journey.at('2025-10-25 23:30');
  const back = { ...GONE, answers: { ...GONE.answers, 'Date/Time Found': '2025-10-25 20:00', 'Date/Time Returned': '2025-10-25 22:00' } };
  await mosaic(back);
  expect((await journey.stands(episode)).clocks).toEqual([
    'STATUTORY_INTERVIEW DUE 2025-10-28 21:00',
    'CHILD_SEEN CANNOT_TELL: nobody tells the hub of what starts it',
    'FOLLOW_UP CANNOT_TELL: what starts it has not happened, as far as the hub is told',
  ]);
  await writesDown('business-support', { step: 'RETURN_NOTIFIED', at: '2025-10-25T23:10' });
  expect(await journey.clocks(episode, 'CHILD_SEEN')).toEqual(['CHILD_SEEN DUE 2025-10-28 22:10']);
});

test('West Sussex, when to interview: not appropriate now asks for a reason, who covers and a day to ask again, and there is no never', async () => {
  journey.at('2025-10-26 09:00');
  const bare = await triage(0, { outcome: 'NOT_APPROPRIATE_NOW' });
  expect(bare.warnings).toEqual([`the reason why it is not appropriate now is missing (${WHEN})`, `nobody is named who covers meanwhile (${WHEN})`, `there is no date on which to ask again (${WHEN})`]);
  expect((await journey.stands(episode)).next).toBe('SET_DAY_TO_ASK_AGAIN, HUB_COORDINATOR, by 2025-10-28 21:00');
  const whole = await triage(bare.revision, { outcome: 'NOT_APPROPRIATE_NOW', words: 'Invented: in hospital.', coveredBy: 'Invented ward', askAgainOn: '2025-10-28' });
  expect(whole.warnings).toEqual([]);
  expect((await journey.stands(episode)).next).toBe('COVERED, nobody, by 2025-10-28 00:00');
  journey.at('2025-10-28 09:00');
  expect((await journey.stands(episode)).next).toBe('ASK_AGAIN, HUB_COORDINATOR, by 2025-10-28 23:59');
  await triage(whole.revision, { outcome: 'ROUTINE' });
  await journey.does('coordinator', 'assignWorker', { child, revision: 0, worker: 'worker' });
  expect((await journey.stands(episode)).next).toBe('OFFER, worker@fenmoor, by 2025-10-28 21:00');
});

test('West Sussex, a good interview: a child who declines is asked a second and a third time, and who then accepts goes on', async () => {
  const AGAIN = 'the child can be asked a further time (West Sussex, What makes a good RHI)';
  const offers = async (at: string, outcome: string): Promise<readonly string[]> =>
    (await journey.does('worker', 'recordOffer', { child, episodes: [episode], at, offeredTo: 'CHILD', outcome })).warnings;
  journey.at('2025-10-28 16:00');
  expect(await offers('2025-10-28T10:00', 'DECLINED_BY_YOUNG_PERSON')).toEqual([AGAIN]);
  expect((await journey.stands(episode)).next).toBe('ASK_AGAIN, worker@fenmoor, by 2025-10-28 21:00');
  expect(await offers('2025-10-28T14:00', 'DECLINED_BY_YOUNG_PERSON')).toEqual([AGAIN]);
  journey.at('2025-10-29 12:00');
  expect(await offers('2025-10-29T11:00', 'ACCEPTED')).toEqual([]);
  expect(await journey.stands(episode)).toMatchObject({ next: 'INTERVIEW, worker@fenmoor' });
  expect(await journey.clocks(episode, 'STATUTORY_INTERVIEW', 'CHILD_SEEN')).toEqual(['STATUTORY_INTERVIEW LATE by 15 h', 'CHILD_SEEN LATE by 13.8 h']);
});

test('West Sussex, what next: the child and the professionals are followed up within a week of the interview', async () => {
  journey.at('2025-10-30 17:00');
  const answers = { reasons: 'Invented words.', independentOfPlacement: 'YES' };
  const { warnings } = await journey.does('worker', 'recordInterview', { child, episodes: [episode], state: 'COMPLETED', at: '2025-10-30T15:00', answers });
  expect(warnings).toEqual(['in what capacity the interview is held is not recorded (West Sussex, Who completes the RHI)']);
  expect(await journey.stands(episode)).toMatchObject({ clocks: ['STATUTORY_INTERVIEW LATE by 42 h', 'CHILD_SEEN LATE by 40.8 h', 'FOLLOW_UP DUE 2025-11-06 15:00'], next: 'FOLLOW_UP, worker@fenmoor, by 2025-11-06 15:00' });
  journey.at('2025-11-05 10:00');
  await writesDown('worker', { step: 'FOLLOWED_UP', at: '2025-11-05T09:30', words: 'Invented: with her and the school.' });
  expect(await journey.clocks(episode, 'FOLLOW_UP')).toEqual(['FOLLOW_UP ON_TIME']);
  expect((await journey.stands(episode)).next).toBe('FINALISE, worker@fenmoor');
  expect((await journey.does('worker', 'finaliseEpisode', { episode, revision: 0, finalised: true })).warnings).toEqual([]);
});

test('West Sussex: the team interviews from ten; of a child of nine the triage says so, and keeps what is done all the same', async () => {
  await mosaic({ step: '5002', child: '0059', started: '2025-11-04 18:00:00', completed: '2025-11-05 08:00:00', answers: { 'Child Absent or Missing (Document)': 'Missing', 'Date/Time Returned': '2025-11-05 07:30' } });
  const young = await journey.find('2025-11-04 18:00');
  const { warnings } = await journey.does('coordinator', 'triageReturn', { episode: young.episode, revision: 0, outcome: 'ROUTINE', departure: 'Invented: knows the worker well.' });
  expect(warnings).toEqual([`a child of this age is not interviewed by the team (${WHEN})`]);
  expect(await journey.clocks(young.episode, 'STATUTORY_INTERVIEW')).toEqual(['STATUTORY_INTERVIEW DUE 2025-11-08 07:30']);
});

test('West Sussex, counted at the end: the interview late by both clocks, and no clock for the offer', async () => {
  expect(await journey.timely('2025-10')).toEqual({ ...NO_OFFER_CLOCK, returns: 1, eligible: 1, offered: 1, accepted: 1, completed: 1, statutoryNotInTime: 1, statutoryLate: 1, ownNotInTime: 1, ownLate: 1 });
});
