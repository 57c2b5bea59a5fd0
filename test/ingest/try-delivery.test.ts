import { adapter as authorityExchange } from '../../adapters/authority-exchange/adapter.ts';
import { adapter as policeCompact } from '../../adapters/police-compact/adapter.ts';
import { adapter as ssda903 } from '../../adapters/ssda903/adapter.ts';
import type { Directory } from '../../src/directory/directory.ts';
import type { Adapter } from '../../src/ingest/adapter-contract.ts';
import type { Delivery } from '../../src/ingest/open-delivery.ts';
import { receive } from '../../src/ingest/receive.ts';
import { tryDelivery, type DryRun } from '../../src/ingest/try-delivery.ts';
import { aDirectory } from './a-directory.ts';
import { a903, anIngest, NOW, type TestDocument, type TestIngest } from './an-ingest.ts';
import { aCancelMessage, aFoundMessage, aMissingTable, aPoliceMessage } from './documents.ts';

let hub: TestIngest;
beforeAll(async () => {
  const adapters = new Map<string, Adapter>([policeCompact, ssda903, authorityExchange].map((adapter) => [adapter.manifest.id, adapter]));
  hub = await anIngest({ directory, adapters });
});
afterEach(() => hub.clear());
afterAll(() => hub.close());

function directory(): Directory {
  const plain = aDirectory();
  const exchange = { id: 'northmere-exchange', agency: 'northmere', adapter: 'authority-exchange', personKeys: 'northmere-exchange', settings: null, silentAfterHours: null, keys: [], hub: null };
  return { ...plain, systems: new Map([...plain.systems, [exchange.id, exchange]]) };
}

function deliveryOf({ bytes, adapter = 'police-compact', agency = 'mereshire-police', system = 'mereshire-compact', extracted = null }: TestDocument, changed: Partial<Delivery> = {}): Delivery {
  return { adapter, agency, system, extracted, fileName: null, bytes: Buffer.from(bytes), signature: null, receivedBy: 'a test', now: NOW, ...changed };
}

const police = (bytes: string, changed: Partial<Delivery> = {}): Delivery => deliveryOf({ bytes }, changed);
const dryRun = (delivery: Delivery): Promise<DryRun> => tryDelivery(hub.services, delivery);

/** Every row of every table, whatever it is. */
async function everything(): Promise<string> {
  const tables = await hub.rows<{ name: string }>(`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'public' order by 1`);
  const texts: unknown[] = [];
  for (const { name } of tables) {
    texts.push(name, await hub.rows(`select to_jsonb(t)::text as row from ${name} t order by 1`));
  }
  return JSON.stringify(texts);
}

