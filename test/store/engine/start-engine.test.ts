import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { connectClient } from '../../../src/store/connection.ts';
import { isAlive } from '../../../src/store/engine/engine-users.ts';
import { type Engine, startEngine } from '../../../src/store/engine/start-engine.ts';
import { aFolder, type Folder } from '../../support/a-folder.ts';
import { EngineProcess } from '../../support/an-engine-process.ts';

const isRoot = process.getuid?.() === 0;
const asRoot = isRoot ? it : it.skip;

/** The numbers that are really in the table. */
async function rowsOf(engine: Engine): Promise<{ count: number; latest: number }> {
  const client = await connectClient(engine.url('owner'));
  const { rows } = await client.query<{ count: number; latest: number }>('select count(*)::integer as count, max(number) as latest from written');
  await client.end();
  return rows[0] ?? { count: 0, latest: 0 };
}

/** A process that ended is still there until its parent, perhaps this very process, has taken note. */
async function hasEnded(pid: number): Promise<boolean> {
  while (isAlive(pid)) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return true;
}

async function someRows(writer: EngineProcess): Promise<void> {
  writer.tell('write');
  await writer.says('row 200');
}

describe('the embedded engine', () => {
  let folder: Folder;
  let home: string;
  beforeEach(() => {
    folder = aFolder();
    home = path.join(folder.path, 'engine');
  });
  afterEach(() => {
    folder.remove();
  });

  it('starts in an empty folder, and stops when its only user leaves', async () => {
    const engine = await startEngine({ home });
    const client = await connectClient(engine.url('owner'));
    const { rows } = await client.query('select current_user as login, current_database() as database');
    await client.end();
    expect(rows).toEqual([{ login: 'homeward_owner', database: 'homeward' }]);
    expect(await engine.stop()).toBe(true);
    expect(await hasEnded(engine.pid)).toBe(true);
  });

  it('is adopted by a second process, and the last to leave stops it', async () => {
    const first = await startEngine({ home });
    const second = new EngineProcess(home);
    expect(await second.says('ready')).toBe(`ready ${String(first.pid)}`);
    expect(await first.stop()).toBe(false);
    expect(isAlive(first.pid)).toBe(true);
    second.tell('stop');
    expect(await second.says('stopped')).toBe('stopped true');
    expect(await hasEnded(first.pid)).toBe(true);
  });

  it('is one engine when eight processes start it at once', async () => {
    const all = Array.from({ length: 8 }, () => new EngineProcess(home));
    const pids = new Set(await Promise.all(all.map((one) => one.says('ready'))));
    expect(pids.size).toBe(1);
    for (const one of all) {
      one.tell('stop');
    }
    const stops = await Promise.all(all.map((one) => one.says('stopped')));
    expect(stops.filter((said) => said === 'stopped true')).toHaveLength(1);
  });

  it('stops with a process that ends without leaving', async () => {
    const other = new EngineProcess(home);
    const pid = Number((await other.says('ready')).split(' ')[1]);
    other.tell('exit');
    await other.ended;
    const engine = await startEngine({ home });
    expect(engine.pid).not.toBe(pid);
    await engine.stop();
  });

  it('outlives a killed process with every acknowledged row, and the next one adopts it', async () => {
    const writer = new EngineProcess(home);
    await someRows(writer);
    const pid = writer.last('ready');
    writer.kill();
    await writer.ended;
    const engine = await startEngine({ home });
    expect(engine.pid).toBe(pid);
    const { count, latest } = await rowsOf(engine);
    expect(count).toBe(latest);
    expect(latest).toBeGreaterThanOrEqual(writer.last('row'));
    expect(await engine.stop()).toBe(true);
  });

  it('comes back with every acknowledged row after its server and its process were killed', async () => {
    const writer = new EngineProcess(home);
    await someRows(writer);
    process.kill(writer.last('ready'), 'SIGKILL');
    writer.kill();
    await writer.ended;
    const engine = await startEngine({ home });
    expect(engine.pid).not.toBe(writer.last('ready'));
    const { count, latest } = await rowsOf(engine);
    expect(count).toBe(latest);
    expect(latest).toBeGreaterThanOrEqual(writer.last('row'));
    await engine.stop();
  });

  it('starts although the process id of a killed server was given to a stranger', async () => {
    const killed = await startEngine({ home });
    process.kill(killed.pid, 'SIGKILL');
    await hasEnded(killed.pid);
    for (const file of [path.join(home, 'pg', 'postmaster.pid'), path.join(home, 'run', '.s.PGSQL.5432.lock')]) {
      writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(process.pid)));
    }
    expect(await killed.stop()).toBe(false);
    const engine = await startEngine({ home });
    expect(engine.pid).not.toBe(process.pid);
    await engine.stop();
  });

  it('clears away what a start that was killed half way has left', async () => {
    mkdirSync(path.join(home, 'pg.new-1'), { recursive: true });
    const engine = await startEngine({ home });
    expect(existsSync(path.join(home, 'pg.new-1'))).toBe(false);
    await engine.stop();
  });

  it('lives in a folder whose name is hostile, or too long for a socket', async () => {
    for (const name of ["a, b's \"c\" [d]*", 'x'.repeat(120)]) {
      const engine = await startEngine({ home: path.join(folder.path, name) });
      const client = await connectClient(engine.url('hub'));
      await client.end();
      expect(await engine.stop()).toBe(true);
    }
  });

  it('keeps its passwords and its socket from other users, and opens no port', async () => {
    const engine = await startEngine({ home });
    for (const login of ['superuser', 'owner', 'hub']) {
      expect(statSync(path.join(home, `${login}.password`)).mode & 0o777).toBe(0o600);
    }
    expect(statSync(path.join(home, 'run')).mode & 0o777).toBe(0o700);
    const client = await connectClient(engine.url('superuser', 'postgres'));
    const { rows } = await client.query('select current_setting($1) as addresses, current_setting($2) as fsync', ['listen_addresses', 'fsync']);
    await client.end();
    expect(rows).toEqual([{ addresses: '', fsync: 'on' }]);
    const stranger = new URL(engine.url('hub'));
    stranger.password = 'guessed';
    await expect(connectClient(stranger.href, 0)).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
    await engine.stop();
  });

  it('repeats no value in its own log', async () => {
    const engine = await startEngine({ home });
    const client = await connectClient(engine.url('owner'));
    await client.query('create table child_canary (name text primary key)');
    await client.query(`insert into child_canary values ('Canary-Wren')`);
    await expect(client.query(`insert into child_canary values ('Canary-Wren')`)).rejects.toMatchObject({ code: '23505' });
    await expect(client.query(`select 'Canary-Wren'::integer`)).rejects.toMatchObject({ code: '22P02' });
    await client.end();
    await engine.stop();
    expect(readFileSync(path.join(home, 'pg.log'), 'utf8')).not.toContain('Canary-Wren');
  });

  it('says why PostgreSQL would not start, and what to do instead', async () => {
    const failing = startEngine({ home, settings: { shared_buffers: 'none' } });
    await expect(failing).rejects.toMatchObject({ code: 'ENGINE_UNAVAILABLE' });
    await expect(failing).rejects.toThrow(/shared_buffers[^]*DATABASE_URL/);
  });

  asRoot('refuses a folder that its user cannot enter, and says where to go', async () => {
    chmodSync(folder.path, 0o700);
    const failing = startEngine({ home });
    await expect(failing).rejects.toMatchObject({ code: 'ENGINE_UNAVAILABLE' });
    await expect(failing).rejects.toThrow('/var/lib/homeward');
  });

  asRoot('moves out of a closed folder that nobody chose', async () => {
    chmodSync(folder.path, 0o700);
    const engine = await startEngine({ home, mayMove: true });
    expect(engine.moved).toBe(true);
    expect(engine.home).toMatch(/^\/var\/lib\/homeward\/data-[0-9a-f]{16}$/);
    await engine.stop();
    rmSync(engine.home, { recursive: true });
  });

  asRoot('starts under a umask that closes new folders to others', async () => {
    const before = process.umask(0o077);
    try {
      const engine = await startEngine({ home: path.join(folder.path, 'data', 'engine') });
      await engine.stop();
    } finally {
      process.umask(before);
    }
    expect(statSync(path.join(folder.path, 'data')).mode & 0o777).toBe(0o755);
  });

  asRoot('never runs as root', async () => {
    const engine = await startEngine({ home });
    expect(statSync(`/proc/${String(engine.pid)}`).uid).not.toBe(0);
    await engine.stop();
  });
});
