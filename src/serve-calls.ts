import type { Express } from 'express';
import { OneEar } from './actions/hearing.ts';
import { createApp, type Face } from './http/create-app.ts';
import { createHealthApp } from './http/create-health-app.ts';
import type { HttpServices, Readiness } from './http/http-services.ts';
import type { Hub } from './hub.ts';
import { Admission } from './ingest/admission.ts';
import { documentStatus } from './ingest/document-status.ts';
import { oneAtATime } from './ingest/one-at-a-time.ts';
import { receive } from './ingest/receive.ts';
import { tryDelivery } from './ingest/try-delivery.ts';

/** Bodies on their way in are held in memory; what waits is on disk. */
const DOOR = { waitingBytes: 2 * 1024 ** 3, underWay: 64, underWayBytes: 512 * 1024 ** 2 };

/** How soon it is tried again to hear what changes, after the connection was lost. */
const HEAR_AGAIN = 1_000;

/** What answers calls: queries and pages, those who follow, and documents, which are stored and left for whoever takes them. */
export async function appOf(hub: Hub, clock: () => number, { commands, reading }: Pick<HttpServices, 'commands' | 'reading'>): Promise<Face> {
  const { config, log, gate, actions, authenticate, directory, ingest, demonstration } = hub;
  const admission = new Admission({ database: hub.database, log, limits: { ...DOOR, waitingDocuments: config.maxWaitingDocuments } });
  const inOrder = oneAtATime();
  const hearing = new OneEar({ database: hub.database, log }, { againMs: HEAR_AGAIN });
  const { app, open } = await createApp({
    gate,
    actions,
    hearing,
    authenticate,
    log,
    demonstration,
    directory: () => directory.current(),
    now: clock,
    production: config.production,
    operations: config.operations,
    routerKeys: hub.routerKeys,
    maxDocumentBytes: config.maxDocumentBytes,
    commands,
    reading,
    exchange: hub.exchange,
    adapters: ingest.adapters,
    admit: (arrival) => admission.admit(arrival),
    receive: (delivery) => receive(ingest, delivery),
    // What is sent is read one document after the other too; those under way count at the door meanwhile.
    tryDelivery: (delivery) => inOrder(() => tryDelivery(ingest, delivery)),
    documentStatus: (asked) => documentStatus(ingest, asked),
    readiness: () => readiness(hub, reading()),
  });
  const end = async (): Promise<void> => {
    await open.end();
    await hearing.stop();
  };
  return { app, open: { ...open, end } };
}

/** What a process answers that takes no calls: whether it is well. Nothing of it stays open. */
export function healthAppOf(hub: Hub): { readonly app: Express; readonly open?: undefined } {
  const { config, log } = hub;
  return { app: createHealthApp({ log, production: config.production, readiness: () => readiness(hub, null) }) };
}

/** Whether each part the hub needs is there. The migrations were checked when the database was opened. */
async function readiness({ directory }: Hub, demonstration: ReturnType<HttpServices['reading']>): Promise<Readiness> {
  const loaded = demonstration === null ? {} : { demonstration: demonstration.over };
  try {
    const { version } = await directory.refresh();
    return { database: true, migrations: true, directory: version > 0, ...loaded };
  } catch {
    return { database: false, migrations: true, directory: directory.current().version > 0, ...loaded };
  }
}
