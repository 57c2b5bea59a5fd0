import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { connectOrm } from '../../src/store/connection.ts';
import { migrate } from '../../src/store/migrate.ts';
import { MIGRATIONS } from '../../src/store/migrations/all.ts';
import { asReader } from '../gate/as-reader.ts';
import { anEmptyDatabase } from '../support/a-database.ts';

/** The rows that the first version wrote; every other column had a value of its own, none of which matters here. */
const FACTS = `responsible, responsible_during, hosts, hosts_during, forces, forces_during, providers, providers_during, candidates, missing_now, agencies, version, row_hash`;
const OF_OLD = `array['northmere'], array['{(,)}'::tstzmultirange], '{}', '{}', '{}', '{}', '{}', '{}', '{}', 'NO', array['northmere'], 3, 'of old'`;

describe('a database of the first version', () => {
  const child = randomUUID();
  let db: Awaited<ReturnType<typeof anEmptyDatabase>>;
  let client: pg.Client;
  beforeAll(async () => {
    db = await anEmptyDatabase();
    client = new pg.Client({ connectionString: db.superuserUrl });
    await client.connect();
    const orm = connectOrm(db.ownerUrl);
    await orm.migrator.up({ to: MIGRATIONS[0]?.name ?? '' });
    await orm.close();
    await client.query(`insert into child (id, record_ids, child_id, ${FACTS}) values ($1, array[$1::uuid], $1, ${OF_OLD})`, [child]);
    await migrate(db.ownerUrl);
  });
  afterAll(async () => {
    await client.end();
    await db.close();
  });

  it('keeps its rows, with nobody named and nothing opened that nobody has decided yet', async () => {
    const { rows } = await client.query('select version, named, people, partners, restricted, awaits_naming, opens, keeps, recent_during::text from child');
    expect(rows).toEqual([{ version: 3, named: [], people: [], partners: [], restricted: 'NO', awaits_naming: 'NO', opens: [], keeps: [], recent_during: '{}' }]);
  });

  it('shows them to the same readers as before and to nobody else', async () => {
    const seen = (agency: string): Promise<number> =>
      asReader(client, { agency, person: 'ann', role: 'HUB_COORDINATOR', ceiling: '{identity}', now: '2026-03-05T12:00:00Z' }, async () => (await client.query('select from child')).rows.length);
    expect([await seen('northmere'), await seen('southvale')]).toEqual([1, 0]);
  });

  it('has a picture that no fold of today made', async () => {
    expect((await client.query('select from picture_version')).rows).toEqual([]);
  });
});

it('a message that an earlier version took in was said when its sender signed that it was', async () => {
  const db = await anEmptyDatabase();
  const client = new pg.Client({ connectionString: db.superuserUrl });
  await client.connect();
  const orm = connectOrm(db.ownerUrl);
  await orm.migrator.up({ to: 'migration-0043-said-again' });
  await orm.close();
  await client.query(`insert into received_message (hub, transmission, message, from_agency, to_agency, documents, sent, received, received_at)
    values ('hub-south', gen_random_uuid(), repeat('a', 64), 'southvale', 'northmere', '{}', '{"statement":{"at":"2026-03-29T01:30:00.123Z"}}', '{}', '2026-03-30T00:00:00Z')`);
  await migrate(db.ownerUrl);
  expect((await client.query('select said_at from received_message')).rows).toEqual([{ said_at: new Date('2026-03-29T01:30:00.123Z') }]);
  expect((await client.query(`select relforcerowsecurity as forced from pg_class where relname = 'received_message'`)).rows).toEqual([{ forced: true }]);
  await client.end();
  await db.close();
});
