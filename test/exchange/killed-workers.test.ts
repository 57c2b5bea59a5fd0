import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { signedSent } from '../../src/exchange/receipt.ts';
import { signReceived } from '../../src/exchange/sign-receipt.ts';
import { asWriter, execute, type Database } from '../../src/store/database.ts';
import { addTransmission, NO_TIME_OWED } from '../../src/store/write/transmissions/add-transmission.ts';
import { aDatabase, type TestDatabase } from '../support/a-database.ts';
import { PLACING } from './a-receipt.ts';

const PROGRAM = ['--import', path.join(import.meta.dirname, '../support/typescript-hooks.mjs'), path.join(import.meta.dirname, 'transmitting-process.ts')];
const COUNT = 12;

/** Keeps each message once, and does with its requests what comes next: takes it, fails, takes it without a word, or has the worker killed before or after. */
const COURSE = ['TAKES', 'KILLED_BEFORE', 'TAKES', 'FAILS', 'KILLED_AFTER', 'DROPS', 'TAKES', 'KILLED_AFTER', 'FAILS', 'DROPS', 'KILLED_BEFORE'] as const;

class Receiver {
  readonly kept = new Map<string, string>();
  requests = 0;
  kill: () => void = () => undefined;
  readonly server = createServer((request, response) => void this.#answer(request, response));

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const sent = signedSent.parse(JSON.parse(await text(request)));
    const course = COURSE[this.requests] ?? 'TAKES';
    this.requests += 1;
    if (course === 'FAILS') {
      response.writeHead(503).end();
      return;
    }
    if (course === 'KILLED_BEFORE') {
      this.kill();
      response.destroy();
      return;
    }
    const { transmission } = sent.statement;
    const document = this.kept.get(transmission);
    const outcome = document === undefined ? 'ACCEPTED' : 'ALREADY_HELD';
    this.kept.set(transmission, document ?? randomUUID());
    if (course === 'KILLED_AFTER' || course === 'DROPS') {
      (course === 'DROPS' ? () => undefined : this.kill)();
      response.destroy();
      return;
    }
    const received = await signReceived(sent, { outcome, reason: null, document: this.kept.get(transmission) ?? null, at: new Date().toISOString() }, PLACING.key);
    response.end(JSON.stringify(received));
  }
}

let store: TestDatabase;
let database: Database;
beforeAll(async () => {
  store = await aDatabase();
  ({ database } = store);
});
afterAll(() => store.close());

it(`sends each of ${String(COUNT)} transmissions in effect once, whenever its worker is killed`, async () => {
  const receiver = new Receiver();
  receiver.server.listen(0, '127.0.0.1');
  await once(receiver.server, 'listening');
  const { port } = receiver.server.address() as AddressInfo;
  const ids = Array.from({ length: COUNT }, () => randomUUID());
  await asWriter(database, async (em) => {
    for (const id of ids) {
      await addTransmission(em, { ...SOMETHING, id, records: [randomUUID()], child: randomUUID(), at: Date.now() - 1000 });
    }
  });
  let worker = begin(store.hubUrl, port);
  receiver.kill = () => {
    worker.kill('SIGKILL');
    worker = begin(store.hubUrl, port);
  };
  while ((await waiting()) > 0) {
    await sleep(100);
  }
  const ended = once(worker, 'exit');
  worker.stdin?.write('stop\n');
  expect(await ended).toEqual([0, null]);
  receiver.server.close();
  expect([...receiver.kept.keys()].sort()).toEqual([...ids].sort());
  const rows = await read<{ id: string; state: string; document: string }>(`select id, state, received -> 'statement' ->> 'document' as document from transmission`);
  expect(new Map(rows.map(({ id, document }) => [id, document]))).toEqual(new Map(ids.map((id) => [id, receiver.kept.get(id)])));
  expect(rows.every(({ state }) => state === 'ACKNOWLEDGED')).toBe(true);
  expect(receiver.requests).toBeGreaterThan(COUNT);
}, 90_000);

const read = <R>(sql: string): Promise<R[]> => asWriter(database, (em) => execute<R>(em, sql));
const waiting = async (): Promise<number> => (await read(`select from transmission where state <> 'ACKNOWLEDGED'`)).length;

const SOMETHING = {
  matter: 'INTERVIEW',
  act: 'assert',
  corrects: null,
  from: 'southvale',
  to: 'westhaven',
  recipient: 'HUB_COORDINATOR:westhaven',
  channel: 'westhavens-hub',
  decision: null,
  because: 'PLACEMENT_AGREEMENT',
  revision: 1,
  deadline: NO_TIME_OWED,
  by: 'homeward',
  released: true,
} as const;

function begin(hubUrl: string, port: number): ChildProcess {
  return spawn(process.execPath, [...PROGRAM, hubUrl, `http://127.0.0.1:${String(port)}/`], { stdio: ['pipe', 'pipe', 'inherit'] });
}
