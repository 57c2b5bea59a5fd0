import { replayAdapter } from '../../src/ingest/replay-adapter.ts';
import { replayQuarantine } from '../../src/ingest/replay-quarantine.ts';
import { a903, anIngest, type TestDocument, type TestIngest } from './an-ingest.ts';
import { aReturnInTables, aReturnInXml, type ReturnedChild } from './documents.ts';

let hub: TestIngest;
beforeAll(async () => {
  hub = await anIngest();
});
afterEach(() => hub.clear());
afterAll(() => hub.close());

const CHILDREN = Array.from({ length: 30 }, (_, number): ReturnedChild => ({
  child: `00${String(number)}`,
  dob: '06/05/2011',
  upn: 'UN3',
  absences: [['M', '14/02/2026', '15/02/2026']],
  stays: [['01/05/2025', '', 'SC0000001']],
}));
const withChange = (child: string, changed: Partial<ReturnedChild>): ReturnedChild[] => CHILDREN.map((each) => (each.child === child ? { ...each, ...changed } : each));

const inTables = (children: readonly ReturnedChild[], extracted: string): TestDocument[] => aReturnInTables(children).map((table) => a903(table, extracted));
const inXml = (children: readonly ReturnedChild[], extracted: string): TestDocument => a903(aReturnInXml(children), extracted);

/** Records that are left, by kind. */
async function shown(): Promise<Record<string, string>> {
  const rows = await hub.rows<{ kind: string; count: string }>(
    `select 'placement' as kind, count(*) from placement union all select 'episode', count(*) from episode order by 1`,
  );
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]));
}

describe('a return that comes whole, in XML', () => {
  it('leaves the picture that its tables leave', async () => {
    await hub.ingest(...inTables(CHILDREN, '2026-04-01'));
    const fromTables = await hub.picture();
    await hub.clear();
    await hub.ingest(inXml(CHILDREN, '2026-04-01'));
    expect(await hub.picture()).toEqual(fromTables);
  });

  it('adds nothing to its own tables', async () => {
    await hub.ingest(...inTables(CHILDREN, '2026-04-01'));
    const before = { picture: await hub.picture(), observations: await hub.rows('select id from observation order by id') };
    const [receipt] = await hub.ingest(inXml(CHILDREN, '2026-04-01'));
    expect(await hub.rows('select state, taken, already, refused from source_document where id = $1', [receipt?.document])).toEqual([{ state: 'TAKEN', taken: 0, already: 90, refused: 0 }]);
    expect({ picture: await hub.picture(), observations: await hub.rows('select id from observation order by id') }).toEqual(before);
  });

  it('extracted later changes only what it says otherwise', async () => {
    await hub.ingest(...inTables(CHILDREN, '2026-04-01'));
    const before = await hub.picture();
    await hub.ingest(inXml(withChange('007', { absences: [['M', '14/02/2026', '17/02/2026']] }), '2026-05-01'));
    const after = await hub.picture();
    const changed = (after['episode'] ?? []).filter((row) => !(before['episode'] ?? []).includes(row));
    expect(changed).toHaveLength(1);
    expect(changed[0]).toContain('17/02/2026');
    await hub.clear();
    await hub.ingest(...inTables(CHILDREN, '2026-04-01'), ...inTables(withChange('007', { absences: [['M', '14/02/2026', '17/02/2026']] }), '2026-05-01'));
    expect(await hub.picture()).toEqual(after);
  });

  it('retracts in each of its tables what it does not hold, whichever came first', async () => {
    const documents = [inXml(CHILDREN, '2026-04-01'), inXml(withChange('007', { absences: [] }).map((each) => (each.child === '008' ? { ...each, stays: [] } : each)), '2026-05-01')];
    await hub.ingest(...documents);
    expect(await shown()).toEqual({ episode: '29', placement: '29' });
    const inOrder = await hub.picture();
    await hub.clear();
    await hub.ingest(...documents.toReversed());
    expect(await hub.picture()).toEqual(inOrder);
  });

  it('waits whole where one of its tables lacks more than a twentieth, however little that is of all', async () => {
    await hub.ingest(inXml(CHILDREN, '2026-04-01'));
    const before = await hub.picture();
    const lacking = withChange('007', { absences: [] }).map((each) => (each.child === '008' ? { ...each, absences: [] } : each));
    await hub.ingest(inXml(lacking, '2026-05-01'));
    expect(await hub.picture()).toEqual(before);
    expect(await hub.rows('select would_retract from quarantine_excerpt')).toEqual([
      { would_retract: { records: 2, of: 60, recordKeys: ['007', '008'].map((child) => JSON.stringify([child, 'M', '14/02/2026'])) } },
    ]);
    await replayQuarantine(hub.services, { agency: 'northmere', ids: 'all', acceptRetractions: true, by: 'somebody' });
    expect(await shown()).toEqual({ episode: '28', placement: '30' });
  });

  it('read again says the same and speaks for the same tables', async () => {
    await hub.ingest(inXml(CHILDREN, '2026-04-01'));
    const asked = { adapter: 'ssda903', system: null, apply: true, acceptRetractions: false, by: 'somebody', onProgress: () => undefined };
    expect(await replayAdapter(hub.services, asked)).toMatchObject({ documents: 1, differing: 0, left: [] });
  });

  it('that comes late makes itself wait where one newer table lacks more than a twentieth of it', async () => {
    const lacking = withChange('007', { absences: [] }).map((each) => (each.child === '008' ? { ...each, absences: [] } : each));
    const [, late] = await hub.ingest(inXml(lacking, '2026-05-01'), inXml(CHILDREN, '2026-04-01'));
    expect(await hub.rows('select state from source_document where id = $1', [late?.document])).toEqual([{ state: 'WAITING' }]);
  });
});
