import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDemonstrationIssuer } from '../../src/auth/demonstration-issuer.ts';
import { buildDirectory } from '../../src/directory/build-directory.ts';
import { parseDirectory } from '../../src/directory/parse-directory.ts';
import { startServing } from '../faults/serving-process.ts';
import { NotHeld } from './not-held.ts';

/** How long anything may take to come before the demonstration says that it did not. */
const PATIENCE = 60_000;

/** Where a hub of the demonstration lies, and how it is run. */
export interface HubTerms {
  /** Its data folder: its database, its keys and its outbox. */
  readonly folder: string;
  readonly port: number;
  /** The words after `node` that are `homeward`. */
  readonly program: readonly string[];
  /** Shared with the other hub, in base64url. */
  readonly secret: string;
}

/** A document, and as whom it is sent. */
export interface Document {
  readonly adapter: string;
  readonly as: string;
  readonly bytes: string;
  /** Detached JWS over the bytes, where the system signs. */
  readonly signature?: string;
}

/** A hub of the demonstration in a process of its own, with a database of its own; all that is known of it came over HTTP or from its commands. */
export interface HubApart {
  readonly terms: HubTerms;
  readonly url: string;
  /** Asks in GraphQL and hands out the data of an answer without errors. */
  ask<T>(as: string, query: string, variables?: object): Promise<T>;
  /** Does one thing by its mutation, under a key of its own. */
  does(as: string, mutation: string, input: object): Promise<{ readonly id: string; readonly revision: number }>;
  /** Sends a document and waits until it was read; anything but taking all of it ends the demonstration. */
  ingest(document: Document): Promise<void>;
  /** Has the adapter of Liberi read a file back and store nothing; what it made of it, in words. */
  readBack(as: string, file: { readonly bytes: Uint8Array<ArrayBuffer>; readonly extracted: string }): Promise<string>;
  stop(): Promise<void>;
}

/** Runs `homeward` with these words beside a hub; what it printed. */
export function homeward(terms: HubTerms, words: readonly string[]): Promise<{ readonly code: number; readonly out: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [...terms.program, ...words], { env: variablesOf(terms) }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : Number(error !== null), out: error === null ? out : out + err });
    });
  });
}

/** Starts a hub on an empty folder: it brings its own PostgreSQL and makes its own keys. */
export async function aHubApart(terms: HubTerms, directory: () => string): Promise<HubApart> {
  const keys = path.join(terms.folder, 'keys');
  mkdirSync(terms.folder, { recursive: true, mode: 0o711 });
  mkdirSync(keys, { mode: 0o700 });
  writeFileSync(path.join(keys, 'shared.json'), JSON.stringify({ kty: 'oct', use: 'webhook', kid: 'shared', k: terms.secret }), { mode: 0o600 });
  const serving = await startServing({ program: terms.program, variables: variablesOf(terms) });
  const url = `http://localhost:${String(serving.port)}`;
  const issuer = await openDemonstrationIssuer({ production: false, folder: keys, directory: { current: () => buildDirectory(parseDirectory(directory()), 1) } });
  const bearer = (as: string): Record<string, string> => ({ authorization: `Bearer ${issuer.demonstrationToken(as, Date.now())}` });
  const hub: HubApart = {
    terms,
    url,
    async ask<T>(as: string, query: string, variables: object = {}) {
      const answer = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...bearer(as) }, body: JSON.stringify({ query, variables }) });
      const { data, errors } = (await answer.json()) as { data: T; errors?: readonly { readonly message: string }[] };
      if (errors !== undefined) {
        throw new NotHeld(`${as} was answered: ${errors.map(({ message }) => message).join(' ')}`);
      }
      return data;
    },
    async does(as, mutation, input) {
      const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
      const query = `mutation Act($input: ${type}!) { ${mutation}(input: $input) { id revision } }`;
      const done = await hub.ask<Record<string, { id: string; revision: number }>>(as, query, { input: { key: randomUUID(), ...input } });
      return done[mutation] ?? { id: '', revision: 0 };
    },
    async ingest({ adapter, as, bytes, signature }) {
      const headers = { ...bearer(as), ...(signature !== undefined && { 'homeward-signature': signature }) };
      const answer = await fetch(`${url}/ingest/${adapter}`, { method: 'POST', body: bytes, headers });
      const { lookUp, detail } = (await answer.json()) as { readonly lookUp?: string; readonly detail?: string };
      if (lookUp === undefined) {
        throw new NotHeld(`the document of ${as} was answered with ${String(answer.status)}: ${detail ?? ''}`);
      }
      const status = await whenThere(`what became of the document of ${as}`, async () => {
        const read = (await (await fetch(url + lookUp, { headers: bearer(as) })).json()) as { readonly state: string; readonly refused: number };
        return read.state === 'RECEIVED' ? undefined : read;
      });
      if (status.state !== 'TAKEN' || status.refused > 0) {
        throw new NotHeld(`the document of ${as} was not taken whole, but is ${status.state}`);
      }
    },
    async readBack(as, { bytes, extracted }) {
      const answer = await fetch(`${url}/ingest/liberi?dryRun&extracted=${encodeURIComponent(extracted)}`, { method: 'POST', body: bytes, headers: bearer(as) });
      const { state, refused, observations } = (await answer.json()) as { readonly state?: string; readonly refused?: number; readonly observations?: Readonly<Record<string, number>> };
      if (state !== 'TAKEN' || refused !== 0 || observations?.['interview'] !== 1) {
        throw new NotHeld(`Liberi's adapter does not read back what was written: ${String(answer.status)}, ${String(state)}`);
      }
      return `it would be ${state}, and says ${Object.entries(observations).map(([kind, count]) => `${kind} ${String(count)}`).join(', ')}`;
    },
    stop: () => serving.stop(),
  };
  return hub;
}

/** Asks until there is something. */
export async function whenThere<T>(what: string, ask: () => Promise<T | undefined>, patience = PATIENCE): Promise<T> {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    const found = await ask();
    if (found !== undefined) {
      return found;
    }
    await sleep(200);
  }
  throw new NotHeld(`${what} did not come within ${String(patience / 1000)} seconds`);
}

/** A port of this machine alone that nobody uses now. */
export async function aFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo; // a server that listens on a port has one
  await new Promise((resolve) => server.close(resolve));
  return port;
}

// Of the surroundings the hubs get no more than where programs lie.
const PATH = process.env['PATH'] ?? ''; // eslint-disable-line no-restricted-properties -- for the processes it starts alone
const variablesOf = ({ folder, port }: HubTerms): Record<string, string> => ({ PATH, NODE_ENV: 'development', HOMEWARD_DATA: folder, PORT: String(port), LOG_LEVEL: 'error' });
