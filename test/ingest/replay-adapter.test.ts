import { adapter as policeCompact } from '../../adapters/police-compact/adapter.ts';
import { adapter as ssda903 } from '../../adapters/ssda903/adapter.ts';
import { HubError } from '../../src/domain/errors.ts';
import type { Adapter, DraftObservation, Mapped } from '../../src/ingest/adapter-contract.ts';
import type { IngestServices } from '../../src/ingest/ingest-services.ts';
import { receive } from '../../src/ingest/receive.ts';
import { replayAdapter, type Replayed } from '../../src/ingest/replay-adapter.ts';
import { takeWaiting } from '../../src/ingest/take-waiting.ts';
import { a903, anIngest, NOW, someServices, type TestDocument, type TestIngest } from './an-ingest.ts';
import { aFoundMessage, aMissingTable, aPoliceMessage } from './documents.ts';

let hub: TestIngest;
beforeAll(async () => {
  hub = await anIngest();
});
afterEach(() => hub.clear());
afterAll(() => hub.close());

/** Another version of an adapter, that says other things. */
function version(adapter: Adapter, number: string, change: (said: DraftObservation) => DraftObservation | null = (said) => said): Adapter {
  const map = (...given: Parameters<Adapter['map']>): Mapped => {
    const mapped = adapter.map(...given);
    return { ...mapped, observations: mapped.observations.flatMap((said) => change(said) ?? []) };
  };
  return { ...adapter, manifest: { ...adapter.manifest, version: number }, map };
}

const named = (givenName: string) => (said: DraftObservation): DraftObservation => (said.kind === 'person' ? { ...said, payload: { ...said.payload, givenName } } : said);
const WRONG = version(policeCompact, '1', named('Surname'));
const RIGHT = version(policeCompact, '2');

function withAdapter(adapter: Adapter, changed: Partial<IngestServices> = {}): IngestServices {
  return someServices(hub.services.database, { adapters: new Map([[adapter.manifest.id, adapter]]), ...changed });
}

async function ingestBy(adapter: Adapter, ...documents: readonly TestDocument[]): Promise<void> {
  for (const { bytes, agency = 'mereshire-police', system = 'mereshire-compact', extracted = null } of documents) {
    const delivery = { adapter: adapter.manifest.id, agency, system, extracted, fileName: null, bytes: Buffer.from(bytes), signature: null, receivedBy: 'a test', now: NOW };
    await receive(withAdapter(adapter), delivery);
    await takeWaiting(withAdapter(adapter));
  }
}

function replay(adapter: Adapter, asked: { readonly apply: boolean; readonly system?: string; readonly acceptRetractions?: boolean; readonly services?: Partial<IngestServices> }): Promise<Replayed> {
  const { apply, system = null, acceptRetractions = false, services = {} } = asked;
  return replayAdapter(withAdapter(adapter, services), { adapter: adapter.manifest.id, system, apply, acceptRetractions, by: 'cli:somebody', onProgress: () => undefined });
}

const everything = async (): Promise<unknown> => ({
  picture: await hub.picture(),
  standing: await hub.rows('select id from standing_observation order by id'),
  superseded: await hub.rows('select observation from superseded order by observation'),
  refusals: await hub.rows('select code, place, state from quarantine order by 1, 2'),
  audit: await hub.rows('select count(*) from audit_event'),
  documents: await hub.rows('select id, state, taken, already, refused from source_document order by id'),
});
const NOTHING = { differing: 0, withdrawn: 0, said: 0, refusedNow: 0, takenNow: 0, left: [] };

