import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { demonstrationDirectory } from '../../src/cli/demonstration/demonstration-directory.ts';
import { parseDirectory } from '../../src/directory/parse-directory.ts';
import type { Adapter } from '../../src/ingest/adapter-contract.ts';
import type { SigningKey } from '../support/a-signature.ts';

/** The agency in whose name every sample is told. */
export const AGENCY = 'northmere';

/** The system that sends by an adapter, and the persona it sends as. */
export function systemOf(adapter: string): string {
  return `fault-${adapter}`;
}
export function senderOf(system: string): string {
  return `${system}-client`;
}

/** The invented directory, with a system of every adapter that says of itself what the samples ask for. */
export function faultDirectory(adapters: readonly Adapter[], { jwk }: SigningKey): string {
  const invented = parseDirectory(demonstrationDirectory);
  const systems = adapters.map(({ manifest }) => ({
    id: systemOf(manifest.id),
    agency: AGENCY,
    adapter: manifest.id,
    settings: settingsOf(manifest.id),
    keys: manifest.signed === true ? [jwk] : [],
  }));
  const senders = systems.map(({ id }) => ({
    id: senderOf(id),
    name: `Sender of ${id}`,
    issuer: 'https://demonstration.homeward.invalid',
    subject: senderOf(id),
    roles: [{ role: 'INGEST_CLIENT', agency: AGENCY, system: id }],
  }));
  const people = invented.people.filter(({ roles }) => roles.every(({ role }) => role !== 'INGEST_CLIENT'));
  // Nothing is sent on: the invented channels lead to systems that are not here. JSON is YAML too.
  return JSON.stringify({ ...invented, channels: [], exchange: [], systems, people: [...people, ...senders] });
}

function settingsOf(adapter: string): unknown {
  const file = path.join(import.meta.dirname, '../../adapters', adapter, 'samples/settings.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}
