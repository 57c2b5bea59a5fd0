import fs from 'node:fs';
import path from 'node:path';
import { HubError } from '../domain/errors.ts';

/** Every JSON file of the folder of keys, as it was parsed. */
export function readKeyFiles(folder: string): readonly unknown[] {
  return listed(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => readJson(path.join(folder, file)));
}

function listed(folder: string): readonly string[] {
  try {
    return fs.readdirSync(folder);
  } catch {
    throw keysRefused('is not a folder the hub can read.');
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    throw keysRefused(`holds ${path.basename(file)}, which cannot be read as JSON.`);
  }
}

/** Closed to others itself; what is made above it is not, since the database beside it runs as another user. */
export function makeClosedFolder(folder: string): void {
  try {
    const parent = path.dirname(folder);
    if (fs.mkdirSync(parent, { recursive: true }) !== undefined) {
      fs.chmodSync(parent, 0o755);
    }
    if (!fs.existsSync(folder)) {
      fs.mkdirSync(folder, { mode: 0o700 });
    }
  } catch {
    throw keysRefused('is not a folder the hub can make or write.');
  }
}

/** Writes the first key of a use; of two first starts at once both take the same one. */
export function writeFirstKey(folder: string, jwk: { readonly use: string }): void {
  const half = path.join(folder, `.${jwk.use}.${String(process.pid)}`);
  fs.writeFileSync(half, JSON.stringify(jwk), { mode: 0o600, flush: true });
  try {
    // A link never overwrites.
    fs.linkSync(half, path.join(folder, `${jwk.use}.json`));
  } catch (error) {
    // `error` is Node's own system error here.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw keysRefused('is not a folder the hub can write.');
    }
  } finally {
    fs.rmSync(half, { force: true });
  }
}

/** What is wrong with the folder of keys; no key is repeated. */
export function keysRefused(fault: string): HubError {
  return new HubError('CONFIG_INVALID', `HOMEWARD_KEYS ${fault}`);
}
