import fc from 'fast-check';
import { replayQuarantine } from '../../src/ingest/replay-quarantine.ts';
import { a903, anIngest, type TestDocument, type TestIngest } from './an-ingest.ts';
import { aMissingTable } from './documents.ts';

let hub: TestIngest;
beforeAll(async () => {
  hub = await anIngest();
});
afterEach(() => hub.clear());
afterAll(() => hub.close());

const CHILDREN = Array.from({ length: 60 }, (_, number) => `00${String(number)}`);

/** A return in which every child but those left out was missing once, on a day of February 2026. */
function aReturn(extracted: string, leftOut: readonly string[] = []): TestDocument {
  const rows = CHILDREN.filter((child) => !leftOut.includes(child)).map((child) => [child, '06/05/2011', 'M', '14/02/2026', '15/02/2026'] as const);
  return a903(aMissingTable(...rows), extracted);
}

async function shown(): Promise<string[]> {
  const rows = await hub.rows<{ key: string }>(`select r.key from record r join record_group g on g.record = r.id where g.kind = 'person' order by 1`);
  return rows.map(({ key }) => key);
}
const without = (...leftOut: string[]): string[] => CHILDREN.filter((child) => !leftOut.includes(child)).sort();

describe('a full extract', () => {
  it('retracts a record of its year that it does not hold, and what its row said of the child', async () => {
    await hub.ingest(aReturn('2026-04-01'), aReturn('2026-05-01', ['007']));
    expect(await shown()).toEqual(without('007'));
  });

  it('that lacks a row gives the same picture when it comes before the older one', async () => {
    await hub.ingest(aReturn('2026-04-01'), aReturn('2026-05-01', ['007']));
    const inOrder = await hub.picture();
    await hub.clear();
    await hub.ingest(aReturn('2026-05-01', ['007']), aReturn('2026-04-01'));
    expect(await hub.picture()).toEqual(inOrder);
  });

  it('leaves alone what lies outside its year', async () => {
    const lastYear = a903(aMissingTable(['900', '06/05/2011', 'M', '10/02/2025', '11/02/2025']), '2025-04-01');
    await hub.ingest(lastYear, aReturn('2026-04-01'));
    expect(await shown()).toEqual([...CHILDREN, '900'].sort());
  });

  it('brings back what an older one retracted, if it holds it', async () => {
    await hub.ingest(aReturn('2026-04-01'), aReturn('2026-05-01', ['007']), aReturn('2026-05-20'));
    expect(await shown()).toEqual(without());
  });

  it('counts a row that it holds but that was refused as held', async () => {
    const broken = String(aReturn('2026-05-01').bytes).replace('007,06/05/2011,M,14/02/2026,15/02/2026', '007,06/05/2011,M,14/02/2026,45/45/2026');
    await hub.ingest(aReturn('2026-04-01'), a903(broken, '2026-05-01'));
    expect(await hub.rows('select state, refused from source_document where refused > 0')).toEqual([{ state: 'TAKEN', refused: 1 }]);
    expect(await shown()).toEqual(without());
  });

  it('retracts nothing while a row is refused that cannot be told from others', async () => {
    const broken = String(aReturn('2026-05-01', ['008']).bytes).replace('007,06/05/2011,M,14/02/2026', '007,06/05/2011,M,45/45/2026');
    await hub.ingest(aReturn('2026-04-01'), a903(broken, '2026-05-01'));
    expect(await shown()).toEqual(without());
    expect(await hub.rows(`select warnings->0->>'code' as code from source_document where refused > 0`)).toEqual([{ code: 'NOTHING_RETRACTED' }]);
  });
});

describe('an extract that would retract more than a twentieth', () => {
  const tooFew = aReturn('2026-05-01', ['001', '002', '003', '004']);

  it('waits whole for a person, who lets it through', async () => {
    await hub.ingest(aReturn('2026-04-01'));
    const before = await hub.picture();
    const [receipt] = await hub.ingest(tooFew);
    expect(await hub.picture()).toEqual(before);
    expect(await hub.rows('select state, taken, refused from source_document where id = $1', [receipt?.document])).toEqual([{ state: 'WAITING', taken: 0, refused: 1 }]);
    expect(await hub.rows('select code, shown_to, state from quarantine')).toEqual([{ code: 'EXTRACT_WOULD_RETRACT', shown_to: ['northmere'], state: 'OPEN' }]);

    expect(await hub.rows('select would_retract from quarantine_excerpt')).toEqual([{ would_retract: { records: 4, of: 60, recordKeys: ['001', '002', '003', '004'].map((child) => expect.stringContaining(child) as string) } }]);

    await replayQuarantine(hub.services, { agency: 'northmere', ids: 'all', acceptRetractions: false, by: 'somebody' });
    expect(await hub.picture()).toEqual(before);
    await replayQuarantine(hub.services, { agency: 'northmere', ids: 'all', acceptRetractions: true, by: 'somebody' });
    expect(await shown()).toEqual(without('001', '002', '003', '004'));
    expect(await hub.rows('select state, settled_by from quarantine')).toEqual([{ state: 'REPLAYED', settled_by: 'somebody' }]);
  });

  it('makes the older one wait when that comes late', async () => {
    const receipts = await hub.ingest(tooFew, aReturn('2026-04-01'));
    const states = await hub.rows<{ id: string; state: string }>('select id, state from source_document');
    expect(receipts.map(({ document }) => states.find(({ id }) => id === document)?.state)).toEqual(['TAKEN', 'WAITING']);
    expect(await hub.rows(`select would_retract->>'records' as records, would_retract->>'of' as of from quarantine_excerpt`)).toEqual([{ records: '4', of: '60' }]);
  });
});

it('any order of extracts gives the same picture', async () => {
  const leftOut = fc.subarray(CHILDREN, { maxLength: 2 });
  const extracts = fc.tuple(leftOut, leftOut, leftOut).map((out) => out.map((children, month) => aReturn(`2026-0${String(month + 3)}-01`, children)));
  await fc.assert(
    fc.asyncProperty(extracts, fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), async (inOrder, order) => {
      await hub.clear();
      await hub.ingest(...inOrder);
      const expected = await hub.picture();
      await hub.clear();
      await hub.ingest(...order.flatMap((index) => inOrder[index] ?? []));
      expect(await hub.picture()).toEqual(expected);
    }),
    { seed: 903, numRuns: 8 },
  );
}, 120_000);