describe('a dry run', () => {
  it('stores nothing, whatever is in the document and whatever the hub has', async () => {
    await hub.ingest({ bytes: aPoliceMessage() });
    const before = await everything();
    await dryRun(police(aFoundMessage()));
    await dryRun(police(aPoliceMessage({ Surname: 'Otherwise' })));
    await dryRun(police(aPoliceMessage()));
    await dryRun(police(''));
    await dryRun(deliveryOf(a903(aMissingTable(['1', '06/05/2011', 'M', '14/02/2026', 'x']), '2026-05-01')));
    expect(await everything()).toBe(before);
  });

  it('tells what a message says and what it would change in its sender’s records', async () => {
    expect(await dryRun(police(aPoliceMessage()))).toMatchObject({
      dryRun: true,
      adapter: 'police-compact',
      version: '1',
      state: 'TAKEN',
      sentBefore: null,
      taken: 1,
      observations: { person: 1, report: 1, risk: expect.any(Number) as number, status: 1 },
      places: { taken: [expect.any(String)], already: [] },
      changes: { episode: { added: 1, changed: 0, removed: 0 }, person: { added: 1, changed: 0, removed: 0 } },
    });
  });

  it('tells of news about what was sent, of the same again, and of what takes it back', async () => {
    await hub.ingest({ bytes: aPoliceMessage() });
    const found = await dryRun(police(aFoundMessage()));
    expect([found.taken, found.changes]).toEqual([1, { episode: { added: 0, changed: 1, removed: 0 }, person: { added: 0, changed: 1, removed: 0 } }]);
    const again = await dryRun(police(`${aPoliceMessage()}\n`));
    expect([again.taken, again.already, again.places.already.length, again.changes]).toEqual([0, 1, 1, {}]);
    const cancelled = await dryRun(police(aCancelMessage()));
    expect(cancelled.changes).toEqual({ episode: { added: 0, changed: 0, removed: 1 }, person: { added: 0, changed: 1, removed: 0 } });
  });

  it('counts nothing as taken back that was never known', async () => {
    expect((await dryRun(police(aCancelMessage()))).changes).toEqual({});
  });

  it('tells of a contradiction with what the sender said, and of how to mend it', async () => {
    await hub.ingest({ bytes: aPoliceMessage() });
    const { state, refused, refusals } = await dryRun(police(aPoliceMessage({ Surname: 'Otherwise' })));
    expect({ state, refused, refusals }).toEqual({ state: 'QUARANTINED', refused: 1, refusals: [{ code: 'ORDER_CONFLICT', place: expect.any(String) as string, reason: expect.any(String) as string, remedy: expect.any(String) as string }] });
  });

  it('of the very same bytes names the sender’s own document and changes nothing', async () => {
    const [receipt] = await hub.ingest({ bytes: aPoliceMessage() });
    expect(await dryRun(police(aPoliceMessage()))).toMatchObject({ sentBefore: { document: receipt?.document, state: 'TAKEN' }, taken: 0, already: 1, changes: {} });
  });

  it('tells what a full extract lacks, and that one which lacks too much would wait', async () => {
    const children = Array.from({ length: 40 }, (_, number) => `00${String(number)}`);
    const aReturn = (those: readonly string[], extracted: string): TestDocument => a903(aMissingTable(...those.map((child) => [child, '06/05/2011', 'M', '14/02/2026', '15/02/2026'] as const)), extracted);
    await hub.ingest(aReturn(children, '2026-04-01'));
    const whole = await dryRun(deliveryOf(aReturn(children.slice(1), '2026-05-01')));
    expect([whole.state, whole.changes]).toEqual(['TAKEN', { episode: { added: 0, changed: 39, removed: 1 }, person: { added: 0, changed: 39, removed: 0 } }]);
    const cut = await dryRun(deliveryOf(aReturn(children.slice(5), '2026-05-01')));
    expect([cut.state, cut.taken, cut.changes, cut.places.taken, cut.refusals.map(({ code }) => code)]).toEqual(['WAITING', 0, {}, [], ['EXTRACT_WOULD_RETRACT']]);
  });

  it.each<[string, Partial<Delivery>, string]>([
    ['too large', { bytes: Buffer.alloc(1_000_001) }, 'DOCUMENT_TOO_LARGE'],
    ['by an adapter nobody knows', { adapter: 'nobody' }, 'ADAPTER_UNKNOWN'],
    ['of another agency’s system', { agency: 'northmere' }, 'SOURCE_UNKNOWN'],
    ['with a time that its format states itself', { extracted: '2026-05-01' }, 'BAD_INPUT'],
    ['without the signature it must have', { adapter: 'authority-exchange', agency: 'northmere', system: 'northmere-exchange' }, 'SIGNATURE_REQUIRED'],
  ])('of a document %s is refused as sending it is', async (_what, changed, code) => {
    const delivery = police(aPoliceMessage(), changed);
    await expect(dryRun(delivery)).rejects.toMatchObject({ code });
    await expect(receive(hub.services, delivery)).rejects.toMatchObject({ code });
  });

  it('lists the first hundreds of places and counts all', async () => {
    const rows = Array.from({ length: 600 }, (_, number) => [String(number), '06/05/2011', 'M', '14/02/2026', number < 300 ? '15/02/2026' : 'x'] as const);
    const { taken, refused, places, refusals } = await dryRun(deliveryOf(a903(aMissingTable(...rows, ...rows.slice(300).map(([child, ...rest]) => [`9${child}`, ...rest] as const)), '2026-05-01')));
    expect([taken, refused, places.taken.length, refusals.length]).toEqual([300, 600, 300, 500]);
  });
});
