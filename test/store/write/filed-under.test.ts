import { filedUnder } from '../../../src/store/write/filed-under.ts';
import { anIngest, type TestIngest } from '../../ingest/an-ingest.ts';
import { aCancelMessage, aPoliceMessage } from '../../ingest/documents.ts';

let hub: TestIngest;
beforeAll(async () => {
  hub = await anIngest();
});
beforeEach(() => hub.clear());
afterAll(() => hub.close());

const first = { bytes: aPoliceMessage({ PersonId: 'P-1' }) };
const second = { bytes: aPoliceMessage({ MessageType: 'UPDATE', SentAt: '2026-03-01T23:30:00Z', PersonId: 'P-2' }) };
const cancel = { bytes: aCancelMessage({ PersonId: 'P-3' }) };

/** The person key that the report is filed under. */
async function filed(): Promise<string | undefined> {
  const [row] = await hub.rows<{ key: string }>(`select p.key from record r join record p on p.id = ${filedUnder('r')} where r.kind = 'episode'`);
  return row?.key;
}

it.each([[[first, second]], [[second, first]], [[second, first, cancel]], [[cancel, first, second]], [[first, cancel, second]]])(
  'a record is filed where its source filed it last, whatever came first and whoever took it back',
  async (documents) => {
    await hub.ingest(...documents);
    expect(await filed()).toBe('P-2');
  },
);

it('a record is shown under the child of the person record it is filed under', async () => {
  await hub.ingest(second, first);
  expect(await hub.rows(`select 1 from record r join record_group g on g.record = r.id join record_group p on p.record = ${filedUnder('r')} where p.child_id <> g.child_id`)).toEqual([]);
  expect(await hub.rows(`select 1 from record_group where kind = 'episode'`)).toHaveLength(1);
});

it('a person record is its own', async () => {
  await hub.ingest(first, second);
  expect(await hub.rows(`select 1 from record r where r.kind = 'person' and ${filedUnder('r')} <> r.id`)).toEqual([]);
  expect(await hub.rows(`select 1 from record r where r.kind = 'person'`)).toHaveLength(2);
});

it('what was taken back counts only where nothing else is said', async () => {
  await hub.ingest(first, second);
  const sayAgain = (id: string, act: string, order: string): Promise<unknown> =>
    hub.rows(
      `insert into observation select ($1 || o.id)::text, o.subject, o.record, 'a part', $2, case $2 when 'retract' then 'retraction' else o.kind end, $3,
         case $2 when 'retract' then '{"scope":"part"}' else o.payload end, o.payload_version, o.agency, o.system, o.adapter, o.adapter_version, o.document, o.place, o.message_hash, null, null, o.recorded_at
       from observation o join record p on p.id = o.subject join record r on r.id = o.record where p.key = 'P-1' and r.kind = 'episode' limit 1`,
      [id, act, order],
    );
  await sayAgain('later', 'assert', '2026-03-02T00:00:00.000Z');
  expect(await filed()).toBe('P-1');
  await sayAgain('back', 'retract', '2026-03-02T01:00:00.000Z');
  expect(await filed()).toBe('P-2');
  await hub.rows(`insert into superseded select id, gen_random_uuid(), now(), 'a test', 'read otherwise' from observation where id like 'back%'`);
  expect(await filed()).toBe('P-1');
});
