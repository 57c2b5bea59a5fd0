import { replayQuarantine } from '../../src/ingest/replay-quarantine.ts';
import { asWriter } from '../../src/store/database.ts';
import { dismissEntries } from '../../src/store/write/mending-store.ts';
import { a903, anIngest, NOW, type TestIngest } from './an-ingest.ts';

const TWO_BAD_ROWS = 'CHILD,DOB,MISSING,MIS_START,MIS_END\n0001,14/05/2011,X,28/10/2025,30/10/2025\n0002,15/05/2011,X,28/10/2025,30/10/2025\n';

describe('an entry somebody dismissed', () => {
  let hub: TestIngest;
  beforeAll(async () => {
    hub = await anIngest();
  });
  afterAll(() => hub.close());

  it('stays so when its document is read again for another entry, and that one stays open', async () => {
    await hub.ingest(a903(TWO_BAD_ROWS, '2026-05-01'));
    const states = async (): Promise<string[]> => (await hub.rows<{ state: string }>('select state from quarantine order by place')).map(({ state }) => state);
    const [first, second] = await hub.rows<{ id: string }>('select id from quarantine order by place');
    await asWriter(hub.services.database, (em) => dismissEntries(em, [first?.id ?? ''], { at: NOW, by: 'nia@northmere', reason: 'Left the authority long ago.' }));

    await replayQuarantine(hub.services, { agency: 'northmere', ids: [second?.id ?? ''], acceptRetractions: false, by: 'nia@northmere' });
    expect(await states()).toEqual(['DISMISSED', 'OPEN']);
  });
});
