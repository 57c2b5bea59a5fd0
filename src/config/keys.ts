import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { deliveryKeysOf, missingDeliveryKey } from './delivery-keys.ts';
import { keysRefused, makeClosedFolder, readKeyFiles, writeFirstKey } from './key-folder.ts';
import { routerKeysOf } from './router-keys.ts';
import { missingSealKey, sealKeysOf } from './seal-keys.ts';
import type { SigningKeys } from './signing-keys.ts';
import { webhookSecretsOf } from './webhook-secrets.ts';

/**
 * What the hub's own keys are for: `id` makes the ids of records and must never change, `cursor` signs paging cursors;
 * `seal` signs the logs of what was shown and done, and `delivery` what goes to partners and the word on what came from them;
 * `webhook` are secrets, each shared with one partner; `router` is what a federation router shows that it is one.
 */
const SECRETS = ['id', 'cursor'] as const;
type SecretUse = (typeof SECRETS)[number];
export type Keys = Readonly<Record<SecretUse, Buffer>> & { readonly seal: SigningKeys; readonly delivery: SigningKeys | null; readonly webhook: ReadonlyMap<string, Buffer>; readonly router: readonly Buffer[] };

/** 256 bits, as the hash they key. */
const LENGTH = 32;

const JWK = z.object({
  kty: z.literal('oct'),
  use: z.enum(SECRETS),
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
  const files = readKeyFiles(keysFolder);
  const jwks = secretsOf(files);
  return { id: theOne(jwks, 'id'), cursor: theLatest(jwks, 'cursor'), seal: sealKeysOf(files), delivery: deliveryKeysOf(files), webhook: webhookSecretsOf(files), router: routerKeysOf(files) };
}

function secretsOf(files: readonly unknown[]): readonly Jwk[] {
  return files
    .filter((json) => z.object({ use: z.enum(SECRETS) }).safeParse(json).success)
    .map((json) => {
      const jwk = JWK.safeParse(json);
      if (!jwk.success || Buffer.from(jwk.data.k, 'base64url').length < LENGTH) {
        throw keysRefused('holds a key that is not a JWK with "kty": "oct", "use", "kid" and a "k" of at least 256 bits.');
      }
      return jwk.data;
    });
}

function theOne(jwks: readonly Jwk[], use: SecretUse): Buffer {
  if (jwks.filter((jwk) => jwk.use === use).length > 1) {
    throw keysRefused(`holds more than one key with "use": "${use}", which never changes: keep the first.`);
  }
  return theLatest(jwks, use);
}

/** The last in the order of `kid`: rotating adds a key with a later one. */
function theLatest(jwks: readonly Jwk[], use: SecretUse): Buffer {
  const latest = jwks
    .filter((jwk) => jwk.use === use)
    .sort((a, b) => (a.kid < b.kid ? -1 : 1))
    .at(-1);
  if (latest === undefined) {
    throw keysRefused(`holds no key with "use": "${use}". Bring it from the backup, or for a new hub make it as the README says.`);
  }
  return Buffer.from(latest.k, 'base64url');
}

function makeMissing(folder: string): void {
  makeClosedFolder(folder);
  const files = readKeyFiles(folder);
  const present = new Set(secretsOf(files).map((jwk) => jwk.use));
  for (const use of SECRETS.filter((wanted) => !present.has(wanted))) {
    const jwk: Jwk = { kty: 'oct', use, kid: `${use}-1`, k: randomBytes(LENGTH).toString('base64url') };
    writeFirstKey(folder, jwk);
  }
  for (const missing of [missingSealKey(files), missingDeliveryKey(files)]) {
    if (missing !== null) {
      writeFirstKey(folder, missing);
    }
  }
}
