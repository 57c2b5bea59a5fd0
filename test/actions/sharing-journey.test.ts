import { aMissing, aFound } from '../journeys/documents.ts';
import { aDecidingHub, anInterview, MINUTE, type DecidingHub } from './a-deciding-hub.ts';
import { agree, approve, override, propose, share, TEXT } from './decisions.ts';

const HOUR = 60 * MINUTE;
const SENTENCE = 'Details of the interview are not shared here. Please ask the child’s social worker.';

let hub: DecidingHub;
beforeEach(async () => {
  hub = await aDecidingHub();
});
afterEach(() => hub.close());

const homeReads = (id: string) => hub.interview('hal', id);
const onlyThatItWas = { __typename: 'InterviewNotice', sentence: SENTENCE };
const itsText = (text: string) => ({ __typename: 'RedactedInterview', redactedText: text });

/** An interview that the home reads in the text approved for it. */
async function aSharedInterview(): Promise<string> {
  const { id } = await anInterview(hub);
  await agree(hub, id);
  await share(hub, id);
  await approve(hub, (await propose(hub, id)).id);
  expect(await homeReads(id)).toMatchObject(itsText(TEXT));
  return id;
}

/** Police say that she runs again, and perhaps what came of it. */
const AGAIN = {
  'Report/MisperId': 'MP-2',
  'Report/MissingSince': '2025-11-20T09:00:00Z',
  'Header/MessageId': 'M-10',
  'Header/SentAt': '2025-11-20T09:30:00Z',
  'Care/HostAuthority': 'E99000002',
  'Care/PlacementURN': 'SC900001',
};
const tracedOnly = aFound({
  ...AGAIN,
  'Header/MessageId': 'M-11',
  'Header/SentAt': '2025-11-20T11:00:00Z',
  'Found/WhenTraced': '2025-11-20T10:50:00Z',
  'Found/WhenReturned': null,
  'Found/ReturnedTo': null,
});
const backAgain = aFound({
  ...AGAIN,
  'Header/MessageId': 'M-12',
  'Header/SentAt': '2025-11-20T13:00:00Z',
  'Found/WhenTraced': '2025-11-20T10:50:00Z',
  'Found/WhenReturned': '2025-11-20T12:30:00Z',
});

test('an interview is shared by one step after the other, and goes back to its date as soon as one no longer stands', async () => {
  const { id } = await anInterview(hub);
  const refused = await agree(hub, id, { state: 'REFUSED' });
  expect(await homeReads(id)).toEqual({ id, state: 'COMPLETED', at: expect.anything() as object, ...onlyThatItWas });

  await agree(hub, id, { revision: refused.revision });
  await share(hub, id);
  const text = await propose(hub, id);
  expect(await homeReads(id)).toMatchObject(onlyThatItWas);
  await approve(hub, text.id);
  expect(await homeReads(id)).toEqual({
    id,
    state: 'COMPLETED',
    at: expect.anything() as object,
    sentence: SENTENCE,
    redactedText: TEXT,
    redactedAnswers: [{ question: 'firstTime', words: ['NO'] }],
    __typename: 'RedactedInterview',
  });

  const associate = { name: 'Orrin Madeup', category: 'ASSOCIATE', grade: null, reviewOn: '2026-05-01' } as const;
  await anInterview(hub, { id, revision: 1, answers: { reasons: 'Invented words of the child.', firstTime: 'NO', namedPeople: [associate] } });
  expect(await homeReads(id)).toMatchObject(onlyThatItWas);
  await expect(approve(hub, text.id)).rejects.toMatchObject({ code: 'REDACTION_STALE' });
});

test('where she stayed before is open to the missing team from the moment she is missing until she is back', async () => {
  await anInterview(hub);
  expect(await hub.locating('pim')).toBeNull();
  hub.now += 8 * HOUR;
  await hub.tell(aMissing(AGAIN));
  const stayed = [{ placesStayed: ['5 Invented Yard'], peopleWith: ['Corvin Madeup'] }];
  expect(await hub.locating('pim')).toEqual(stayed);
  await hub.tell(tracedOnly);
  expect(await hub.locating('pim')).toEqual(stayed);
  await hub.tell(backAgain);
  expect(await hub.locating('pim')).toBeNull();
});

test('an override releases the approved text without agreement or decision, and ends by itself', async () => {
  const { id } = await anInterview(hub);
  await agree(hub, id, { state: 'REFUSED' });
  await approve(hub, (await propose(hub, id)).id);
  expect(await homeReads(id)).toMatchObject(onlyThatItWas);
  await override(hub, id);
  expect(await homeReads(id)).toMatchObject(itsText(TEXT));
  hub.now += 2 * HOUR - 1;
  expect(await homeReads(id)).toMatchObject(itsText(TEXT));
  hub.now += 1;
  expect(await homeReads(id)).toMatchObject(onlyThatItWas);
});

test('the duty team overrides at night, and does nothing off shift', async () => {
  const { id } = await anInterview(hub);
  await approve(hub, (await propose(hub, id)).id);
  await override(hub, id, { as: 'ede' });
  expect(await homeReads(id)).toMatchObject(itsText(TEXT));
  hub.now += 24 * HOUR;
  await expect(override(hub, id, { as: 'ede', revision: 1 })).rejects.toMatchObject({ code: 'OFF_SHIFT' });
});

test('an override releases no text that nobody approved, and says so', async () => {
  const { id } = await anInterview(hub);
  await propose(hub, id);
  const { warnings } = await override(hub, id);
  expect(warnings).toEqual([expect.stringContaining('No redacted text is approved')]);
  expect(await homeReads(id)).toMatchObject(onlyThatItWas);
});

test('an agreement that is withdrawn ends the sharing with the next read', async () => {
  const id = await aSharedInterview();
  await agree(hub, id, { revision: 1, state: 'WITHDRAWN' });
  expect(await homeReads(id)).toMatchObject(onlyThatItWas);
});

test('a decision to withhold ends the sharing with the next read', async () => {
  const id = await aSharedInterview();
  await share(hub, id, { revision: 1, decision: 'WITHHOLD' });
  expect(await homeReads(id)).toMatchObject(onlyThatItWas);
});

test("row 68: one home's text is never served to another", async () => {
  const id = await aSharedInterview();
  // She is missing from Ashgrove House now.
  hub.now += 2 * HOUR;
  await hub.tell(aMissing({ ...AGAIN, 'Care/PlacementURN': 'SC900002' }));
  await agree(hub, id, { recipient: 'ashgrove' });
  await share(hub, id, { recipient: 'ashgrove' });
  expect(await hub.interview('ash', id)).toBeNull();
  const other = 'Wrenna asks to keep her bicycle in the new house.';
  await approve(hub, (await propose(hub, id, { recipient: 'ashgrove', text: other })).id);
  expect(await hub.interview('ash', id)).toMatchObject(itsText(other));
  // Larkfield has nothing to do with her any more.
  expect(await homeReads(id)).toBeNull();
});

test('a text for the police serves the involved force without a decision', async () => {
  const { id } = await anInterview(hub);
  await approve(hub, (await propose(hub, id, { audience: 'POLICE', recipient: null })).id);
  expect(await hub.interview('pim', id)).toMatchObject(itsText(TEXT));
  expect(await homeReads(id)).toMatchObject(onlyThatItWas);
});
