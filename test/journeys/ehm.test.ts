import { packFiles } from '../../src/ingest/pack-files.ts';
import { aRunningHub, type Asker, type RunningHub } from './a-running-hub.ts';
import { placedIn, readsOf } from './a-return.ts';

/** A child open to early help, with what its case notes tell: missing, back, and that the interview was held. */
const SET: Readonly<Record<string, string>> = {
  'fact_caf_episode.csv': `FACT_CAF_EPISODE_ID,DIM_PERSON_ID,EPISODE_START_DTTM,EPISODE_END_DTTM,START_REASON
7001,0058,2025-09-01T00:00:00,,SELF
`,
  'case_note.csv': `CASE_NOTE_ID,DIM_PERSON_ID,NOTE_TYPE,SIGNIFICANT_EVENT,EVENT_DTTM,EVENT_END_DTTM,ABOUT_CASE_NOTE_ID,NOTE
510,0058,Significant event,Missing,2025-11-14T21:30:00,,,Invented words of the family.
512,0058,Significant event,Returned,2025-11-15T09:15:00,,510,
514,0058,Significant event,Return interview held,2025-11-18T14:00:00,,510,Invented words of the child.
`,
  'dim_person.csv': `DIM_PERSON_ID,FORENAME,SURNAME,BIRTH_DTTM,UPN
0058,Wrenna,Testfield,2011-03-08T00:00:00,J999126000004
`,
};
const OUTSIDERS: readonly Asker[] = [{ as: 'southvale-coordinator' }, { as: 'brookside-manager' }, { as: 'westhaven-missing-team' }];

let hub: RunningHub;
beforeAll(async () => {
  hub = await aRunningHub();
});
afterAll(() => hub.close());

test('significant events of early help give the authority the episode and that the interview was held, the home a notice, and nobody a word of the notes', async () => {
  const archive = await packFiles(Object.entries(SET).map(([name, text]) => ({ name, bytes: Buffer.from(text) })));
  const sent = { adapter: 'ehm', as: 'northmere-ehm-client', bytes: new Uint8Array(archive), extracted: '2025-11-20T06:00:00Z' };
  const statuses = await hub.deliver(...placedIn('northmere', 'SC900002'), sent);
  expect(statuses.at(-1)).toMatchObject({ state: 'TAKEN', refused: 0 });

  const own = await readsOf(hub, { as: 'northmere-coordinator' });
  expect(own.episodes).toEqual([{ kind: 'MISSING', status: 'RETURNED', circumstances: null, statusChanges: [{ status: 'MISSING' }] }]);
  const episodes = [{ missingSince: { text: '2025-11-14T21:30:00' } }];
  expect(own.interviews).toEqual([{ __typename: 'FullInterview', state: 'COMPLETED', at: { text: '2025-11-18T14:00:00' }, reasons: null, episodes }]);

  const home = await readsOf(hub, { as: 'larkfield-manager' });
  expect(home.interviews.map(({ __typename, state }) => [__typename, state])).toEqual([['InterviewNotice', 'COMPLETED']]);
  expect(own.text + home.text).not.toMatch(/Invented words/);
  for (const outsider of OUTSIDERS) {
    expect((await readsOf(hub, outsider)).episodes).toEqual([]);
  }
});
