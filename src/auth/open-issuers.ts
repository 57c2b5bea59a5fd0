import { readFile } from 'node:fs/promises';
import type { Log } from '../logging/log.ts';
import type { DemonstrationIssuer } from './demonstration-issuer.ts';
import { fetchKeySet } from './fetch-key-set.ts';
import { IssuerKeys } from './issuer-keys.ts';
import { checkIssuer, invalidIssuer, type IssuerSettings } from './issuer-settings.ts';
import { readKeySet } from './read-key-set.ts';
import type { Issuer } from './verify-token.ts';

/** Whom the hub believes: the configured issuers and, outside production, the demonstration issuer. */
export interface IssuerOptions {
  readonly settings: readonly IssuerSettings[];
  readonly demonstration: DemonstrationIssuer | null;
  readonly log: Log;
}

/** The issuers by name. A key file must be right at start; an address may answer later. */
export async function openIssuers({ settings, demonstration, log }: IssuerOptions): Promise<ReadonlyMap<string, Issuer>> {
  const issuers = new Map<string, Issuer>();
  if (demonstration !== null) {
    issuers.set(demonstration.issuer.name, demonstration.issuer);
  }
  for (const each of settings) {
    if (issuers.has(each.issuer)) {
      throw invalidIssuer(each.issuer, 'is there twice; give it one entry');
    }
    issuers.set(each.issuer, await openIssuer(each, log));
  }
  return issuers;
}

async function openIssuer(settings: IssuerSettings, log: Log): Promise<Issuer> {
  const { issuer: name, audience } = settings;
  const { algorithms, keys: place } = checkIssuer(settings);
  if ('file' in place) {
    checkKeyFile(name, await textOf(place.file));
  }
  const keys = new IssuerKeys({
    load: () => ('file' in place ? textOf(place.file) : fetchKeySet(place.url)),
    onFault: (reason) => {
      log.warn('issuer-keys-fault', { reason });
    },
  });
  return { name, audience, algorithms, keys };
}

function checkKeyFile(issuer: string, text: string | null): void {
  const set = text === null ? null : readKeySet(text);
  if (set === null) {
    throw invalidIssuer(issuer, 'names a key file that cannot be read as a JWKS');
  }
  if (set.faults.length > 0 || set.keys.size === 0) {
    throw invalidIssuer(issuer, `has a key file the hub cannot use: ${set.faults.join('; ') || 'no signing key is in it'}`);
  }
}

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return null;
  }
}