describe('documents read again by a version that reads a field rightly', () => {
  const documents = [{ bytes: aPoliceMessage() }, { bytes: aFoundMessage() }, { bytes: aPoliceMessage({ PersonId: 'P-2', MisperId: 'MP-2' }) }];

  it('show the difference without changing anything', async () => {
    await ingestBy(WRONG, ...documents);
    const before = await everything();
    const shown = await replay(RIGHT, { apply: false });
    expect(shown).toMatchObject({ documents: 3, differing: 3, said: 3, refusedNow: 0, takenNow: 0, left: [] });
    expect([...shown.fields]).toEqual([['person.givenName', 3]]);
    expect([...shown.children]).toEqual((await hub.rows<{ id: string }>('select id from child order by id')).map(({ id }) => id));
    expect(shown.changes.get('child')?.changed).toBeGreaterThan(0);
    expect(JSON.stringify([...shown.fields, ...shown.children, shown.left])).not.toContain('Wrenna');
    expect(await everything()).toEqual(before);
  });

  it('give the picture that they would have given at first, and the second time nothing', async () => {
    await ingestBy(RIGHT, ...documents);
    const rightly = await hub.picture();
    await hub.clear();
    await ingestBy(WRONG, ...documents);
    expect(await hub.rows('select distinct given_name from child')).toEqual([{ given_name: 'Surname' }]);

    expect(await replay(RIGHT, { apply: true })).toMatchObject({ differing: 3, said: 3 });
    const after = await hub.picture();
    expect(await hub.rows('select distinct given_name from child')).toEqual([{ given_name: 'Wrenna' }]);
    expect(Object.keys(after).filter((table) => after[table]?.length !== rightly[table]?.length)).toEqual([]);

    const mended = await everything();
    expect(await replay(RIGHT, { apply: true })).toMatchObject(NOTHING);
    expect(await everything()).toEqual(mended);
  });

  it('keep what was said before, with who replaced it and why', async () => {
    await ingestBy(WRONG, ...documents.slice(0, 1));
    const before = await hub.rows<{ id: string }>('select id from observation');
    await replay(RIGHT, { apply: true });
    expect(await hub.rows('select distinct superseded_by, why from superseded')).toEqual([{ superseded_by: 'cli:somebody', why: 'read again by police-compact 2' }]);
    expect(await hub.rows(`select id from observation where adapter_version = '1'`)).toHaveLength(before.length);
    expect(await hub.rows(`select kind, actor, role, body ->> 'version' as version from audit_event order by at desc, kind limit 1`)).toEqual([
      { kind: 'ALTERATION', actor: 'cli:somebody', role: 'OPERATOR', version: '2' },
    ]);
  });

  it('can be cut off in the middle and taken up', async () => {
    await ingestBy(WRONG, ...documents);
    let turns = 0;
    const refreshDirectory = (): Promise<void> => {
      turns += 1;
      return turns > 3 ? Promise.reject(new HubError('DATABASE_UNAVAILABLE', 'The database is away.')) : Promise.resolve();
    };
    await expect(replay(RIGHT, { apply: true, services: { refreshDirectory } })).rejects.toThrow('away');
    const names = await hub.rows<{ said: string }>(`select payload ->> 'givenName' as said from standing_observation where kind = 'person' order by 1`);
    expect(new Set(names.map(({ said }) => said))).toEqual(new Set(['Surname', 'Wrenna']));
    expect((await replay(RIGHT, { apply: true })).differing).toBe(1);
    expect(await hub.rows('select distinct given_name from child')).toEqual([{ given_name: 'Wrenna' }]);
    expect(await replay(RIGHT, { apply: true })).toMatchObject(NOTHING);
  });

  it('go back again with the version that went before', async () => {
    await ingestBy(WRONG, ...documents);
    const wrongly = await hub.picture();
    await replay(RIGHT, { apply: true });
    await replay(WRONG, { apply: true });
    const back = await hub.picture();
    expect(Object.keys(back).filter((table) => back[table]?.length !== wrongly[table]?.length)).toEqual([]);
    expect(await hub.rows('select distinct given_name from child')).toEqual([{ given_name: 'Surname' }]);
    expect(await replay(WRONG, { apply: true })).toMatchObject(NOTHING);
  });

  it('count for one source system alone where one is named', async () => {
    await ingestBy(WRONG, ...documents);
    expect(await replay(RIGHT, { apply: true, system: 'another-system' })).toMatchObject({ documents: 0, differing: 0 });
  });

  it('take a message sent again in another document for known afterwards', async () => {
    await ingestBy(WRONG, { bytes: aPoliceMessage() });
    await replay(RIGHT, { apply: true });
    await ingestBy(RIGHT, { bytes: `${aPoliceMessage()}\n` });
    expect(await hub.rows('select taken, already, refused from source_document order by taken')).toEqual([
      { taken: 0, already: 1, refused: 0 },
      { taken: 1, already: 0, refused: 0 },
    ]);
  });
});

