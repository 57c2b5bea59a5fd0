import type { ActionServices } from '../../src/actions/action-services.ts';
import type { Hearing } from '../../src/actions/hearing.ts';
import type { Caller } from '../../src/auth/caller.ts';
import { HubError } from '../../src/domain/errors.ts';
import { usualDuty } from '../../src/domain/authority/duty.ts';
import { SILENT_PRACTICE } from '../../src/domain/authority/practice.ts';
import { NO_EXCHANGE } from '../../src/directory/exchange-directory.ts';
import type { Directory } from '../../src/directory/directory.ts';
import { createGate, type Gate } from '../../src/gate/gate.ts';
import { createApp } from '../../src/http/create-app.ts';
import type { HttpServices } from '../../src/http/http-services.ts';
import { listen } from '../../src/http/listen.ts';
import type { ReadingRole } from '../../src/policy/viewer.ts';
import { gateParts } from '../gate/a-gate.ts';
import { aWorld, type World } from '../gate/a-world.ts';
import { aDatabase } from '../support/a-database.ts';

export const NOW = Date.parse('2026-11-20T08:00:00Z');

/** What the log was told. */
export interface Logged {
  readonly event: string;
  readonly fields: object;
  readonly error: unknown;
}

/** A hub that answers on a port of its own. */
export interface AHub {
  readonly url: string;
  readonly logged: Logged[];
  close(): Promise<void>;
}

/** A hub on loopback; every service a test does not give refuses to be used. */
export async function aHub(given: Partial<HttpServices> = {}): Promise<AHub> {
  const logged: Logged[] = [];
  const note = (event: string, fields: object = {}, error?: unknown): void => {
    logged.push({ event, fields, error });
  };
  const face = await createApp({
    gate: unused,
    actions: unusedActions,
    hearing: DEAF,
    directory: () => NORTHMERE,
    authenticate: ({ authorization }) => Promise.resolve(callerOf(authorization)),
    now: () => NOW,
    log: { debug: note, info: note, warn: note, error: note },
    production: false,
    operations: 'any',
    routerKeys: [],
    admit: () => Promise.resolve(() => undefined),
    exchange: { partnerAtTheDoor: notHere, takeMessage: notHere, takeAnchor: notHere, answerHeld: notHere, published: () => null },
    adapters: new Map(),
    receive: notHere,
    tryDelivery: notHere,
    documentStatus: notHere,
    readiness: () => Promise.resolve({ database: true, migrations: true, directory: true }),
    maxDocumentBytes: 1000,
    demonstration: null,
    commands: [],
    reading: () => null,
    ...given,
  });
  const listening = await listen(face.app, { host: '127.0.0.1', port: 0, open: face.open });
  return { url: `http://127.0.0.1:${String(listening.port)}`, logged, close: () => listening.stop(1000) };
}

/** A hub with a real gate on a database of its own, and a hand to put children into it. */
export async function aHubWithChildren(given: Partial<HttpServices> = {}): Promise<AHub & { readonly world: World; readonly gate: Gate }> {
  const database = await aDatabase();
  const world = await aWorld(database.superuserUrl);
  const gate = createGate(gateParts(database));
  const hub = await aHub({ gate, ...given });
  const close = async (): Promise<void> => {
    await hub.close();
    await world.close();
    await database.close();
  };
  return { ...hub, world, gate, close };
}

const notHere = (): never => {
  throw new HubError('INTERNAL', 'This test gives no such service.');
};
export const unused: Gate = { row: notHere, rehearsed: notHere, rows: notHere, page: notHere, ranked: notHere, marks: notHere, judged: notHere, news: notHere, explain: notHere, whose: notHere };
/** Nothing changes. */
const DEAF: Hearing = { hear: () => () => undefined, inTurn: (read) => read() };
/** Whatever an action would touch refuses to be used. */
const unusedActions = new Proxy({} as ActionServices, { get: notHere });

const ROLES: Readonly<Record<string, ReadingRole>> = {
  coordinator: 'HUB_COORDINATOR',
  police: 'POLICE_MISSING_TEAM',
  bureau: 'POLICE_INTELLIGENCE',
  provider: 'PLACEMENT_PROVIDER',
  auditor: 'AUDITOR',
  worker: 'RETURN_WORKER',
  social: 'SOCIAL_WORKER',
  senior: 'SENIOR_WORKER',
  edt: 'EDT',
  support: 'BUSINESS_SUPPORT',
  partner: 'PARTNER',
  parent: 'PARENT',
};

/** In these tests a token says in plain words who bears it: `coordinator@northmere`, or `sender@northmere-903`. */
export function callerOf(authorization: string | undefined): Caller {
  if (authorization === undefined) {
    throw new HubError('TOKEN_REQUIRED', 'The request carries no token.');
  }
  const [who = '', agency = ''] = authorization.replace('Bearer ', '').split('@');
  const person = { id: `${who}-${agency}`, name: 'Invented Person', issuer: 'i', subject: 's', suspended: false, tokensSince: 0, trainedToRedact: false, roles: [] };
  if (who === 'sender') {
    return { kind: 'ingest', person, agency: 'northmere', system: agency };
  }
  const role = ROLES[who];
  if (role === undefined) {
    throw new HubError('TOKEN_REFUSED', 'The token was refused.');
  }
  return { kind: 'viewer', viewer: { person: person.id, agency, role }, person, roles: [] };
}

const NORTHMERE: Directory = {
  version: 1,
  agencies: new Map([
    ['northmere', { id: 'northmere', name: 'Northmere Council', kind: 'AUTHORITY', codes: [], strategy: null, practice: SILENT_PRACTICE, closes: [], dutyContact: null, duty: usualDuty('AUTHORITY'), saysConsentNotGiven: false, retentionDays: {} }],
    ['mereshire-police', { id: 'mereshire-police', name: 'Mereshire Police', kind: 'POLICE', codes: [], strategy: null, practice: SILENT_PRACTICE, closes: [], dutyContact: null, duty: usualDuty('POLICE'), saysConsentNotGiven: false, retentionDays: {} }],
  ]),
  systems: new Map(),
  forceAreas: [],
  homes: new Map(),
  people: new Map(),
  groups: [],
  agreements: [],
  ...NO_EXCHANGE,
};

/** An answer as it came. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code: string; readonly remedy: string; readonly reference: string };
  }[];
}

/** Asks the hub in GraphQL. */
export async function ask(hub: AHub, query: string, { as = 'coordinator@northmere', variables = {} }: { as?: string; variables?: object } = {}): Promise<Answer> {
  return post(hub, JSON.stringify({ query, variables }), { authorization: `Bearer ${as}` });
}

/** Sends a body to /graphql as it is. */
export async function post(hub: AHub, body: string, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${hub.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  const text = await response.text();
  // The shape of every answer of GraphQL; tests look into it.
  const { data, errors = [] } = JSON.parse(text) as Pick<Answer, 'data'> & { errors?: Answer['errors'] };
  return { status: response.status, headers: response.headers, text, data, errors };
}
