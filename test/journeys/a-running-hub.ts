import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { demonstrationDirectory } from '../../src/cli/demonstration/demonstration-directory.ts';
import { openHub, serveHub } from '../../src/compose.ts';
import { readConfig } from '../../src/config/config.ts';
import { loadDirectory } from '../../src/directory/load-directory.ts';
import type { DocumentStatus } from '../../src/ingest/document-status.ts';
import { createLog } from '../../src/logging/log.ts';
import { connectClient } from '../../src/store/connection.ts';
import { PICTURE_TABLES } from '../../src/store/write/project-picture.ts';
import { aDatabase } from '../support/a-database.ts';
import { aFolder } from '../support/a-folder.ts';
import { runHomeward, type CommandResult } from '../support/run-homeward.ts';

/** The morning all journeys begin on, unless a test moves the clock. */
export const MORNING = Date.parse('2025-11-20T08:00:00Z');
/** The largest document these hubs take, in bytes. */
export const LARGEST = 1024 * 1024;
/** How long a document may wait to be taken on a busy machine. */
const PATIENCE = 20_000;

/** A document on its way: the text or bytes, and who sends it. */
export interface Sending {
  readonly bytes: string | Uint8Array<ArrayBuffer>;
  readonly as: string;
  readonly adapter: string;
  readonly extracted?: string;
  /** Detached JWS over the bytes. */
  readonly signature?: string;
}

/** An answer as it came over the wire. */
export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Who asks: a persona, perhaps in one of several roles, or with a token of their own. */
export interface Asker {
  readonly as?: string;
  readonly role?: string;
  readonly token?: string;
}

