import { asWriter, execute } from '../../src/store/database.ts';
import { aDatabase, type TestDatabase } from '../support/a-database.ts';

describe('the database', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await aDatabase();
  });
  afterAll(async () => {
    await db.close();
  });

  it('reads nothing as the hub without stepping into a role', async () => {
    await expect(db.database.pool.query('select * from child')).rejects.toMatchObject({ code: '42501' });
  });

  it('writes as the writer', async () => {
    const rows = await asWriter(
      db.database,
      (em) => execute<{ user: string; bytes: Buffer; list: string[] }>(em, 'select current_user as user, $1::bytea as bytes, $2::text[] as list', [Buffer.from([0, 1]), ['a', 'b,"c']]),
      { serial: true },
    );
    expect(rows).toEqual([{ user: 'homeward_writer', bytes: Buffer.from([0, 1]), list: ['a', 'b,"c'] }]);
  });
});
