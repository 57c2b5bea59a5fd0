import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { administratorStatements } from '../../src/store/administrator-statements.ts';
import { connectClient } from '../../src/store/connection.ts';
import { findBinaries, program } from '../../src/store/engine/binaries.ts';
import { engineUser, giveTo, runAs } from '../../src/store/engine/engine-user.ts';
import { aFolder } from './a-folder.ts';

/** A PostgreSQL server that the hub did not start, on a loopback port, after an administrator was there. */
export interface GivenServer {
  readonly hubUrl: string;
  readonly ownerUrl: string;
  close(): Promise<void>;
}

const PASSWORDS = { owner: "owner's word", hub: 'hub%word' };

/** Starts one and runs administrator.sql on it, statement by statement, as its superuser. */
export async function aGivenServer(): Promise<GivenServer> {
  const folder = aFolder();
  const user = engineUser(folder.path);
  giveTo(user, folder.path);
  const data = path.join(folder.path, 'pg');
  mkdirSync(data, { mode: 0o700 });
  giveTo(user, data);
  const binaries = findBinaries(user, folder.path);
  const as = { ...runAs(user), cwd: '/', env: binaries.environment };
  execFileSync(program(binaries, 'initdb'), ['-D', data, '-U', 'administrator', '-A', 'trust'], { ...as, stdio: 'ignore' });
  const port = await freePort();
  const server = spawn(program(binaries, 'postgres'), ['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='], { ...as, stdio: 'ignore' });
  const ended = new Promise((resolve) => server.once('close', resolve));
  const close = async (): Promise<void> => {
    server.kill('SIGINT');
    await ended;
    folder.remove();
  };
  try {
    await administer(`postgresql://administrator@127.0.0.1:${String(port)}/postgres`);
  } catch (error) {
    await close();
    throw error;
  }
  const at = `127.0.0.1:${String(port)}/homeward`;
  return {
    hubUrl: `postgresql://homeward_hub:${encodeURIComponent(PASSWORDS.hub)}@${at}`,
    ownerUrl: `postgresql://homeward_owner:${encodeURIComponent(PASSWORDS.owner)}@${at}`,
    close,
  };
}

async function administer(url: string): Promise<void> {
  const client = await connectClient(url);
  try {
    for (const statement of administratorStatements(PASSWORDS)) {
      await client.query(statement);
    }
  } finally {
    await client.end();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => { resolve(typeof address === 'object' && address !== null ? address.port : 0); });
    });
  });
}
