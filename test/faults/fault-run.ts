import { setTimeout as sleep } from 'node:timers/promises';
import { openHub, type Hub } from '../../src/compose.ts';
import { readConfig } from '../../src/config/config.ts';
import { loadDirectory } from '../../src/directory/load-directory.ts';
import { receive } from '../../src/ingest/receive.ts';
import { takeWaiting } from '../../src/ingest/take-waiting.ts';
import { createLog } from '../../src/logging/log.ts';
import { connectClient } from '../../src/store/connection.ts';
import { seeded } from '../bench/matching/seeded.ts';
import { aSigningKey } from '../support/a-signature.ts';
import { AGENCY, faultDirectory } from './fault-directory.ts';
import { faultMessages, type FaultMessage } from './fault-messages.ts';
import { differences, finalState, type FinalState } from './final-state.ts';
import { HubTeam, type Kill } from './hub-team.ts';
import { sendMessages, type Sent } from './send-messages.ts';
import { POINTS, type Point } from './tapped-database.ts';
import { shuffled } from './vary-sample.ts';

/** A migrated, empty database. */
export interface FaultDatabase {
  readonly hubUrl: string;
  readonly superuserUrl: string;
}

/** What a run is made of. */
export interface FaultTerms {
  readonly messages: number;
  readonly kills: number;
  readonly workers: number;
  readonly seed: number;
  /** The hubs' data and keys; the run's own. */
  readonly folder: string;
  /** The words after `node` that start a hub. */
  readonly program: readonly string[];
  /** One is sent everything while hubs die, the other once and in peace. */
  readonly faulted: FaultDatabase;
  readonly clean: FaultDatabase;
  readonly progress: (line: string) => void;
}

/** What a run saw. */
export interface FaultReport extends Sent {
  readonly messages: number;
  readonly duplicates: number;
  readonly poison: number;
  readonly kills: readonly Kill[];
  /** Documents that the hub does not have, or never read. */
  readonly lost: readonly string[];
  /** Unreadable documents that are not in quarantine. */
  readonly swallowed: readonly string[];
  /** Rows, as table and key, that a clean run has otherwise. */
  readonly differing: readonly string[];
  readonly rows: number;
}

const DOUBLED = 0.2;
/** All that was sent is taken, or something more is taken within this. */
const PATIENCE = 120_000;

/** Sends everything to several hubs of which one after the other is killed, and compares with a hub that nothing befell. */
export async function faultRun(terms: FaultTerms): Promise<FaultReport> {
  const key = await aSigningKey('fault-1');
  const messages = await faultMessages(terms.messages, terms.seed, key);
  terms.progress(`${String(messages.length)} messages made`);
  const chance = seeded(terms.seed + 1);
  const doubles = shuffled(messages, chance).slice(0, Math.round(messages.length * DOUBLED));
  const everything = shuffled([...messages, ...doubles], chance);
  const sent: Sent = { resent: 0, already: 0 };
  const variables = { NODE_ENV: 'test', PORT: '0', HOMEWARD_DATA: terms.folder, LOG_LEVEL: 'error' };
  const open = async ({ hubUrl }: FaultDatabase): Promise<Hub> => {
    const hub = await openHub({ config: readConfig({ ...variables, DATABASE_URL: hubUrl }), log: createLog({ level: 'error' }), clock: Date.now });
    await loadDirectory(hub.database, faultDirectory([...hub.ingest.adapters.values()], key), { by: 'faults', now: Date.now() });
    await hub.directory.refresh();
    return hub;
  };
  const kills = await withHub(await open(terms.faulted), async (hub) => {
    const tokens = new Map<string, string>();
    const token = (person: string): string => tokens.get(person) ?? tokens.set(person, hub.demonstration?.demonstrationToken(person, Date.now()) ?? '').get(person) ?? '';
    const team = await HubTeam.start({ ...terms, hubUrl: terms.faulted.hubUrl, variables });
    terms.progress(`${String(terms.workers)} hubs serve`);
    try {
      await sendAmongKills(everything, { team, chance, token, sent }, terms);
      await allTaken(terms.faulted);
      terms.progress('all taken');
    } finally {
      await team.stop();
    }
    terms.progress('hubs stopped');
    return team.kills;
  });
  terms.progress('once more in peace');
  await withHub(await open(terms.clean), (hub) => inPeace(hub, messages));
  terms.progress('comparing');
  const [faulted, clean] = [await finalState(terms.faulted.superuserUrl), await finalState(terms.clean.superuserUrl)];
  return { ...sent, messages: messages.length, duplicates: doubles.length, poison: messages.filter(({ poison }) => poison !== null).length, kills, ...compared(messages, faulted, clean) };
}

