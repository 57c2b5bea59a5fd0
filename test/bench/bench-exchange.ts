import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Deliver } from '../../src/exchange/delivery.ts';
import { signedReceived, signedSent } from '../../src/exchange/receipt.ts';
import { runTransmission } from '../../src/exchange/run-transmission.ts';
import { signReceived, signSent } from '../../src/exchange/sign-receipt.ts';
import { startTransmitting } from '../../src/exchange/start-transmitting.ts';
import type { TransmittingServices } from '../../src/exchange/transmitting-services.ts';
import type { Hub } from '../../src/hub.ts';
import { asWriter, execute } from '../../src/store/database.ts';
import { bossOn, TRANSMISSION_QUEUE, type TransmissionJob } from '../../src/store/jobs/jobs.ts';
import { jobsOf } from '../../src/store/jobs/work-jobs.ts';
import { addTransmission, NO_TIME_OWED } from '../../src/store/write/transmissions/add-transmission.ts';
import { withdraw } from '../../src/store/write/transmissions/hold-back.ts';
import { HOST, MESSAGE, PLACING } from '../exchange/a-receipt.ts';

/** Messages to a partner that answers, and beside them to one that does not; nobody waits for more than the window. */
const MESSAGES = 200;
const UNANSWERED = 8;
const WINDOW = 10_000;
/** A partner's hub and the network to it, in milliseconds. */
const ANSWERS_AFTER = 50;

/** Works what is due until stopped. */
type Work = (services: TransmittingServices) => Promise<{ stop(): Promise<void> }>;

/** Two workers that ask once a second, whoever it is for. */
const asking: Work = async (services) => {
  const boss = bossOn(jobsOf(services.database.pool), { supervise: false });
  await boss.start();
  await boss.work<TransmissionJob>(TRANSMISSION_QUEUE, { batchSize: 1, localConcurrency: 2, pollingIntervalSeconds: 1 }, async (jobs) => {
    for (const { data } of jobs) {
      await runTransmission(services, data.id);
    }
  });
  return { stop: () => boss.stop({ graceful: true, close: false }) };
};
const hearing: Work = (services) => Promise.resolve(startTransmitting(services, { intervalMs: 30_000 }));

/** Messages to a partner, signed on both sides and carried over HTTP on this machine; what they say is not read through the gate here. */
export async function benchExchange({ database, log }: Pick<Hub, 'database' | 'log'>, print: (line: string) => void): Promise<void> {
  print(`\nExchange: ${String(MESSAGES)} messages to a partner that answers after ${String(ANSWERS_AFTER)} ms, at most ${String(WINDOW / 1000)} s of each`);
  let first: number | null = null;
  for (const [name, work, unanswered] of [['two workers that ask once a second', asking, 0], ['the same beside a partner that hangs', asking, UNANSWERED], ["the hub's workers", hearing, 0], ['the same beside a partner that hangs', hearing, UNANSWERED]] as const) {
    const rate = await ratePerSecond({ database, clock: () => Date.now(), log }, { work, unanswered });
    first ??= rate;
    print(`${name.padEnd(44)} ratio ${(rate / first).toFixed(2)}   ${rate.toFixed(1)} messages/s`);
  }
}

async function ratePerSecond(services: Omit<TransmittingServices, 'deliver'>, { work, unanswered }: { readonly work: Work; readonly unanswered: number }): Promise<number> {
  const receiver = await aReceiver();
  const { database } = services;
  const sent = await add(services, { channel: 'hangs', count: unanswered });
  const quick = await add(services, { channel: 'quick', count: MESSAGES });
  const began = Date.now();
  const working = await work({ ...services, deliver: over(receiver) });
  let came = 0;
  while (came < MESSAGES && Date.now() - began < WINDOW) {
    await sleep(50);
    came = (await asWriter(database, (em) => execute(em, `select from transmission where id = any ($1::uuid[]) and state = 'ACKNOWLEDGED'`, [quick]))).length;
  }
  const seconds = (Date.now() - began) / 1000;
  await asWriter(database, async (em) => {
    for (const id of [...sent, ...quick]) {
      await withdraw(em, { id, by: 'bench', code: 'BY_A_PERSON', at: Date.now() });
    }
  });
  receiver.closeAllConnections();
  receiver.close();
  await working.stop();
  await asWriter(database, (em) => execute(em, 'delete from homeward_jobs.job'));
  return came / seconds;
}

async function add({ database }: Omit<TransmittingServices, 'deliver'>, { channel, count }: { readonly channel: string; readonly count: number }): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  const subject = { matter: 'INTERVIEW', act: 'assert', corrects: null, from: 'southvale', to: 'westhaven', recipient: 'HUB_COORDINATOR:westhaven', channel, decision: null, because: 'PLACEMENT_AGREEMENT', revision: 1 } as const;
  for (const id of ids) {
    await asWriter(database, (em) => addTransmission(em, { ...subject, id, records: [randomUUID()], child: randomUUID(), deadline: NO_TIME_OWED, by: 'homeward', released: true, at: Date.now() }));
  }
  return ids;
}

async function aReceiver(): Promise<Server> {
  const server = createServer((request, response) => {
    void json(request).then(async (body) => {
      if (request.url === '/quick') {
        await sleep(ANSWERS_AFTER);
        const received = await signReceived(signedSent.parse(body), { outcome: 'ACCEPTED', reason: null, document: randomUUID(), at: new Date().toISOString() }, PLACING.key);
        response.end(JSON.stringify(received));
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function over(receiver: Server): Deliver {
  const { port } = receiver.address() as AddressInfo; // A server that listens on a port has an address with one.
  return {
    async prepare({ id, from, to, records, channel, sentAt }) {
      const sent = await signSent({ ...MESSAGE, transmission: id, from: { hub: 'southvale', agency: from }, to: { hub: 'westhaven', agency: to }, records: [...records], at: new Date(sentAt).toISOString() }, HOST.key);
      return {
        outcome: 'READY',
        sent,
        level: 'FULL',
        fields: [],
        async send(signal) {
          const answer = await fetch(`http://127.0.0.1:${String(port)}/${channel}`, { method: 'POST', body: JSON.stringify(sent), signal });
          return { outcome: 'ACCEPTED', received: signedReceived.parse(await answer.json()) };
        },
      };
    },
  };
}
