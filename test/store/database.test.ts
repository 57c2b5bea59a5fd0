import { connectClient } from '../../src/store/connection.ts';
import { asOwner } from '../../src/store/as-owner.ts';
import { asWriter, type Database, execute, openDatabase } from '../../src/store/database.ts';
import { type Engine, startEngine } from '../../src/store/engine/start-engine.ts';
import { aDatabase, type TestDatabase } from '../support/a-database.ts';
import { aFolder } from '../support/a-folder.ts';

const REVOKE = `insert into revoked_token (jti, until) values ($1, '2026-01-01T00:00:00Z')`;

async function revoked(database: Database): Promise<readonly string[]> {
  const rows = await asWriter(database, (em) => execute<{ jti: string }>(em, 'select jti from revoked_token order by jti'));
  return rows.map((row) => row.jti);
}

describe('the database', () => {
  let db: TestDatabase;
  beforeEach(async () => {
    db = await aDatabase();
  });
  afterEach(async () => {
    await db.close();
  });

  it.each(['child', 'episode', 'observation', 'source_document', 'disclosure', 'quarantine'])(
    'gives the hub no row of %s before it steps into a role',
    async (table) => {
      await expect(db.database.pool.query(`select * from ${table}`)).rejects.toMatchObject({ code: '42501' });
    },
  );

  it('lets the hub own nothing, make nothing and become nobody but its three roles', async () => {
    const client = await connectClient(db.superuserUrl);
    const owned = await client.query(`select from pg_class where relowner = 'homeward_hub'::regrole`);
    const roles = await client.query<{ name: string }>(
      `select rolname as name from pg_roles where pg_has_role('homeward_hub', oid, 'member') and rolname <> 'homeward_hub' order by 1`,
    );
    await client.end();
    expect(owned.rowCount).toBe(0);
    expect(roles.rows.map((row) => row.name)).toEqual(['homeward_reader', 'homeward_sealer', 'homeward_writer']);
    await expect(db.database.pool.query('create table mine ()')).rejects.toMatchObject({ code: '42501' });
    await expect(db.database.pool.query('create temporary table mine ()')).rejects.toMatchObject({ code: '42501' });
    await expect(db.database.pool.query('set role homeward_owner')).rejects.toMatchObject({ code: '42501' });
  });

  it('keeps its rows even from its owner, who only migrates', async () => {
    const client = await connectClient(db.superuserUrl);
    const { rows } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and not relforcerowsecurity order by 1`,
    );
    await client.end();
    // Nothing in these tells of a child.
    expect(rows.map((row) => row.name)).toEqual(['directory_version', 'homeward_migration', 'picture_version', 'revoked_token', 'tombstone']);
  });

  it('opens its rows to the owner only inside the transaction that erases', async () => {
    const client = await connectClient(db.ownerUrl);
    await expect(client.query(`insert into legal_hold (id, child, agency, reason, set_by, set_with, set_at) select gen_random_uuid(), gen_random_uuid(), 'a', 'b', 'c', 'd', now()`)).rejects.toMatchObject({ code: '42501' });
    await client.end();
    const held = await asOwner(db.ownerUrl, async (em) => {
      await execute(em, `insert into legal_hold (id, child, agency, reason, set_by, set_with, set_at) select gen_random_uuid(), gen_random_uuid(), 'a', 'b', 'c', 'd', now()`);
      return execute(em, 'select reason from legal_hold');
    });
    expect(held).toEqual([{ reason: 'b' }]);
  });

  it('binds bytes as bytes and arrays as arrays', async () => {
    const rows = await asWriter(db.database, (em) =>
      execute(em, 'select current_user as login, $1::bytea as bytes, $2::text[] as list', [Buffer.from([0, 255]), ['a', 'b,"c\'?']]),
    );
    expect(rows).toEqual([{ login: 'homeward_writer', bytes: Buffer.from([0, 255]), list: ['a', 'b,"c\'?'] }]);
  });

  it('commits a piece of work whole or not at all', async () => {
    await asWriter(db.database, (em) => execute(em, REVOKE, ['kept']));
    const failing = asWriter(db.database, async (em) => {
      await execute(em, REVOKE, ['lost']);
      await execute(em, REVOKE, ['kept']);
    });
    await expect(failing).rejects.toMatchObject({ code: '23505' });
    expect(await revoked(db.database)).toEqual(['kept']);
  });

  it('never says that work was kept whose fault was caught on the way', async () => {
    const swallowing = asWriter(db.database, async (em) => {
      await execute(em, REVOKE, ['lost']);
      await execute(em, 'select 1 / 0').catch(() => undefined);
    });
    await expect(swallowing).rejects.toMatchObject({ code: '25P02' });
    expect(await revoked(db.database)).toEqual([]);
  });

  it('runs what changes the picture one at a time', async () => {
    let inside = 0;
    const seen: number[] = [];
    const work = (): Promise<void> =>
      asWriter(
        db.database,
        async (em) => {
          inside += 1;
          await execute(em, 'select pg_sleep(0.02)');
          seen.push(inside);
          inside -= 1;
        },
        { serial: true },
      );
    await Promise.all([work(), work(), work(), work()]);
    expect(seen).toEqual([1, 1, 1, 1]);
  });

  it('sends what the gate reads in one go, each query with its own answer', async () => {
    const client = await db.database.pool.connect();
    const [, , read, commit] = await Promise.all([
      client.query('begin'),
      client.query('set local role homeward_reader'),
      client.query<{ login: string }>('select current_user as login'),
      client.query('commit'),
    ]);
    const after = await client.query<{ login: string }>('select current_user as login');
    client.release();
    expect(read.rows).toEqual([{ login: 'homeward_reader' }]);
    expect(commit.command).toBe('COMMIT');
    expect(after.rows).toEqual([{ login: 'homeward_hub' }]);
  });

  it('writes every migration down, for the hub to check', async () => {
    const { rows } = await db.database.pool.query('select name from homeward_migration order by id');
    expect(rows[0]).toEqual({ name: 'migration-0001-house' });
  });

  it('waits for a server that is still starting, and gives up on one that is not there', async () => {
    const nowhere = new URL(db.hubUrl);
    nowhere.searchParams.set('host', '/nowhere');
    await expect(connectClient(nowhere.href, 0)).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
  });
});

describe('a database whose server is killed', () => {
  it('fails what was under way, says so plainly, and serves again when the server is back', async () => {
    const folder = aFolder();
    const engine = await startEngine({ home: folder.path });
    const database = await openDatabase({ hub: engine.url('hub'), owner: engine.url('owner') });
    const writing = Array.from({ length: 10 }, () => asWriter(database, (em) => execute(em, 'select pg_sleep(30)')));
    const reading = database.pool.query('select pg_sleep(30)');
    await untilAsleep(engine, writing.length + 1);
    process.kill(engine.pid, 'SIGKILL');
    for (const one of writing) {
      await expect(one).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
    }
    await expect(reading).rejects.toThrow();
    const again = await startEngine({ home: folder.path });
    expect(await revoked(database)).toEqual([]);
    await database.close();
    await engine.stop();
    expect(await again.stop()).toBe(true);
    folder.remove();
  });
});

/** Until so many sleeping statements have reached the server. */
async function untilAsleep(engine: Engine, sleepers: number): Promise<void> {
  const client = await connectClient(engine.url('superuser'));
  let asleep: number | null = 0;
  while (asleep !== sleepers) {
    ({ rowCount: asleep } = await client.query(`select from pg_stat_activity where wait_event = 'PgSleep'`));
  }
  await client.end();
}
