import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { asWriter } from '../../../src/store/database.ts';
import { childByKey } from '../../../src/store/write/whose-child-store.ts';
import { aDatabase, type TestDatabase } from '../../support/a-database.ts';

describe('the child that is exactly so named', () => {
  let db: TestDatabase;
  let superuser: pg.Client;
  beforeAll(async () => {
    db = await aDatabase();
    superuser = new pg.Client({ connectionString: db.superuserUrl });
    await superuser.connect();
  });
  afterAll(async () => {
    await superuser.end();
    await db.close();
  });

  const found = (key: string): Promise<string | null> => asWriter(db.database, (em) => childByKey(em, key));
  const named = async (key: string, ...children: readonly string[]): Promise<void> => {
    for (const child of children) {
      await superuser.query(`insert into whose_child values (gen_random_uuid(), $1, $2, '{northmere}', 1, '')`, [child, key]);
    }
  };

  it('is the one of that name, however many of its records say so', async () => {
    const child = randomUUID();
    await named('one', child, child);
    expect(await found('one')).toBe(child);
  });

  it('is nobody where two are so named, or none is', async () => {
    await named('two', randomUUID(), randomUUID());
    expect(await found('two')).toBeNull();
    expect(await found('nobody')).toBeNull();
  });
});
