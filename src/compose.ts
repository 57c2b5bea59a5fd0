/** The only file that knows every room: puts the hub together from its parts. */
import { createSecretKey } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createAuthenticate } from './auth/authenticate.ts';
import { openDemonstrationIssuer } from './auth/demonstration-issuer.ts';
import { standingOf } from './directory/on-shift.ts';
import { openIssuers } from './auth/open-issuers.ts';
import { loadDemonstration } from './cli/demonstration/load-demonstration.ts';
import { openSenderKeys } from './cli/demonstration/sender-keys.ts';
import { readKeys } from './config/keys.ts';
import { DirectoryKeeper } from './directory/directory-keeper.ts';
import { HubError } from './domain/errors.ts';
import type { Format, Formats } from './exchange/format.ts';
import { recipientStands } from './exchange/outgoing/recipient-stands.ts';
import { createGate } from './gate/gate.ts';
import { AnchorFile } from './gate/seal/anchor-file.ts';
import type { ViewerStands } from './gate/viewer-stands.ts';
import type { ReadyCommand, Reading } from './http/http-services.ts';
import { listen } from './http/listen.ts';
import type { Hub, HubParts } from './hub.ts';
import type { Adapter } from './ingest/adapter-contract.ts';
import type { IngestServices } from './ingest/ingest-services.ts';
import { refreshPicture } from './ingest/refresh-picture.ts';
import { createLog } from './logging/log.ts';
import { openExchange } from './open-exchange.ts';
import { openStore } from './open-store.ts';
import { runJobs } from './run-jobs.ts';
import { appOf, healthAppOf } from './serve-calls.ts';
import { HOUR } from './domain/interval/durations.ts';

/** Opens the database, starting or adopting the embedded PostgreSQL where none is named, and builds the hub on it. */
export async function openHub(parts: HubParts): Promise<Hub> {
  const { config, log, clock } = parts;
  const keys = readKeys(config);
  const { database, ownerUrl, closeDatabase } = await openStore(parts);
  try {
    const directory = new DirectoryKeeper(database);
    await directory.refresh();
    const demonstration = config.production ? null : await openDemonstrationIssuer({ production: config.production, folder: config.keysFolder, directory });
    const issuers = await openIssuers({ settings: config.issuers, demonstration, log });
    const authenticate = createAuthenticate({ issuers, directory, database, log });
    const idKey = createSecretKey(keys.id);
    const adapters = await findAdapters();
    const ingest: IngestServices = {
      database,
      adapters,
      directory: () => directory.current(),
      refreshDirectory: () => directory.refresh(),
      idKey,
      maxDocumentBytes: config.maxDocumentBytes,
      episodeStartTolerance: config.episodeStartToleranceHours * HOUR,
      timeTolerance: TIME_TOLERANCE,
      clock,
      log,
    };
    const formats = formatsOf(adapters);
    const sendingGate = createGate({ pool: database.pool, keys, log, viewerStands: recipientCheck(directory) });
    const exchange = openExchange({ config, keys, directory, formats, ingest, gate: sendingGate });
    return {
      config,
      log,
      database,
      ownerUrl,
      sending: { formats, production: config.production },
      secrets: keys.webhook,
      directory,
      authenticate,
      exchange,
      publishedKeys: exchange.published,
      anchoring: exchange.anchoring,
      demonstration,
      routerKeys: keys.router,
      gate: createGate({ pool: database.pool, keys, log, viewerStands: directoryCheck(directory) }),
      sealing: { database, keys: keys.seal, anchors: new AnchorFile(config.anchorFile), clock, log },
      ingest,
      actions: {
        database,
        directory: () => directory.current(),
        refreshDirectory: () => directory.refresh(),
        idKey,
        log,
        refold: (em, personRecords) => refreshPicture(em, ingest, personRecords),
        preview: (of, now) => exchange.preview(of, now),
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

/** The same for what is sent, where an agency stands as long as the directory sends it anything. */
function recipientCheck(directory: DirectoryKeeper): ViewerStands {
  return async (viewer, at) => recipientStands(await directory.ifNewer(at.directory), viewer, at.now);
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

/** The formats that adapters also write. */
export function formatsOf(adapters: ReadonlyMap<string, Adapter>): Formats {
  const formats = [...adapters.values()].flatMap(({ manifest: { id, signed = false, renders = [] }, settings, renderer }): Format[] =>
    renderer === undefined ? [] : [{ id, signed, renders, renderer, settingsFault: (said) => (settings === undefined ? null : settings.fault(said)) }],
  );
  return new Map(formats.map((format) => [format.id, format]));
}

async function frontDoor(name: string, door: string): Promise<Adapter> {
  // The conformance suite holds every adapter to the contract; here only its name is checked.
  const { adapter } = (await import(pathToFileURL(door).href)) as { adapter?: Adapter };
  if (adapter?.manifest.id !== name) {
    throw new HubError('CONFIG_INVALID', `adapters/${name}/adapter must export "adapter" with the manifest id "${name}".`);
  }
  return adapter;
}

/** A hub at work: it takes calls, works through what was sent, or both. */
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

/** How long calls under way may still take when the hub is told to stop, in milliseconds. */
const PATIENCE = 10_000;

/** Loads the invented demonstration, and says how much of it is there. */
async function demonstrate({ config, ...hub }: Hub, clock: () => number, read: (now: Reading) => void): Promise<void> {
  const senderKeys = await openSenderKeys({ production: config.production, folder: config.keysFolder });
  let of = 0;
  // One line for each invented file would bury what a newcomer should read.
  const ingest = { ...hub.ingest, log: createLog({ level: 'error' }) };
  await loadDemonstration({ ...hub, senderKeys, ingest, read: (now) => { of = now.of; read({ ...now, over: false }); } }, clock());
  read({ done: of, of, over: true });
}

/** Serves the hub over HTTP and works in the background, or only one of the two, as HOMEWARD_PROCESS says. */
export async function serveHub(hub: Hub, clock: () => number, options: ServeOptions): Promise<ServingHub> {
  const { config, log } = hub;
  const demonstrates = options.demonstration && !config.production && config.process !== 'jobs';
  let reading: Reading | null = demonstrates ? { done: 0, of: 0, over: false } : null;
  const { app, open } = config.process === 'jobs' ? healthAppOf(hub) : await appOf(hub, clock, { commands: options.commands, reading: () => reading });
  // The port first: where it is taken, nothing has been loaded or begun.
  const server = await listen(app, { host: config.host, port: config.port, open });
  if (demonstrates) {
    try {
      await demonstrate(hub, clock, (now) => void (reading = now));
    } catch (error) {
      // Whoever starts the hub sees that it did not start, rather than one that half answers.
      await server.stop(PATIENCE);
      throw error;
    }
  }
  const jobs = config.process === 'api' ? null : runJobs(hub);
  log.info('hub-started', { port: server.port });
  return {
    port: server.port,
    async stop() {
      log.info('hub-stopping');
      await server.stop(PATIENCE);
      await jobs?.stop();
      await hub.close();
      log.info('hub-stopped');
    },
  };
}
