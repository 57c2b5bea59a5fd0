import { aRunningHub, type Asker, type RunningHub } from './a-running-hub.ts';
import { placedIn, readsOf } from './a-return.ts';

/** Two episodes of one child of Southvale's; the form of the second covers both. */
const EXPORT = `<?xml version="1.0" encoding="UTF-8"?>
<LcsExport schemaVersion="1"><ExportedAt>2025-11-20T06:00:00Z</ExportedAt>
 <MissingPersonEpisode>
  <FACT_MISSING_PERSON_ID>9030</FACT_MISSING_PERSON_ID><DIM_PERSON_ID>0058</DIM_PERSON_ID>
  <START_DTTM>2025-11-14T21:30:00</START_DTTM><END_DTTM>2025-11-15T09:15:00</END_DTTM><START_REASON>CONTACT</START_REASON>
  <Person><FORENAME>Wrenna</FORENAME><SURNAME>Testfield</SURNAME><BIRTH_DTTM>2011-03-08T00:00:00</BIRTH_DTTM><UPN>J999126000004</UPN></Person>
 </MissingPersonEpisode>
 <MissingPersonEpisode>
  <FACT_MISSING_PERSON_ID>9031</FACT_MISSING_PERSON_ID><DIM_PERSON_ID>0058</DIM_PERSON_ID>
  <START_DTTM>2025-11-16T18:00:00</START_DTTM><END_DTTM>2025-11-17T02:10:00</END_DTTM>
  <RETURN_INTERVIEW_OFFERED>YES</RETURN_INTERVIEW_OFFERED><RETURN_INTERVIEW_ACCEPTED>YES</RETURN_INTERVIEW_ACCEPTED>
  <MissingStatus><FACT_MISSING_STATUS_ID>1</FACT_MISSING_STATUS_ID><MISSING_STATUS>Missing</MISSING_STATUS><START_DTTM>2025-11-16T18:00:00</START_DTTM></MissingStatus>
  <MissingStatus><FACT_MISSING_STATUS_ID>2</FACT_MISSING_STATUS_ID><MISSING_STATUS>Away</MISSING_STATUS><START_DTTM>2025-11-16T22:00:00</START_DTTM></MissingStatus>
  <Form><FACT_FORM_ID>501</FACT_FORM_ID>
   <Answer><ANSWER_NO>rhiOutcome</ANSWER_NO><ANSWER>Completed</ANSWER></Answer>
   <Answer><ANSWER_NO>rhiDate</ANSWER_NO><ANSWER>2025-11-18T14:00:00</ANSWER></Answer>
   <Answer><ANSWER_NO>additionalEpisodes</ANSWER_NO><ANSWER>9030</ANSWER></Answer>
   <Answer><ANSWER_NO>reasonsForGoing</ANSWER_NO><ANSWER>Invented words of the child.</ANSWER></Answer>
   <Answer><ANSWER_NO>whereStayed</ANSWER_NO><ANSWER>5 Invented Yard</ANSWER></Answer>
  </Form>
 </MissingPersonEpisode>
</LcsExport>`;
const OWN: Asker = { as: 'southvale-coordinator' };
const HOME: Asker = { as: 'brookside-manager' };
const OUTSIDERS: readonly Asker[] = [{ as: 'northmere-coordinator' }, { as: 'larkfield-manager' }, { as: 'westhaven-missing-team' }];

let hub: RunningHub;
beforeAll(async () => {
  hub = await aRunningHub();
});
afterAll(() => hub.close());

test('an LCS export gives the authority the interview in full, the home that there was one, and nobody else anything', async () => {
  const statuses = await hub.deliver(...placedIn('southvale', 'SC900003'), { adapter: 'lcs', as: 'southvale-lcs-client', bytes: EXPORT });
  expect(statuses.at(-1)).toMatchObject({ state: 'TAKEN', refused: 0 });

  const own = await readsOf(hub, OWN);
  expect(own.episodes).toEqual([
    { kind: 'MISSING', status: 'RETURNED', circumstances: null, statusChanges: [{ status: 'MISSING' }, { status: 'AWAY' }] },
    { kind: 'MISSING', status: 'RETURNED', circumstances: 'Went to see somebody', statusChanges: [{ status: 'MISSING' }] },
  ]);
  expect(own.interviews).toEqual([
    {
      __typename: 'FullInterview',
      state: 'COMPLETED',
      at: { text: '2025-11-18T14:00:00' },
      reasons: 'Invented words of the child.',
      episodes: [{ missingSince: { text: '2025-11-16T18:00:00' } }, { missingSince: { text: '2025-11-14T21:30:00' } }],
    },
  ]);
  expect(own.offers).toEqual([{ outcome: 'ACCEPTED', offeredTo: 'CHILD' }]);

  const home = await readsOf(hub, HOME);
  expect(home.interviews.map(({ __typename, state }) => [__typename, state])).toEqual([['InterviewNotice', 'COMPLETED']]);
  expect(home.text).not.toMatch(/Invented words|Invented Yard/);
  for (const outsider of OUTSIDERS) {
    expect((await readsOf(hub, outsider)).episodes).toEqual([]);
  }
});
