import { askExactly } from '../../src/actions/ask-exactly.ts';
import { aDecidingHub, MORNING, type DecidingHub } from './a-deciding-hub.ts';
import { actor } from './some-people.ts';

const HOUR = 3_600_000;

describe('a question about an exactly named child', () => {
  let hub: DecidingHub;
  beforeAll(async () => {
    hub = await aDecidingHub();
  });
  afterAll(() => hub.close());

  const asking = (now: number): Promise<void> =>
    askExactly(hub.services, { action: 'whoseChild', actor: actor('gil'), input: {}, key: null, reason: 'Invented.', now }, 'a key of nobody');

  test('row 67: is answered sixty times an hour to one agency, whoever asks there', async () => {
    const others = `insert into identity_question select gen_random_uuid(), $1, 'colleague ' || n, 'farshire-police' from generate_series(1, 60) as n`;
    await hub.ingest.rows(others, [new Date(MORNING).toISOString()]);
    await expect(asking(MORNING + 1)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    await expect(asking(MORNING + HOUR)).resolves.toBeUndefined();
  });
});
