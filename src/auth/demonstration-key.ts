import { createPrivateKey, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { HubError } from '../domain/errors.ts';

/** Whose key it is, which names its file, and how it is made. */
interface KeyOfDemonstration {
  readonly of: string;
  readonly make: () => KeyObject;
}

const ISSUER: KeyOfDemonstration = { of: 'issuer', make: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey };

/** A private key of the demonstration, its issuer's or another's, made on first use; processes that start together end up with one. */
export async function demonstrationKey(folder: string, { of, make } = ISSUER): Promise<KeyObject> {
  const file = path.join(folder, `demonstration-${of}.pem`);
  try {
    if (!existsSync(file)) {
      await keepKey(file, make());
    }
    return createPrivateKey(await readFile(file));
  } catch {
    throw new HubError('CONFIG_INVALID', `The demonstration key ${file} cannot be made or read; take the file away, or make its folder writable.`);
  }
}

async function keepKey(file: string, privateKey: KeyObject): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  try {
    // Unlike a rename, a link never replaces the key another process has just put there.
    await link(draft, file);
  } catch (fault) {
    if (!existsSync(file)) {
      throw fault;
    }
  } finally {
    await unlink(draft);
  }
}
