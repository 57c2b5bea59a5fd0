import { aReturnJourney, aSet, NO_OFFER_CLOCK, type ReturnJourney } from './a-return-journey.ts';

/** What Liberi tells so far of Wrenna, who goes missing again before anybody could interview her. */
const EPISODES = {
  FIRST: ['9050,0061,2025-11-14T21:30:00,,Missing,,', '9050,0061,2025-11-14T21:30:00,2025-11-15T09:15:00,Missing,,'],
  SECOND: ['9051,0061,2025-11-15T20:00:00,,Missing,,', '9051,0061,2025-11-15T20:00:00,2025-11-17T07:00:00,Missing,,'],
} as const;
const AWAY_MEANWHILE = ['1,9051,Missing,2025-11-15T20:00:00', '2,9051,Away,2025-11-16T11:00:00', '3,9051,Missing,2025-11-16T20:00:00'];

const FORM_EACH = 'each episode has a form of its own that refers to the next (Kent, Children who go missing before a return interview can take place)';
const FORM_FIRST = 'the episode is finalised before the form is done (Kent, After the return interview)';
const RUNS_ON: unknown = expect.stringMatching(/^the offer ended without an interview, and its clock runs on: statutory interview due in /);

let journey: ReturnJourney;
let first = { child: '', episode: '' };
let second = first;
beforeAll(async () => {
  journey = await aReturnJourney({ practice: 'kent', adapter: 'liberi' });
});
afterAll(() => journey.hub.close());

async function liberi(episodes: readonly string[], statuses: readonly string[] = []): Promise<void> {
  const bytes = await aSet({
    'fact_missing_person.csv': ['FACT_MISSING_PERSON_ID,DIM_PERSON_ID,START_DTTM,END_DTTM,MISSING_STATUS,RETURN_INTERVIEW_OFFERED,RETURN_INTERVIEW_ACCEPTED', ...episodes],
    'fact_missing_status.csv': ['FACT_MISSING_STATUS_ID,FACT_MISSING_PERSON_ID,MISSING_STATUS,START_DTTM', ...statuses],
    'fact_form_answers.csv': ['FACT_FORM_ID,FACT_FORM_ANSWER_ID,FACT_MISSING_PERSON_ID,ANSWER_NO,ANSWER,ANSWERED_DTTM'],
    'dim_person.csv': ['DIM_PERSON_ID,FORENAME,SURNAME,BIRTH_DTTM', '0061,Wrenna,Testfield,2011-03-08T00:00:00'],
  });
  await journey.tells({ adapter: 'liberi', bytes, extracted: new Date(journey.hub.now).toISOString() });
}

test('missing: neither clock runs before the return, and the police hold the next step', async () => {
  journey.at('2025-11-14 23:00');
  await liberi([EPISODES.FIRST[0]]);
  first = await journey.find('2025-11-14 21:30');
  const notYet = 'CANNOT_TELL: what starts it has not happened, as far as the hub is told';
  expect(await journey.stands(first.episode)).toEqual({ status: 'MISSING', clocks: [`STATUTORY_INTERVIEW ${notYet}`, `INTERVIEW ${notYet}`], next: 'FIND_CHILD, POLICE_MISSING_TEAM' });
});

test('Kent, when to interview: 72 hours from the return, beside the statutory clock that says the same here', async () => {
  journey.at('2025-11-15 10:00');
  await liberi([EPISODES.FIRST[1]]);
  const clocks = ['STATUTORY_INTERVIEW DUE 2025-11-18 09:15', 'INTERVIEW DUE 2025-11-18 09:15'];
  expect(await journey.stands(first.episode)).toEqual({ status: 'RETURNED', clocks, next: 'NOTIFY_RETURN, HUB_COORDINATOR, by 2025-11-18 09:15' });
  await journey.does('business-support', 'recordReturnStep', { episode: first.episode, step: 'RETURN_NOTIFIED', at: '2025-11-15T09:40' });
  expect((await journey.stands(first.episode)).next).toBe('TRIAGE, HUB_COORDINATOR, by 2025-11-18 09:15');
  await journey.does('coordinator', 'triageReturn', { episode: first.episode, revision: 0, outcome: 'ROUTINE' });
  await journey.does('coordinator', 'assignWorker', { child: first.child, revision: 0, worker: 'worker' });
  await journey.does('coordinator', 'recordRelationship', { child: first.child, revision: 0, relationship: 'SOCIAL_WORKER', holder: 'social-worker' });
  expect(await journey.stands(first.episode)).toEqual({ status: 'RETURNED', clocks, next: 'OFFER, worker@fenmoor, by 2025-11-18 09:15' });
});

test('missing again before the interview is an episode of its own, in which being away in between is a status and no return', async () => {
  journey.at('2025-11-16 12:00');
  await liberi([EPISODES.FIRST[1], EPISODES.SECOND[0]], AWAY_MEANWHILE.slice(0, 2));
  second = await journey.find('2025-11-15 20:00');
  expect(await journey.stands(second.episode)).toMatchObject({ status: 'AWAY', next: 'BRING_BACK, SOCIAL_WORKER' });
  journey.at('2025-11-16 22:00');
  await liberi([EPISODES.FIRST[1], EPISODES.SECOND[0]], AWAY_MEANWHILE);
  expect(await journey.stands(second.episode)).toMatchObject({ status: 'MISSING', next: 'FIND_CHILD, POLICE_MISSING_TEAM' });
  journey.at('2025-11-17 08:00');
  await liberi([EPISODES.FIRST[1], EPISODES.SECOND[1]], AWAY_MEANWHILE);
  expect((await journey.stands(second.episode)).clocks).toEqual(['STATUTORY_INTERVIEW DUE 2025-11-20 07:00', 'INTERVIEW DUE 2025-11-20 07:00']);
});

