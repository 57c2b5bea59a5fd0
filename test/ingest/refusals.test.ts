import { adapter as policeCompact } from '../../adapters/police-compact/adapter.ts';
import { documentStatus } from '../../src/ingest/document-status.ts';
import type { Adapter } from '../../src/ingest/adapter-contract.ts';
import { takeWaiting } from '../../src/ingest/take-waiting.ts';
import { a903, anIngest, someServices, type TestDocument, type TestIngest } from './an-ingest.ts';
import { aMissingTable, aPoliceMessage } from './documents.ts';

let hub: TestIngest;
beforeAll(async () => {
  hub = await anIngest();
});
afterEach(() => hub.clear());
afterAll(() => hub.close());

const police = { agency: 'mereshire-police', system: 'mereshire-compact' };
const BOMB = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "canary"><!ENTITY b "&a;&a;&a;&a;">]>${aPoliceMessage().replace(/^.*\n/, '').replace('Wrenna', '&b;')}`;

describe('at the door', () => {
  it.each([
    ['a document over the limit', { bytes: 'x'.repeat(1_000_001) }, 'DOCUMENT_TOO_LARGE'],
    ['an adapter nobody has', { bytes: 'x', adapter: 'pigeon-post' }, 'ADAPTER_UNKNOWN'],
    ["another agency's system", { bytes: 'x', agency: 'southvale' }, 'SOURCE_UNKNOWN'],
    ['a system of another format', { bytes: 'x', agency: 'northmere', system: 'northmere-903' }, 'SOURCE_UNKNOWN'],
    ['a return without its extraction time', { ...a903('x', ''), extracted: null }, 'EXTRACTED_REQUIRED'],
    ['a return from the future', a903('x', '2026-06-01T09:00:01Z'), 'EXTRACTED_INVALID'],
    ['a return from no time at all', a903('x', 'yesterday'), 'EXTRACTED_INVALID'],
    ['an extraction time for messages that state their own', { bytes: 'x', extracted: '2026-05-01' }, 'BAD_INPUT'],
  ])('%s is refused before anything is stored', async (_what, document: TestDocument, code) => {
    await expect(hub.receive(document)).rejects.toMatchObject({ code });
    expect(await hub.rows('select from source_document')).toEqual([]);
  });
});

describe('under the document id', () => {
  it.each([
    ['an empty document', '', 'DOCUMENT_EMPTY'],
    ['a truncated message', aPoliceMessage().slice(0, 700), 'DOCUMENT_MALFORMED'],
    ['bytes in another encoding than declared', Buffer.from(aPoliceMessage({ GivenName: 'Zoë' }), 'latin1'), 'DOCUMENT_ENCODING'],
    ['an entity bomb', BOMB, 'DOCUMENT_ENTITY'],
    ['another schema', '<SomethingElse/>', 'DOCUMENT_SCHEMA'],
    ['a message without its time', aPoliceMessage({ SentAt: null }), 'DOCUMENT_SCHEMA'],
    ['a message from the far future', aPoliceMessage({ SentAt: '2199-01-01T00:00:00Z' }), 'VALUE_INVALID'],
  ])('%s is refused with code, place and remedy, and the picture stays as it was', async (_what, bytes, code) => {
    await hub.ingest({ bytes: aPoliceMessage({ MisperId: 'MP-9', PersonId: 'P-9' }) });
    const before = await hub.picture();
    const [receipt] = await hub.ingest({ bytes });
    const status = await documentStatus(hub.services, { ...police, id: receipt?.document ?? '' });
    expect(status).toMatchObject({ state: 'QUARANTINED', taken: 0, refused: 1 });
    expect(status.refusals).toMatchObject([{ code, state: 'OPEN' }]);
    expect(status.refusals[0]?.place).toMatch(/^document$|line \d|^\/Missing/);
    expect(status.refusals[0]?.remedy).not.toBe('');
    expect(JSON.stringify(status)).not.toMatch(/Wrenna|Zo|canary|2199/);
    expect(await hub.picture()).toEqual(before);
  });

  it.each([
    ['markup', '&lt;script&gt;alert(1)&lt;/script&gt;', '<script>alert(1)</script>'],
    ['SQL', "'); drop table child; --", "'); drop table child; --"],
    ['JSON', '{"a":[1]}', '{"a":[1]}'],
    ['a backslash and what looks like NUL', '\\u0000', '\\u0000'],
    ['a number that is text', '1e5', '1e5'],
  ])('%s in a value is only text', async (_what, sent, kept) => {
    await hub.ingest({ bytes: aPoliceMessage({ GivenName: sent }) });
    expect(await hub.rows('select given_name from child')).toEqual([{ given_name: kept }]);
  });

  it('a row that is refused does not keep the rest of its file out', async () => {
    const table = aMissingTable(['001', '06/05/2011', 'M', '01/03/2026', ''], ['002', '06/05/2011', 'M', '31/02/2026', ''], ['003', '06/05/2011', 'A', '02/03/2026', '']);
    const [receipt] = await hub.ingest(a903(table, '2026-04-01'));
    const status = await documentStatus(hub.services, { agency: 'northmere', system: 'northmere-903', id: receipt?.document ?? '' });
    expect(status).toMatchObject({ state: 'TAKEN', records: 3, taken: 2, already: 0, refused: 1 });
    expect(status.refusals[0]?.code).toBe('VALUE_INVALID');
    expect(status.refusals[0]?.place).toContain('line 3');
  });

  it("nobody finds another system's document, nor one that never was", async () => {
    const [receipt] = await hub.ingest({ bytes: aPoliceMessage() });
    const id = receipt?.document ?? '';
    const asked = [{ agency: 'northmere', system: 'northmere-903', id }, { ...police, id: '00000000-0000-4000-8000-000000000000' }, { ...police, id: "'" }];
    for (const ask of asked) {
      await expect(documentStatus(hub.services, ask)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});

describe('an adapter that fails', () => {
  const failing = (where: 'parse' | 'map'): Adapter => {
    const fail = (): never => {
      throw new TypeError('canary');
    };
    return { ...policeCompact, [where]: fail };
  };

  it.each(['parse', 'map'] as const)('in %s leaves its document in quarantine and the queue free', async (where) => {
    const broken = someServices(hub.services.database, { adapters: new Map([...hub.services.adapters, ['police-compact', failing(where)]]) });
    const receipt = await hub.receive({ bytes: aPoliceMessage() });
    await hub.receive(a903(aMissingTable(['001', '06/05/2011', 'M', '01/03/2026', '']), '2026-04-01'));
    await takeWaiting(broken);
    expect(await hub.rows('select code, reason from quarantine')).toEqual([{ code: 'DOCUMENT_UNREADABLE', reason: 'The hub failed while reading this.' }]);
    expect(await hub.rows('select id from source_document where state = $1', ['QUARANTINED'])).toEqual([{ id: receipt.document }]);
    expect(await hub.rows('select count(*)::int as count from child')).toEqual([{ count: 1 }]);
  });

  it('to make storable statements harms no other document of its batch', async () => {
    const adapter: Adapter = policeCompact;
    // A time that no calendar has: PostgreSQL refuses it, and with it the whole transaction.
    const poison: Adapter = {
      ...adapter,
      map: (record, document) => {
        const mapped = adapter.map(record, document);
        return document.text.includes('MP-13') ? { ...mapped, period: { from: 8e15, until: null } } : mapped;
      },
    };
    const services = someServices(hub.services.database, { adapters: new Map([['police-compact', poison]]) });
    for (const number of [11, 12, 13, 14]) {
      await hub.receive({ bytes: aPoliceMessage({ MisperId: `MP-${String(number)}`, PersonId: `P-${String(number)}` }) });
    }
    await takeWaiting(services);
    expect(await hub.rows('select state, count(*)::int as count from source_document group by state order by state')).toEqual([
      { state: 'QUARANTINED', count: 1 },
      { state: 'TAKEN', count: 3 },
    ]);
  });
});
