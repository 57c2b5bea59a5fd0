import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { HubError } from '../domain/errors.ts';

/**
 * What the hub's own keys are for: `id` makes the ids of records and must never change, `cursor` signs paging cursors.
 */
const USES = ['id', 'cursor'] as const;
type KeyUse = (typeof USES)[number];
export type Keys = Readonly<Record<KeyUse, Buffer>>;

/** 256 bits, as the hash they key. */
const LENGTH = 32;

const JWK = z.object({
  kty: z.literal('oct'),
  use: z.enum(USES),
  kid: z.string().regex(/^[\w:.-]{1,64}$/),
  k: z.base64url(),
});
type Jwk = z.infer<typeof JWK>;

/** Where the keys are, and whether missing ones may be made. */
export interface KeyFolder {
  readonly keysFolder: string;
  readonly production: boolean;
}

/**
 * The hub's keys from the JWK files of HOMEWARD_KEYS. Outside production missing ones are made; in production a missing
 * key means a wrong folder, and a new `id` key there would give every record a new id.
 */
export function readKeys({ keysFolder, production }: KeyFolder): Keys {
  if (!production) {
    makeMissing(keysFolder);
  }
  const jwks = readJwks(keysFolder);
  return { id: theOne(jwks, 'id'), cursor: theLatest(jwks, 'cursor') };
}

function readJwks(folder: string): readonly Jwk[] {
  return listed(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => readJson(path.join(folder, file)))
    .filter((json) => z.object({ use: z.enum(USES) }).safeParse(json).success)
    .map((json) => {
      const jwk = JWK.safeParse(json);
      if (!jwk.success || Buffer.from(jwk.data.k, 'base64url').length < LENGTH) {
        throw refusal('holds a key that is not a JWK with "kty": "oct", "use", "kid" and a "k" of at least 256 bits.');
      }
      return jwk.data;
    });
}

function listed(folder: string): readonly string[] {
  try {
    return fs.readdirSync(folder);
  } catch {
    throw refusal('is not a folder the hub can read.');
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    throw refusal(`holds ${path.basename(file)}, which cannot be read as JSON.`);
  }
}

function theOne(jwks: readonly Jwk[], use: KeyUse): Buffer {
  if (jwks.filter((jwk) => jwk.use === use).length > 1) {
    throw refusal(`holds more than one key with "use": "${use}", which never changes: keep the first.`);
  }
  return theLatest(jwks, use);
}

/** The last in the order of `kid`: rotating adds a key with a later one. */
function theLatest(jwks: readonly Jwk[], use: KeyUse): Buffer {
  const latest = jwks
    .filter((jwk) => jwk.use === use)
    .sort((a, b) => (a.kid < b.kid ? -1 : 1))
    .at(-1);
  if (latest === undefined) {
    throw refusal(`holds no key with "use": "${use}". Bring it from the backup, or for a new hub make it as the README says.`);
  }
  return Buffer.from(latest.k, 'base64url');
}

function makeMissing(folder: string): void {
  try {
    makeClosedFolder(folder);
  } catch {
    throw refusal('is not a folder the hub can make or write.');
  }
  const present = new Set(readJwks(folder).map((jwk) => jwk.use));
  for (const use of USES.filter((wanted) => !present.has(wanted))) {
    makeKey(folder, use);
  }
}

/** Closed to others itself; what is made above it is not, since the database beside it runs as another user. */
function makeClosedFolder(folder: string): void {
  const parent = path.dirname(folder);
  if (fs.mkdirSync(parent, { recursive: true }) !== undefined) {
    fs.chmodSync(parent, 0o755);
  }
  if (!fs.existsSync(folder)) {
    fs.mkdirSync(folder, { mode: 0o700 });
  }
}

function makeKey(folder: string, use: KeyUse): void {
  const jwk: Jwk = { kty: 'oct', use, kid: `${use}-1`, k: randomBytes(LENGTH).toString('base64url') };
  const half = path.join(folder, `.${use}.${String(process.pid)}`);
  fs.writeFileSync(half, JSON.stringify(jwk), { mode: 0o600, flush: true });
  try {
    // A link never overwrites: of two first starts at once both take the same key.
    fs.linkSync(half, path.join(folder, `${use}.json`));
  } catch (error) {
    // `error` is Node's own system error here.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw refusal('is not a folder the hub can write.');
    }
  } finally {
    fs.rmSync(half, { force: true });
  }
}

function refusal(fault: string): HubError {
  return new HubError('CONFIG_INVALID', `HOMEWARD_KEYS ${fault}`);
}
