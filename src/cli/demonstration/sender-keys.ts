import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { exportJWK, FlattenedSign, type JWK } from 'jose';
import { demonstrationKey } from '../../auth/demonstration-key.ts';
import type { SourceSystem } from '../../directory/directory.ts';
import { HubError } from '../../domain/errors.ts';
import { HUBS, type PublicKeys } from './demonstration-hubs.ts';

/** What the invented hubs sign with; outside production only. */
export interface SenderKeys {
  /** The halves that the directory names. */
  readonly published: PublicKeys;
  /** A detached JWS over the bytes; null for a system that signs nothing. */
  signatureOf(system: string, bytes: Uint8Array): Promise<string | null>;
  /** Whether the directory in force knows the system, and by the very key that it signs with. */
  areKnown(system: SourceSystem | undefined): boolean;
}

/** Where the private halves are kept. */
export interface SenderKeysOptions {
  readonly production: boolean;
  readonly folder: string;
}

/** Opens the keys of the invented hubs, made on first use, or in production refuses to. */
export async function openSenderKeys({ production, folder }: SenderKeysOptions): Promise<SenderKeys> {
  if (production) {
    throw new HubError('CONFIG_INVALID', 'NODE_ENV is production: there are no keys of the demonstration here.');
  }
  const keys = new Map(await Promise.all(HUBS.map(async ({ system }) => [system as string, await keyOf(folder, system)] as const)));
  const published = new Map(await Promise.all([...keys].map(async ([system, key]): Promise<[string, JWK]> => [system, { ...(await exportJWK(createPublicKey(key))), kid: system }])));
  return {
    published,
    async signatureOf(system, bytes) {
      const key = keys.get(system);
      if (key === undefined) {
        return null;
      }
      const signed = await new FlattenedSign(bytes).setProtectedHeader({ alg: 'EdDSA', kid: system }).sign(key);
      return `${signed.protected ?? ''}..${signed.signature}`;
    },
    areKnown(system) {
      const key = system === undefined ? undefined : published.get(system.id);
      return system !== undefined && (key === undefined || system.keys.some(({ kid, x }) => kid === key.kid && x === key.x));
    },
  };
}

function keyOf(folder: string, system: string): ReturnType<typeof demonstrationKey> {
  return demonstrationKey(folder, { of: system, make: () => generateKeyPairSync('ed25519').privateKey });
}