test('Kent, missing before the interview: a form for each episode, and the first is finalised only after its own', async () => {
  journey.at('2025-11-17 09:00');
  await journey.does('worker', 'recordOffer', { child: first.child, episodes: [first.episode], at: '2025-11-15T10:30', offeredTo: 'CHILD', outcome: 'SUBSEQUENT_MISSING_EPISODE', phonedYoungPerson: 'YES' });
  expect((await journey.stands(first.episode)).next).toBe('RECORD_PAPERWORK, worker@fenmoor');
  const early = await journey.does('coordinator', 'finaliseEpisode', { episode: first.episode, revision: 0, finalised: true });
  expect(early.warnings).toEqual([FORM_FIRST, RUNS_ON]);
  const again = await journey.does('coordinator', 'finaliseEpisode', { episode: first.episode, revision: early.revision, finalised: false });
  await journey.does('worker', 'recordReturnStep', { episode: first.episode, step: 'PAPERWORK_RECORDED', at: '2025-11-17T08:45' });
  expect((await journey.stands(first.episode)).next).toBe('FINALISE, worker@fenmoor');
  const { warnings } = await journey.does('worker', 'finaliseEpisode', { episode: first.episode, revision: again.revision, finalised: true });
  expect(warnings).toEqual([RUNS_ON]);
  expect((await journey.stands(first.episode)).next).toBe('NOTHING, nobody');
});

test('Kent: booked and then not attended is refused, and an acceptance after it goes on', async () => {
  await journey.does('business-support', 'recordReturnStep', { episode: second.episode, step: 'RETURN_NOTIFIED', at: '2025-11-17T08:10' });
  await journey.does('coordinator', 'triageReturn', { episode: second.episode, revision: 0, outcome: 'ROUTINE' });
  const offered = { child: second.child, episodes: [second.episode], offeredTo: 'CHILD' };
  await journey.does('worker', 'recordOffer', { ...offered, at: '2025-11-17T08:30', outcome: 'REFUSED_AFTER_BOOKING', explanation: 'Invented: was not there.' });
  journey.at('2025-11-18 09:00');
  expect((await journey.stands(second.episode)).next).toBe('FINALISE, worker@fenmoor');
  await journey.does('worker', 'recordOffer', { ...offered, at: '2025-11-18T08:40', outcome: 'ACCEPTED' });
  expect((await journey.stands(second.episode)).next).toBe('INTERVIEW, worker@fenmoor, by 2025-11-20 07:00');
});

test('Kent: a child open to social care is interviewed by a social worker, and by one form for each episode; other ways are kept with a warning', async () => {
  journey.at('2025-11-18 15:15');
  const held = { child: second.child, state: 'COMPLETED', at: '2025-11-18T14:00' };
  const words = { reasons: 'Invented words of the child.' };
  const both = await journey.does('worker', 'recordInterview', { ...held, episodes: [first.episode, second.episode], answers: words });
  expect(both.warnings).toEqual(['in what capacity the interview is held is not recorded (Kent, When should a return interview be undertaken)', FORM_EACH]);
  const { warnings } = await journey.does('worker', 'recordInterview', { ...held, id: both.id, revision: both.revision, episodes: [second.episode], answers: { ...words, conductedCapacity: 'Social worker' } });
  expect(warnings).toEqual([]);
});

test('Kent: the interview of the second stops its clocks alone, and the first stays late by what it is', async () => {
  expect(await journey.stands(second.episode)).toEqual({ status: 'RETURNED', clocks: ['STATUTORY_INTERVIEW ON_TIME', 'INTERVIEW ON_TIME'], next: 'FINALISE, worker@fenmoor' });
  expect((await journey.stands(first.episode)).clocks).toEqual(['STATUTORY_INTERVIEW LATE by 6 h', 'INTERVIEW LATE by 6 h']);
});

test('Kent, absent without authorisation: whether the risk of the hours away is assessed is asked at the end, and nothing is refused', async () => {
  const { warnings } = await journey.does('worker', 'finaliseEpisode', { episode: second.episode, revision: 0, finalised: true });
  expect(warnings).toEqual(['perhaps the risk of a child who was away is not assessed (Kent, Absent from placement without authorisation)']);
  expect((await journey.stands(second.episode)).next).toBe('NOTHING, nobody');
});

test('Kent, counted at the end: it has a clock for the interview and none for the offer', async () => {
  expect(await journey.timely('2025-11')).toEqual({ ...NO_OFFER_CLOCK, returns: 2, eligible: 2, notOffered: 1, noOffer: 1, offered: 1, accepted: 1, completed: 1, statutoryInTime: 1, ownInTime: 1 });
});
