import { takeWaiting } from '../../src/ingest/take-waiting.ts';
import { a903, anIngest, type TestIngest } from './an-ingest.ts';
import { aCancelMessage, aFoundMessage, aMissingTable, aHeaderTable, aPoliceMessage, anEpisodesTable } from './documents.ts';

let hub: TestIngest;
beforeAll(async () => {
  hub = await anIngest();
});
afterEach(() => hub.clear());
afterAll(() => hub.close());

const missing = { bytes: aPoliceMessage() };
const found = { bytes: aFoundMessage() };
const cancel = { bytes: aCancelMessage() };

async function episodes(): Promise<Record<string, unknown>[]> {
  return hub.rows(`select e.status, e.risk, s.provenance from episode e join episode_source s using (id) order by e.missing_from_at`);
}

function sourceOf(provenance: unknown, field: string): unknown {
  return (provenance as { field: string }[]).find((source) => source.field === field);
}

describe('a MISSING and a FOUND', () => {
  it.each([
    ['in order', [missing, found, missing, found]],
    ['the other way round', [found, missing, found, missing]],
    ['each twice in a row', [found, found, missing, missing]],
  ])('sent twice each, %s, are one episode with the source of each field', async (_how, documents) => {
    await hub.ingest(...documents);
    const [episode, ...others] = await episodes();
    expect(others).toEqual([]);
    expect(episode).toMatchObject({ status: 'RETURNED', risk: 'HIGH' });
    const source = { agency: 'mereshire-police', system: 'mereshire-compact', recordKey: 'MP-1' };
    expect(sourceOf(episode?.['provenance'], 'risk')).toMatchObject({ ...source, order: '2026-03-01T22:30:00.000Z' });
    expect(sourceOf(episode?.['provenance'], 'returnedAt')).toMatchObject({ ...source, order: '2026-03-02T04:00:00.000Z' });
    expect(await hub.rows(`select given_name, missing_now from child`)).toEqual([{ given_name: 'Wrenna', missing_now: 'NO' }]);
  });

  it('sent again are told that the hub already has them', async () => {
    const [first] = await hub.ingest(missing);
    const [again] = await hub.ingest(missing);
    expect(again).toEqual({ document: first?.document, state: 'TAKEN', already: true });
  });

  it('repeated in a document of other bytes count as already known', async () => {
    await hub.ingest(missing, { bytes: `${aPoliceMessage()}\n` });
    expect(await hub.rows(`select state, taken, already from source_document order by received_at, taken desc`)).toEqual([
      { state: 'TAKEN', taken: 1, already: 0 },
      { state: 'TAKEN', taken: 0, already: 1 },
    ]);
  });
});

describe('a CANCEL', () => {
  it('leaves nothing of an episode that nobody else reports, wherever it comes in the order', async () => {
    await hub.ingest(missing, found, cancel);
    const after = await hub.picture();
    expect(after['episode']).toEqual([]);
    expect(after['child']).toEqual([]);
    await hub.clear();
    await hub.ingest(cancel, found, missing);
    expect(await hub.picture()).toEqual(after);
  });

  it("leaves an episode on another source's word", async () => {
    const nhs = { ResponsibleAuthorityChildId: '000123' };
    await hub.ingest(
      a903(aHeaderTable(['000123', '2', '06/05/2011', '']), '2026-04-01'),
      a903(aMissingTable(['000123', '06/05/2011', 'M', '01/03/2026', '02/03/2026']), '2026-04-01'),
      { bytes: aPoliceMessage(nhs) },
    );
    expect(await hub.rows('select cardinality(record_ids) as records, risk from episode')).toEqual([{ records: 2, risk: 'HIGH' }]);
    await hub.ingest({ bytes: aCancelMessage(nhs) });
    expect(await hub.rows('select cardinality(record_ids) as records, risk from episode')).toEqual([{ records: 1, risk: null }]);
    expect(await hub.rows('select given_name from child')).toEqual([{ given_name: null }]);
  });
});

describe('taking', () => {
  it('gives a placement its home, host and provider from the directory', async () => {
    await hub.ingest(a903(anEpisodesTable(['000123', '01/02/2026', '', 'SC900001']), '2026-04-01'));
    expect(await hub.rows('select home_name, provider, host_authority, hosts, providers, responsible, candidates from placement')).toEqual([
      {
        home_name: 'Larkfield House',
        provider: 'larkfield',
        host_authority: 'southvale',
        hosts: ['southvale'],
        providers: ['larkfield'],
        responsible: ['northmere'],
        candidates: [],
      },
    ]);
  });

  it('writes only rows that changed', async () => {
    await hub.ingest(missing, { bytes: aPoliceMessage({ MisperId: 'MP-2', PersonId: 'P-2', GivenName: 'Otterly', SentAt: '2026-03-01T23:00:00Z' }) });
    await hub.ingest({ bytes: aFoundMessage() });
    expect(await hub.rows('select given_name, version from child order by given_name')).toEqual([
      { given_name: 'Otterly', version: 1 },
      { given_name: 'Wrenna', version: 2 },
    ]);
  });

  it('by two takers at once takes each document once', async () => {
    for (let number = 0; number < 40; number += 1) {
      await hub.receive({ bytes: aPoliceMessage({ MisperId: `MP-${String(number)}`, PersonId: `P-${String(number)}` }) });
    }
    const taken = await Promise.all([takeWaiting(hub.services), takeWaiting(hub.services)]);
    expect(taken.flat().map(({ id }) => id)).toHaveLength(40);
    expect(await hub.rows('select count(*)::int as count from child')).toEqual([{ count: 40 }]);
  });
});
