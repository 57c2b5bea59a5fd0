import { aReturnJourney, aSet, type ReturnJourney } from './a-return-journey.ts';

let journey: ReturnJourney;
let episode = '';
beforeAll(async () => {
  journey = await aReturnJourney({ practice: 'somerset', adapter: 'ehm' });
});
afterAll(() => journey.hub.close());

/** The significant events of a child open to early help, as EHM's case notes tell them by now (Somerset 4.19). */
async function ehm(...notes: readonly string[]): Promise<void> {
  const bytes = await aSet({
    'fact_caf_episode.csv': ['FACT_CAF_EPISODE_ID,DIM_PERSON_ID,EPISODE_START_DTTM,EPISODE_END_DTTM,START_REASON', '7001,0058,2025-09-01T00:00:00,,SELF'],
    'case_note.csv': ['CASE_NOTE_ID,DIM_PERSON_ID,NOTE_TYPE,SIGNIFICANT_EVENT,EVENT_DTTM,EVENT_END_DTTM,ABOUT_CASE_NOTE_ID,NOTE', ...notes],
    'dim_person.csv': ['DIM_PERSON_ID,FORENAME,SURNAME,BIRTH_DTTM', '0058,Wrenna,Testfield,2011-03-08T00:00:00'],
  });
  await journey.tells({ adapter: 'ehm', bytes, extracted: new Date(journey.hub.now).toISOString() });
}
const GONE = '510,0058,Significant event,Missing,2025-11-14T21:30:00,,,';
const BACK = '512,0058,Significant event,Returned,2025-11-15T09:15:00,,510,';
const writesDown = (step: string, at: string): Promise<unknown> => journey.does('senior', 'recordReturnStep', { episode, step, at });

test('Somerset 5.1: of a child who is not looked after no strategy clock runs, and the social worker has 48 hours from being aware', async () => {
  journey.at('2025-11-15 12:00');
  await ehm(GONE, BACK);
  ({ episode } = await journey.find('2025-11-14 21:30'));
  const ids = ['STATUTORY_INTERVIEW', 'STRATEGY', 'RISK_CONSIDERED', 'SOCIAL_WORKER_CONTACT', 'SOCIAL_WORKER_CONTACT_LOOKED_AFTER'];
  expect(await journey.clocks(episode, ...ids)).toEqual(['STATUTORY_INTERVIEW DUE 2025-11-18 09:15']);
  await writesDown('SOCIAL_WORKER_AWARE', '2025-11-15T11:00');
  expect(await journey.clocks(episode, ...ids)).toEqual(['STATUTORY_INTERVIEW DUE 2025-11-18 09:15', 'SOCIAL_WORKER_CONTACT DUE 2025-11-17 11:00']);
  journey.at('2025-11-17 14:00');
  expect(await journey.clocks(episode, 'SOCIAL_WORKER_CONTACT')).toEqual(['SOCIAL_WORKER_CONTACT LATE by 3 h']);
  await writesDown('SOCIAL_WORKER_CONTACT', '2025-11-17T10:00');
  expect(await journey.clocks(episode, 'SOCIAL_WORKER_CONTACT')).toEqual(['SOCIAL_WORKER_CONTACT ON_TIME']);
});

test('Somerset 4.2: where the authority says no core hours nobody can tell by when a worker is assigned', async () => {
  await writesDown('RETURN_NOTIFIED', '2025-11-15T10:00');
  expect(await journey.clocks(episode, 'ASSIGNED', 'OFFER', 'ATTEMPTS')).toEqual(['ASSIGNED CANNOT_TELL: nobody says which hours are core hours', 'OFFER DUE 2025-11-18 10:00', 'ATTEMPTS DUE 2025-11-21 23:59']);
});

test('Somerset 4.19: the interview that EHM notes stops the statutory clock', async () => {
  journey.at('2025-11-18 16:00');
  await ehm(GONE, BACK, '514,0058,Significant event,Return interview held,2025-11-18T08:00:00,,510,');
  expect(await journey.clocks(episode, 'STATUTORY_INTERVIEW', 'PAPERWORK')).toEqual(['STATUTORY_INTERVIEW ON_TIME', 'PAPERWORK DUE 2025-11-20 08:00']);
});
