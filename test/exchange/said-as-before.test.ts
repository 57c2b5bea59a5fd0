import { connectClient } from '../../src/store/connection.ts';
import { anInterview } from '../actions/a-deciding-hub.ts';
import { twoHubs, whenThere, type TwoHubs } from './two-hubs.ts';

const FIRST = 'Invented words of the child.';
const SECOND = 'Second invented words.';

/** What the receiving hub shows of the interview, once it shows these words. */
const isShown = (hubs: TwoHubs, words: string): Promise<string> =>
  whenThere(async () => {
    const client = await connectClient(hubs.placing.databaseUrl);
    try {
      const { rows } = await client.query<{ reasons: string }>('select reasons from interview_full');
      return rows.find(({ reasons }) => reasons === words)?.reasons;
    } finally {
      await client.end();
    }
  });

/** By when it was sent a document of the one is known inside, and of the other by the message alone. */
describe.each(['authority-exchange', 'liberi'])('in the format of %s', (format) => {
  let hubs: TwoHubs;
  beforeAll(async () => {
    hubs = await twoHubs(format);
  });
  afterAll(() => hubs.close());

  it('what is said again as it was said before last is taken as what is said now, and once', async () => {
    const one = hubs.one();
    const send = async (): Promise<unknown> => {
      hubs.host.now += 60_000;
      hubs.placing.now = hubs.host.now;
      const delivered = await hubs.send({ ...one, sentAt: hubs.host.now });
      return 'received' in delivered ? delivered.received.statement.outcome : delivered;
    };
    const amend = (revision: number, reasons: string) => anInterview(hubs.host, { id: hubs.interview, revision, answers: { reasons, firstTime: 'NO', vulnerabilities: ['SELF_HARM'] } }, 'gus');
    const first = await amend(1, FIRST);
    expect(await send()).toBe('ACCEPTED');
    await isShown(hubs, FIRST);
    const second = await amend(first.revision, SECOND);
    expect(await send()).toBe('ACCEPTED');
    await isShown(hubs, SECOND);
    await amend(second.revision, FIRST);
    expect(await send()).toBe('ACCEPTED');
    await isShown(hubs, FIRST);
    const documents = await hubs.placing.documents();
    expect([await send(), await send()]).toEqual(['ALREADY_HELD', 'ALREADY_HELD']);
    expect(await hubs.placing.documents()).toBe(documents);
  });
});
