/** The only file that knows every room: puts the hub together from its parts. */
import { createSecretKey } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { startEscalating } from './actions/start-escalating.ts';
import { createAuthenticate, type Authenticate } from './auth/authenticate.ts';
import { openDemonstrationIssuer } from './auth/demonstration-issuer.ts';
import { standingOf } from './directory/on-shift.ts';
import { openIssuers } from './auth/open-issuers.ts';
import type { CliHub } from './cli/hub.ts';
import { loadDemonstration } from './cli/demonstration/load-demonstration.ts';
import { openSenderKeys } from './cli/demonstration/sender-keys.ts';
import type { Config } from './config/config.ts';
import { readKeys } from './config/keys.ts';
import { DirectoryKeeper } from './directory/directory-keeper.ts';
import { unheldDuties } from './directory/unheld-duties.ts';
import { HubError } from './domain/errors.ts';
import { createGate } from './gate/gate.ts';
import { AnchorFile } from './gate/seal/anchor-file.ts';
import { startSealing } from './gate/seal/sealing.ts';
import type { ViewerStands } from './gate/viewer-stands.ts';
import { createApp } from './http/create-app.ts';
import type { ReadyCommand } from './http/http-services.ts';
import { listen } from './http/listen.ts';
import type { Adapter } from './ingest/adapter-contract.ts';
import { Admission } from './ingest/admission.ts';
import { documentStatus } from './ingest/document-status.ts';
import type { IngestServices } from './ingest/ingest-services.ts';
import { startWatching } from './ingest/inbox/watch-inbox.ts';
import { oneAtATime } from './ingest/one-at-a-time.ts';
import { receive } from './ingest/receive.ts';
import { refreshPicture } from './ingest/refresh-picture.ts';
import { startNoticing } from './ingest/start-noticing.ts';
import { startRefolding } from './ingest/start-refolding.ts';
import { startTaking } from './ingest/start-taking.ts';
import { tryDelivery } from './ingest/try-delivery.ts';
import { createLog, type Log } from './logging/log.ts';
import { openDatabase, type Database } from './store/database.ts';
import { startEngine } from './store/engine/start-engine.ts';
import { HOUR } from './domain/interval/durations.ts';

/** The whole hub, its database open and its directory read. */
export interface Hub extends CliHub {
  readonly config: Config;
  readonly log: Log;
  readonly authenticate: Authenticate;
}

