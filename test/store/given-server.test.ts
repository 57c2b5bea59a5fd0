import { asWriter, execute, openDatabase } from '../../src/store/database.ts';
import { aGivenServer, type GivenServer } from '../support/a-given-server.ts';

describe('a given PostgreSQL server', () => {
  let server: GivenServer;
  beforeAll(async () => {
    server = await aGivenServer();
  });
  afterAll(async () => {
    await server.close();
  });

  it('is refused before its owner has migrated it', async () => {
    await expect(openDatabase({ hub: server.hubUrl, owner: null })).rejects.toThrow('DATABASE_OWNER_URL');
  });

  it('serves after the few lines an administrator runs once, and is migrated once by four starts at once', async () => {
    const logins = { hub: server.hubUrl, owner: server.ownerUrl };
    const opened = await Promise.all([1, 2, 3, 4].map(() => openDatabase(logins)));
    for (const database of opened) {
      const rows = await asWriter(database, (em) => execute<{ count: number }>(em, 'select count(*)::integer as count from child'));
      expect(rows).toEqual([{ count: 0 }]);
      await database.close();
    }
  });

  it('opens without its owner once it is migrated', async () => {
    const database = await openDatabase({ hub: server.hubUrl, owner: null });
    await expect(database.pool.query('select 1 as one')).resolves.toMatchObject({ rows: [{ one: 1 }] });
    await database.close();
  });
});
