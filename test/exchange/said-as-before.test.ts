import { connectClient } from '../../src/store/connection.ts';
import { anInterview } from '../actions/a-deciding-hub.ts';
import { twoHubs, whenThere, type TwoHubs } from './two-hubs.ts';

let hubs: TwoHubs;
beforeAll(async () => {
  hubs = await twoHubs();
});
afterAll(() => hubs.close());

const FIRST = 'Invented words of the child.';
const SECOND = 'Second invented words.';

/** What the receiving hub shows of the interview, once it shows these words. */
const isShown = (words: string): Promise<string> =>
  whenThere(async () => {
    const client = await connectClient(hubs.placing.databaseUrl);
    try {
      const { rows } = await client.query<{ reasons: string }>('select reasons from interview_full');
      return rows.find(({ reasons }) => reasons === words)?.reasons;
    } finally {
      await client.end();
    }
  });

it('what is said again as it was said before last is taken as what is said now, and once', async () => {
  const one = hubs.one();
  const send = async (): Promise<unknown> => {
    hubs.host.now += 60_000;
    const delivered = await hubs.send({ ...one, sentAt: hubs.host.now });
    return 'received' in delivered ? delivered.received.statement.outcome : delivered;
  };
  const amend = (revision: number, reasons: string) => anInterview(hubs.host, { id: hubs.interview, revision, answers: { reasons, firstTime: 'NO', vulnerabilities: ['SELF_HARM'] } }, 'gus');
  const first = await amend(1, FIRST);
  expect(await send()).toBe('ACCEPTED');
  await isShown(FIRST);
  const second = await amend(first.revision, SECOND);
  expect(await send()).toBe('ACCEPTED');
  await isShown(SECOND);
  await amend(second.revision, FIRST);
  expect(await send()).toBe('ACCEPTED');
  await isShown(FIRST);
  const documents = await hubs.placing.documents();
  expect(await send()).toBe('ALREADY_HELD');
  expect(await hubs.placing.documents()).toBe(documents);
});
