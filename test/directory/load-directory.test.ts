import { DirectoryKeeper } from '../../src/directory/directory-keeper.ts';
import { loadDirectory } from '../../src/directory/load-directory.ts';
import { connectClient } from '../../src/store/connection.ts';
import { aDatabase, type TestDatabase } from '../support/a-database.ts';
import { aDirectoryFile, aPerson } from './a-directory-file.ts';

const NOW = Date.parse('2026-05-01T08:00:00Z');
const by = { by: 'operator', now: NOW };
const people = (id: string, also = ''): string => aDirectoryFile({ people: `\n${aPerson({ id, roles: '[{ role: AUDITOR, agency: northmere }]', also })}` });

let db: TestDatabase;
beforeEach(async () => {
  db = await aDatabase();
});
afterEach(async () => {
  await db.close();
});

describe('loading the directory', () => {
  it('replaces it whole, and keeps who loaded which version when', async () => {
    await loadDirectory(db.database, people('nia'), by);
    const load = await loadDirectory(db.database, people('ned'), { by: 'somebody-else', now: NOW + 1000 });

    expect(load).toEqual({ version: 2, changed: true });
    expect([...(await new DirectoryKeeper(db.database).refresh()).people.keys()]).toEqual(['ned']);
    expect(await versions()).toEqual([
      { version: 1, loaded_by: 'operator', loaded_at: new Date(NOW) },
      { version: 2, loaded_by: 'somebody-else', loaded_at: new Date(NOW + 1000) },
    ]);
  });

  it('makes no new version of a file that says the same', async () => {
    await loadDirectory(db.database, people('nia'), by);

    expect(await loadDirectory(db.database, `# the same, with a remark\n${people('nia')}`, by)).toEqual({ version: 1, changed: false });
    expect(await versions()).toHaveLength(1);
  });

  it('takes nothing of a file with a fault, and what was in force stays', async () => {
    await loadDirectory(db.database, people('nia'), by);

    await expect(loadDirectory(db.database, people('ned', ', roles: []'), by)).rejects.toMatchObject({ code: 'DIRECTORY_INVALID' });
    expect([...(await new DirectoryKeeper(db.database).refresh()).people.keys()]).toEqual(['nia']);
  });

  it('gives every load a version of its own when several come at once', async () => {
    const loads = await Promise.all(['a', 'b', 'c', 'd'].map((id) => loadDirectory(db.database, people(id), by)));

    expect(loads.map(({ version }) => version).sort()).toEqual([1, 2, 3, 4]);
  });

  it('tells whoever listens', async () => {
    const listener = await connectClient(db.hubUrl);
    const heard = new Promise((resolve) => listener.once('notification', ({ channel, payload }) => { resolve([channel, payload]); }));
    await listener.query('listen directory');

    await loadDirectory(db.database, people('nia'), by);

    // Ids say nothing here: whoever hears it looks which version is in force.
    expect(await heard).toEqual(['directory', '']);
    await listener.end();
  });
});

describe('the keeper of the directory', () => {
  it('knows nobody before the first load', async () => {
    const keeper = new DirectoryKeeper(db.database);

    expect((await keeper.refresh()).version).toBe(0);
    expect(keeper.personOf('https://issuer.invalid', 'nia')).toBeNull();
  });

  it('reads a newer version that a request met, and no version twice', async () => {
    const keeper = new DirectoryKeeper(db.database);
    await loadDirectory(db.database, people('nia'), by);
    const first = await keeper.refresh();
    await loadDirectory(db.database, people('ned'), by);

    expect(await keeper.ifNewer(1)).toBe(first);
    expect(keeper.current().version).toBe(1);
    expect((await keeper.ifNewer(2)).people.has('ned')).toBe(true);
    expect(keeper.personOf('https://issuer.invalid', 'nia')).toBeNull();
    expect(keeper.personOf('https://issuer.invalid', 'ned')?.id).toBe('ned');
  });

  it('tells people of two issuers apart', async () => {
    const two = ['https://one.invalid', 'https://two.invalid'].map((issuer, at) => aPerson({ id: `p${String(at)}`, subject: 'same', issuer, roles: '[{ role: AUDITOR, agency: northmere }]' }));
    await loadDirectory(db.database, aDirectoryFile({ people: `\n${two.join('\n')}` }), by);
    const keeper = new DirectoryKeeper(db.database);
    await keeper.refresh();

    expect(keeper.personOf('https://one.invalid', 'same')?.id).toBe('p0');
    expect(keeper.personOf('https://two.invalid', 'same')?.id).toBe('p1');
  });

  it('turns the start of valid tokens into epoch seconds, never earlier than written', async () => {
    await loadDirectory(db.database, people('nia', ', tokensSince: "2026-05-01T01:00:00.5+01:00"'), by);

    expect((await new DirectoryKeeper(db.database).refresh()).people.get('nia')?.tokensSince).toBe(Date.parse('2026-05-01T00:00:01Z') / 1000);
  });

  it('refuses a body it cannot read rather than serve half a directory', async () => {
    const superuser = await connectClient(db.superuserUrl);
    await superuser.query(`insert into directory_version values (1, now(), 'x', 'x', '{"agencies": 1}')`);
    await superuser.end();

    await expect(new DirectoryKeeper(db.database).refresh()).rejects.toMatchObject({ code: 'DIRECTORY_INVALID' });
  });
});

async function versions(): Promise<unknown[]> {
  const superuser = await connectClient(db.superuserUrl);
  const { rows } = await superuser.query<Record<string, unknown>>('select version, loaded_by, loaded_at from directory_version order by version');
  await superuser.end();
  return rows;
}