async function withHub<T>(hub: Hub, work: (hub: Hub) => Promise<T>): Promise<T> {
  try {
    return await work(hub);
  } finally {
    await hub.close();
  }
}

/** As many portions as kills and one more; a hub dies while each but the first is on its way, at every point in turn. */
async function sendAmongKills(everything: readonly FaultMessage[], sending: Parameters<typeof sendMessages>[1], { kills, progress, faulted }: FaultTerms): Promise<void> {
  // As many words as there are points.
  const points = Object.keys(POINTS) as Point[];
  for (let portion = 0; portion <= kills; portion += 1) {
    const [from, until] = [portion, portion + 1].map((place) => Math.round((place * everything.length) / (kills + 1)));
    const killed = portion === 0 ? Promise.resolve() : sending.team.trap(points[(portion - 1) % points.length] ?? 'STORED');
    await sendMessages(everything.slice(from, until), sending);
    await Promise.race([killed, sleep(PATIENCE, undefined, { ref: false })]);
    await backlogBelow(faulted, MOST_WAITING);
    progress(`${String(until)} of ${String(everything.length)} sent, ${String(sending.team.kills.length)} killed`);
  }
}

/** What waits is taken in batches, and several portions make one. */
const MOST_WAITING = 300;

async function allTaken(database: FaultDatabase): Promise<void> {
  await backlogBelow(database, 1);
}

/** Waits until fewer documents wait than this; gives up where none is taken any more. */
async function backlogBelow({ superuserUrl }: FaultDatabase, most: number): Promise<void> {
  const client = await connectClient(superuserUrl);
  try {
    let [least, since] = [Infinity, Date.now()];
    for (;;) {
      const { rows } = await client.query<{ waiting: number }>(`select count(*)::integer as waiting from source_document where state = 'RECEIVED'`);
      const waiting = rows[0]?.waiting ?? 0;
      if (waiting < most || Date.now() - since > PATIENCE) {
        return;
      }
      if (waiting < least) {
        [least, since] = [waiting, Date.now()];
      }
      await sleep(200);
    }
  } finally {
    await client.end();
  }
}

async function inPeace(hub: Hub, messages: readonly FaultMessage[]): Promise<void> {
  for (const { adapter, system, extracted, bytes, signature } of messages) {
    await receive(hub.ingest, { adapter, system, agency: AGENCY, extracted, bytes, signature, fileName: null, receivedBy: 'faults', now: Date.now() });
  }
  await takeWaiting(hub.ingest);
}

function compared(messages: readonly FaultMessage[], faulted: FinalState, clean: FinalState): Pick<FaultReport, 'lost' | 'swallowed' | 'differing' | 'rows'> {
  const documents = faulted.get('source_document');
  const refused = new Set([...(faulted.get('quarantine')?.keys() ?? [])].map((key) => key.split(' ').slice(0, 3).join(' ')));
  const named = ({ system, sha256, extracted }: FaultMessage): string => `${system} ${sha256} ${extracted ?? ''}`;
  return {
    lost: messages.map(named).filter((name) => documents?.get(name)?.includes('"RECEIVED"') !== false),
    swallowed: messages.filter(({ poison }) => poison !== null).map(named).filter((name) => !refused.has(name)),
    differing: differences(clean, faulted),
    rows: [...clean.values()].reduce((sum, { size }) => sum + size, 0),
  };
}
