import { packFiles } from '../../src/ingest/pack-files.ts';
import { aRunningHub, type Asker, type RunningHub } from './a-running-hub.ts';
import { placedIn, readsOf } from './a-return.ts';

/** Missing twice before the interview: the first form refers to the second; the status changes inside the second episode. */
const SET: Readonly<Record<string, string>> = {
  'fact_missing_person.csv': `FACT_MISSING_PERSON_ID,DIM_PERSON_ID,START_DTTM,END_DTTM,MISSING_STATUS,RETURN_INTERVIEW_OFFERED,RETURN_INTERVIEW_ACCEPTED
9050,0061,2025-11-14T21:30:00,2025-11-15T09:15:00,Missing,NO,NA
9051,0061,2025-11-15T20:00:00,2025-11-17T07:00:00,Missing,YES,YES
`,
  'fact_missing_status.csv': `FACT_MISSING_STATUS_ID,FACT_MISSING_PERSON_ID,MISSING_STATUS,START_DTTM
1,9051,Missing,2025-11-15T20:00:00
2,9051,Away,2025-11-16T11:00:00
3,9051,Missing,2025-11-16T20:00:00
`,
  'fact_form_answers.csv': `FACT_FORM_ID,FACT_FORM_ANSWER_ID,FACT_MISSING_PERSON_ID,ANSWER_NO,ANSWER,ANSWERED_DTTM
520,1,9050,RI_NEXT_FORM,521,2025-11-16T15:00:00
521,2,9051,RI_STATUS,Completed,2025-11-19T15:00:00
521,3,9051,RI_DATE,2025-11-18T14:00:00,2025-11-19T15:00:00
521,4,9051,RI_REASONS,Invented words of the child.,2025-11-19T15:00:00
521,5,9051,RI_WHERE_STAYED,5 Invented Yard,2025-11-19T15:00:00
`,
  'dim_person.csv': `DIM_PERSON_ID,FORENAME,SURNAME,BIRTH_DTTM,UPN
0061,Wrenna,Testfield,2011-03-08T00:00:00,J999126000004
`,
};
const OWN: Asker = { as: 'southvale-coordinator' };
const HOME: Asker = { as: 'brookside-manager' };
const OUTSIDERS: readonly Asker[] = [{ as: 'northmere-coordinator' }, { as: 'larkfield-manager' }, { as: 'westhaven-missing-team' }];

let hub: RunningHub;
beforeAll(async () => {
  hub = await aRunningHub();
});
afterAll(() => hub.close());

test('a Liberi set gives the authority one interview of both episodes, the home that there was one, and nobody else anything', async () => {
  const archive = await packFiles(Object.entries(SET).map(([name, text]) => ({ name, bytes: Buffer.from(text) })));
  const sent = { adapter: 'liberi', as: 'southvale-liberi-client', bytes: new Uint8Array(archive), extracted: '2025-11-20T06:00:00Z' };
  const statuses = await hub.deliver(...placedIn('southvale', 'SC900003'), sent);
  expect(statuses.at(-1)).toMatchObject({ state: 'TAKEN', refused: 0 });

  const own = await readsOf(hub, OWN);
  expect(own.episodes).toEqual([
    { kind: 'MISSING', status: 'RETURNED', circumstances: null, statusChanges: [{ status: 'MISSING' }, { status: 'AWAY' }, { status: 'MISSING' }] },
    { kind: 'MISSING', status: 'RETURNED', circumstances: null, statusChanges: [{ status: 'MISSING' }] },
  ]);
  const episodes = [{ missingSince: { text: '2025-11-15T20:00:00' } }, { missingSince: { text: '2025-11-14T21:30:00' } }];
  expect(own.interviews).toMatchObject([
    { __typename: 'FullInterview', state: 'COMPLETED', at: { text: '2025-11-18T14:00:00' }, reasons: 'Invented words of the child.', episodes },
    { __typename: 'FullInterview', state: 'NOT_HELD', reasons: null, episodes: episodes.slice(1) },
  ]);
  expect(own.offers).toEqual(expect.arrayContaining([{ outcome: 'ACCEPTED', offeredTo: 'CHILD' }, { outcome: 'SUBSEQUENT_MISSING_EPISODE', offeredTo: 'CHILD' }]));

  const home = await readsOf(hub, HOME);
  expect(home.interviews.map(({ __typename, state }) => [__typename, state])).toEqual([['InterviewNotice', 'COMPLETED'], ['InterviewNotice', 'NOT_HELD']]);
  expect(home.text).not.toMatch(/Invented words|Invented Yard/);
  for (const outsider of OUTSIDERS) {
    expect((await readsOf(hub, outsider)).episodes).toEqual([]);
  }
});