/** What a hub is made from. */
export interface HubParts {
  readonly config: Config;
  readonly log: Log;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

/** Opens the database, starting or adopting the embedded PostgreSQL where none is named, and builds the hub on it. */
export async function openHub(parts: HubParts): Promise<Hub> {
  const { config, log, clock } = parts;
  const keys = readKeys(config);
  const { database, ownerUrl, closeDatabase } = await openStore(parts);
  try {
    const directory = new DirectoryKeeper(database);
    await directory.refresh();
    const demonstration = config.production
      ? null
      : await openDemonstrationIssuer({ production: config.production, folder: config.keysFolder, directory });
    const issuers = await openIssuers({ settings: config.issuers, demonstration, log });
    const authenticate = createAuthenticate({ issuers, directory, database, log });
    const idKey = createSecretKey(keys.id);
    const ingest: IngestServices = {
      database,
      adapters: await findAdapters(),
      directory: () => directory.current(),
      refreshDirectory: () => directory.refresh(),
      idKey,
      maxDocumentBytes: config.maxDocumentBytes,
      episodeStartTolerance: config.episodeStartToleranceHours * HOUR,
      timeTolerance: TIME_TOLERANCE,
      clock,
      log,
    };
    return {
      config,
      log,
      database,
      ownerUrl,
      directory,
      authenticate,
      demonstration,
      gate: createGate({ pool: database.pool, keys, log, viewerStands: directoryCheck(directory) }),
      sealing: { database, keys: keys.seal, anchors: new AnchorFile(config.anchorFile), clock, log },
      ingest,
      actions: {
        database,
        directory: () => directory.current(),
        refreshDirectory: () => directory.refresh(),
        idKey,
        refold: (em, personRecords) => refreshPicture(em, ingest, personRecords),
      },
      close: closeDatabase,
    };
  } catch (error) {
    await closeDatabase();
    throw error;
  }
}

/** Two systems' clocks and typing: times of one fact that differ by less than an hour are no conflict. */
const TIME_TOLERANCE = HOUR;

/** Inside every read: does the viewer still hold the role, in the directory version the read itself met and at its instant? */
function directoryCheck(directory: DirectoryKeeper): ViewerStands {
  return async (viewer, at) => standingOf(await directory.ifNewer(at.directory), viewer, at.now);
}

async function openStore({ config, log }: HubParts): Promise<{ database: Database; ownerUrl: string | null; closeDatabase: () => Promise<void> }> {
  if (config.databaseUrl !== null) {
    const database = await openDatabase({ hub: config.databaseUrl, owner: config.databaseOwnerUrl });
    return { database, ownerUrl: config.databaseOwnerUrl, closeDatabase: () => database.close() };
  }
  const engine = await startEngine({ home: config.dataFolder, mayMove: !config.dataFolderChosen });
  log.debug('engine-started', { pid: engine.pid });
  if (engine.moved) {
    log.warn('engine-moved');
  }
  try {
    const database = await openDatabase({ hub: engine.url('hub'), owner: engine.url('owner') });
    return {
      database,
      ownerUrl: engine.url('owner'),
      closeDatabase: async () => {
        await database.close();
        await engine.stop();
      },
    };
  } catch (error) {
    await engine.stop();
    throw error;
  }
}

const ADAPTERS = path.join(import.meta.dirname, '..', 'adapters');

/** The module that an adapter is loaded from: a source, or what was built of it. */
export function adapterDoor(name: string): string {
  return path.join(ADAPTERS, name, `adapter${path.extname(import.meta.filename)}`);
}

/** Every folder of `adapters/` is an adapter; adding one edits no other file. */
export async function findAdapters(): Promise<ReadonlyMap<string, Adapter>> {
  const doors = readdirSync(ADAPTERS)
    .map((name) => ({ name, door: adapterDoor(name) }))
    .filter(({ door }) => existsSync(door));
  const found = new Map<string, Adapter>();
  for (const { name, door } of doors) {
    // One after the other: two that load one library at once trip a loader that is not the machine's own.
    found.set(name, await frontDoor(name, door));
  }
  return found;
}

async function frontDoor(name: string, door: string): Promise<Adapter> {
  // The conformance suite holds every adapter to the contract; here only its name is checked.
  const { adapter } = (await import(pathToFileURL(door).href)) as { adapter?: Adapter };
  if (adapter?.manifest.id !== name) {
    throw new HubError('CONFIG_INVALID', `adapters/${name}/adapter must export "adapter" with the manifest id "${name}".`);
  }
  return adapter;
}

/** A hub that takes calls and takes in what is sent. */
export interface ServingHub {
  readonly port: number;
  /** Takes no new calls, finishes those under way, takes in what has begun, then closes the hub. */
  stop(): Promise<void>;
}

/** What serving adds to the hub itself. */
export interface ServeOptions {
  /** Load the invented demonstration where the directory is still empty; never in production. */
  readonly demonstration: boolean;
  readonly commands: readonly ReadyCommand[];
}

/** Bodies on their way in are held in memory; what waits is on disk. */
const DOOR = { waitingBytes: 2 * 1024 ** 3, underWay: 64, underWayBytes: 512 * 1024 ** 2 };
/** How long calls under way may still take when the hub is told to stop, in milliseconds. */
const PATIENCE = 10_000;
/** A picture that another fold or directory made is made again in the background; this is how soon after a failure. */
const REFOLD_AGAIN = 60_000;
/** Documents are taken as soon as they are received; this looks for any whose notice was missed. */
const LOOK_AGAIN = 5_000;
/** How often the inbox is looked through. */
const INBOX_AGAIN = 2_000;
/** How often it is looked at who has fallen silent. */
const NOTICE_AGAIN = 600_000;
/** At least as often it is looked which alerts were not answered in time. */
const ESCALATE_AGAIN = 60_000;
/** So long a row may stand without its seal. */
const SEAL_AGAIN = 3_000;

/** Serves the hub over HTTP and takes documents in as they come. */
export async function serveHub(hub: Hub, clock: () => number, options: ServeOptions): Promise<ServingHub> {
  const { config, log, gate, actions, authenticate, directory, ingest, demonstration } = hub;
  const admission = new Admission({ database: hub.database, log, limits: { ...DOOR, waitingDocuments: config.maxWaitingDocuments } });
  const inOrder = oneAtATime();
  const app = await createApp({
    gate,
    actions,
    authenticate,
    log,
    demonstration,
    directory: () => directory.current(),
    now: clock,
    production: config.production,
    maxDocumentBytes: config.maxDocumentBytes,
    commands: options.commands,
    adapters: ingest.adapters,
    admit: (arrival) => admission.admit(arrival),
    receive: (delivery) => receive(ingest, delivery),
    // What is sent is read one document after the other too; those under way count at the door meanwhile.
    tryDelivery: (delivery) => inOrder(() => tryDelivery(ingest, delivery)),
    documentStatus: (asked) => documentStatus(ingest, asked),
    readiness: () => readiness(hub),
  });
  // The port first: where it is taken, nothing has been loaded or begun.
  const server = await listen(app, { host: config.host, port: config.port });
  if (options.demonstration && !config.production) {
    try {
      // One line for each invented file would bury what a newcomer should read.
      const senderKeys = await openSenderKeys({ production: config.production, folder: config.keysFolder });
      await loadDemonstration({ ...hub, senderKeys, ingest: { ...ingest, log: createLog({ level: 'error' }) } }, clock());
    } catch (error) {
      // Whoever starts the hub sees that it did not start, rather than one that half answers.
      await server.stop(PATIENCE);
      throw error;
    }
  }
  for (const agency of new Set(unheldDuties(directory.current()).map((unheld) => unheld.agency))) {
    log.warn('duty-unheld', { agency });
  }
  const taking = startTaking(ingest, { intervalMs: LOOK_AGAIN });
  const watching = config.inboxFolder === null ? null : startWatching(ingest, { folder: config.inboxFolder, intervalMs: INBOX_AGAIN, settledMs: config.inboxSettledSeconds * 1000 });
  const noticing = startNoticing(ingest, { intervalMs: NOTICE_AGAIN });
  const escalating = startEscalating({ database: hub.database, clock, log }, { intervalMs: ESCALATE_AGAIN });
  const refolding = startRefolding(ingest, { intervalMs: REFOLD_AGAIN });
  const sealing = startSealing(hub.sealing, { intervalMs: SEAL_AGAIN });
  log.info('hub-started', { port: server.port });
  return {
    port: server.port,
    async stop() {
      log.info('hub-stopping');
      await server.stop(PATIENCE);
      await watching?.stop();
      await noticing.stop();
      await escalating.stop();
      await taking.stop();
      await refolding.stop();
      await sealing.stop();
      await hub.close();
      log.info('hub-stopped');
    },
  };
}

/** Whether each part the hub needs is there. The migrations were checked when the database was opened. */
async function readiness({ directory }: Hub): Promise<{ database: boolean; migrations: boolean; directory: boolean }> {
  try {
    const { version } = await directory.refresh();
    return { database: true, migrations: true, directory: version > 0 };
  } catch {
    return { database: false, migrations: true, directory: directory.current().version > 0 };
  }
}