/** A hub as an operator runs it, with the invented people of the demonstration; only the clock is the test's. */
export interface RunningHub {
  readonly url: string;
  /** Passes every wall. */
  readonly databaseUrl: string;
  /** Epoch milliseconds; a test may set it. */
  now: number;
  token(persona: string): string;
  /** Asks in GraphQL; the answer as it came. */
  post(query: string, asker: Asker, variables?: object): Promise<Answer>;
  /** Asks in GraphQL and hands out the data of an answer without errors. */
  ask<T>(query: string, asker: Asker, variables?: object): Promise<T>;
  /** Sends a document; the answer as it came. */
  send(sending: Sending, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Sends documents one after the other and waits until each was read. */
  deliver(...sendings: readonly Sending[]): Promise<DocumentStatus[]>;
  /** Runs a command of the operator's beside the hub, as a process of its own. */
  command(...words: readonly string[]): Promise<CommandResult>;
  /** A file for a command to read. */
  file(name: string, text: string): string;
  /** Every row of the picture and all it is made of, looked at past all walls. */
  picture(): Promise<string>;
  /** Stops the hub and starts it again on the same database at another time: nothing of it ran between. */
  sleepUntil(now: number): Promise<void>;
  /** How many documents are stored. */
  documents(): Promise<number>;
  close(): Promise<void>;
}

/** How a test's hub differs from any other: its directory, the key that a federation router shows, in base64url, and further keys. */
export interface HubTerms {
  readonly directory?: string;
  readonly routerKey?: string;
  /** Further keys of its own, as JWK. */
  readonly keys?: readonly object[];
}

export async function aRunningHub({ directory = demonstrationDirectory, routerKey, keys = [] }: HubTerms = {}): Promise<RunningHub> {
  const database = await aDatabase();
  const folder = aFolder();
  if (keys.length > 0) {
    mkdirSync(path.join(folder.path, 'keys'), { mode: 0o700, recursive: true });
    keys.forEach((key, nth) => {
      writeFileSync(path.join(folder.path, 'keys', `given-${String(nth)}.json`), JSON.stringify(key));
    });
  }
  const variables = {
    NODE_ENV: 'test',
    PORT: '0',
    HOMEWARD_DATA: folder.path,
    DATABASE_URL: database.hubUrl,
    MAX_DOCUMENT_MB: String(LARGEST / 1024 / 1024),
    LOG_LEVEL: 'silent',
  };
  if (routerKey !== undefined) {
    mkdirSync(path.join(folder.path, 'keys'), { mode: 0o700, recursive: true });
    writeFileSync(path.join(folder.path, 'keys', 'router.json'), JSON.stringify({ kty: 'oct', use: 'router', kid: 'router-1', k: routerKey }));
  }
  await loadDirectory(database.database, directory, { by: 'a test', now: MORNING });
  const config = readConfig(variables);
  const clock = (): number => running.now;
  const start = async () => {
    const opened = await openHub({ config, log: createLog({ level: config.logLevel }), clock });
    const serving = await serveHub(opened, clock, { demonstration: false, commands: [] });
    return { opened, serving, url: `http://127.0.0.1:${String(serving.port)}` };
  };
  const looking = await connectClient(database.superuserUrl);

  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const running: RunningHub = {
    get url() {
      return hub.url;
    },
    databaseUrl: database.superuserUrl,
    now: MORNING,
    token: (persona) => hub.opened.demonstration?.demonstrationToken(persona, clock()) ?? '',
    async post(query, { as = '', role, token }, asked = {}) {
      const headers = { 'content-type': 'application/json', ...bearer(token ?? running.token(as)), ...(role !== undefined && { 'homeward-role': role }) };
      return answered(await fetch(`${hub.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables: asked }) }));
    },
    async ask<T>(query: string, asker: Asker, asked?: object) {
      const { text } = await running.post(query, asker, asked);
      const { data, errors } = JSON.parse(text) as { data: T; errors?: unknown };
      expect(errors).toBeUndefined();
      return data;
    },
    async send({ bytes, as, adapter, extracted, signature }, headers) {
      const asked = extracted === undefined ? '' : `?extracted=${encodeURIComponent(extracted)}`;
      return answered(await fetch(`${hub.url}/ingest/${adapter}${asked}`, { method: 'POST', body: bytes, headers: headers ?? { ...bearer(running.token(as)), ...(signature !== undefined && { 'homeward-signature': signature }) } }));
    },
    async deliver(...sendings) {
      const statuses: DocumentStatus[] = [];
      for (const sending of sendings) {
        const { lookUp } = JSON.parse((await running.send(sending)).text) as { lookUp: string };
        statuses.push(await whenRead(hub.url + lookUp, bearer(running.token(sending.as))));
      }
      return statuses;
    },
    command: (...words) => runHomeward(words, variables),
    file(name, text) {
      const place = path.join(folder.path, name);
      writeFileSync(place, text);
      return place;
    },
    picture: () => pictureIn(looking),
    async sleepUntil(later) {
      await hub.serving.stop();
      running.now = later;
      hub = await start();
    },
    async documents() {
      return (await looking.query('select from source_document')).rowCount ?? 0;
    },
    async close() {
      await hub.serving.stop();
      await looking.end();
      await database.close();
      folder.remove();
    },
  };
  let hub = await start();
  return running;
}

async function answered(response: Response): Promise<Answer> {
  return { status: response.status, text: await response.text() };
}

/** Looks a document up until it was read. */
async function whenRead(place: string, headers: Record<string, string>): Promise<DocumentStatus> {
  const deadline = Date.now() + PATIENCE;
  while (Date.now() < deadline) {
    const status = (await (await fetch(place, { headers })).json()) as DocumentStatus;
    if (status.state !== 'RECEIVED') {
      return status;
    }
    await sleep(10);
  }
  throw new TypeError('the document was not read in time');
}

async function pictureIn(looking: Client): Promise<string> {
  const rows: unknown[] = [];
  for (const table of [...Object.keys(PICTURE_TABLES), 'observation', 'record', 'record_group', 'person_key']) {
    rows.push(table, ...(await looking.query<{ row: string }>(`select to_jsonb(t)::text as row from ${table} t order by 1`)).rows);
  }
  return JSON.stringify(rows);
}