describe('documents read again', () => {
  it('lose a statement that today’s version no longer makes', async () => {
    await ingestBy(policeCompact, { bytes: aFoundMessage() });
    expect(await hub.rows('select status from episode')).toEqual([{ status: 'RETURNED' }]);
    const shown = await replay(version(policeCompact, '2', (said) => (said.kind === 'returned' ? null : said)), { apply: true });
    expect([...shown.fields.keys()].sort()).toEqual(['returned.at', 'returned.to']);
    expect(await hub.rows('select status from episode')).not.toEqual([{ status: 'RETURNED' }]);
  });

  it('tell what is refused now, and keep the rest', async () => {
    const narrow: Adapter = {
      ...version(ssda903, '2'),
      map: (record, document) => {
        if (JSON.stringify(record).includes('"002"')) {
          throw new HubError('VALUE_INVALID', 'Invented fault.');
        }
        return ssda903.map(record as never, document);
      },
    };
    const rows = aMissingTable(['001', '06/05/2011', 'M', '01/03/2026', ''], ['002', '06/05/2011', 'M', '01/03/2026', '']);
    await ingestBy(version(ssda903, '1'), a903(rows, '2026-04-01'));
    const shown = await replay(narrow, { apply: true, acceptRetractions: true });
    expect(shown).toMatchObject({ differing: 1, refusedNow: 1, takenNow: 0 });
    expect(await hub.rows('select record_ids from episode')).toHaveLength(1);
    expect(await replay(narrow, { apply: true, acceptRetractions: true })).toMatchObject(NOTHING);
    expect(await replay(version(ssda903, '3'), { apply: true, acceptRetractions: true })).toMatchObject({ refusedNow: 0, takenNow: 1 });
    expect(await hub.rows('select record_ids from episode')).toHaveLength(2);
  });

  it('are left as they are where today’s version takes nothing of them', async () => {
    const broken: Adapter = { ...version(policeCompact, '2'), parse: () => ({ records: null as never, refusals: [], warnings: [], coverage: null }) };
    await ingestBy(policeCompact, { bytes: aPoliceMessage() });
    const before = await everything();
    expect(await replay(broken, { apply: true })).toMatchObject({ ...NOTHING, left: [{ code: 'DOCUMENT_UNREADABLE' }] });
    expect(await everything()).toEqual(before);
  });

  it('are refused where one version reads in two ways', async () => {
    await ingestBy(WRONG, { bytes: aPoliceMessage() });
    await expect(replay(version(policeCompact, '1'), { apply: true })).rejects.toThrow('raise "version"');
  });

  it('do not bring back what was erased', async () => {
    await ingestBy(WRONG, { bytes: aPoliceMessage() });
    // The same words in a second document, whose bytes an erasure does not reach.
    await ingestBy(WRONG, { bytes: `${aPoliceMessage()}\n` });
    const [record] = await hub.rows<{ record: string }>(`select record from observation where kind = 'report'`);
    await hub.rows(`insert into tombstone values ($1, 'RECORD', now(), gen_random_uuid())`, [record?.record]);
    await hub.rows('delete from observation');
    expect(await replay(RIGHT, { apply: true })).toMatchObject({ said: 0 });
    expect(await hub.rows('select from observation')).toEqual([]);
    await hub.rows('truncate tombstone');
  });
});
