import { openHub } from '../../src/compose.ts';
import type { Hub } from '../../src/hub.ts';
import { readConfig } from '../../src/config/config.ts';
import { loadDirectory } from '../../src/directory/load-directory.ts';
import { receive } from '../../src/ingest/receive.ts';
import { takeWaiting } from '../../src/ingest/take-waiting.ts';
import { createLog } from '../../src/logging/log.ts';
import { seeded } from '../bench/matching/seeded.ts';
import { aSigningKey } from '../support/a-signature.ts';
import { untilWaiting } from './backlog.ts';
import { AGENCY, faultDirectory } from './fault-directory.ts';
import { faultMessages, type FaultMessage } from './fault-messages.ts';
import { differences, finalState, type Difference, type FinalState } from './final-state.ts';
import { HubTeam, type Kill } from './hub-team.ts';
import { inOwnOrder } from './in-own-order.ts';
import { sendAmongKills } from './send-among-kills.ts';
import type { Sent } from './send-messages.ts';
import type { Point } from './tapped-database.ts';
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
  /** Every other hub only takes calls, and the rest only work in the background. */
  readonly apart: boolean;
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
  /** The adapters whose messages took part. */
  readonly adapters: readonly string[];
  readonly kills: readonly Kill[];
  /** Planned kills that never came about. */
  readonly unsprung: readonly Point[];
  /** Documents that the hub does not have, or never read. */
  readonly lost: readonly string[];
  /** Unreadable documents that are not in quarantine. */
  readonly swallowed: readonly string[];
  /** What a clean run has otherwise. */
  readonly differing: readonly Difference[];
  readonly rows: number;
}

const DOUBLED = 0.2;

/** Sends everything to several hubs of which one after the other is killed, and compares with a hub that nothing befell. */
export async function faultRun(terms: FaultTerms): Promise<FaultReport> {
  const key = await aSigningKey('fault-1');
  const messages = await faultMessages(terms.messages, terms.seed, key);
  terms.progress(`${String(messages.length)} messages made`);
  const chance = seeded(terms.seed + 1);
  const doubles = shuffled(messages.filter(({ inTurn }) => !inTurn), chance).slice(0, Math.round(messages.length * DOUBLED));
  const everything = inOwnOrder(shuffled([...messages, ...doubles], chance), messages);
  const sent: Sent = { resent: 0, already: 0 };
  const variables = { NODE_ENV: 'test', PORT: '0', HOMEWARD_DATA: terms.folder, LOG_LEVEL: 'error' };
  const open = async ({ hubUrl }: FaultDatabase): Promise<Hub> => {
    const hub = await openHub({ config: readConfig({ ...variables, DATABASE_URL: hubUrl }), log: createLog({ level: 'error' }), clock: Date.now });
    await loadDirectory(hub.database, faultDirectory([...hub.ingest.adapters.values()], key), { by: 'faults', now: Date.now() });
    await hub.directory.refresh();
    return hub;
  };
  const { kills, unsprung } = await withHub(await open(terms.faulted), async (hub) => {
    const tokens = new Map<string, string>();
    const token = (person: string): string => tokens.get(person) ?? tokens.set(person, hub.demonstration?.demonstrationToken(person, Date.now()) ?? '').get(person) ?? '';
    const team = await HubTeam.start({ ...terms, hubUrl: terms.faulted.hubUrl, variables });
    terms.progress(`${String(terms.workers)} hubs serve`);
    try {
      const left = await sendAmongKills(everything, { team, chance, token, sent }, terms);
      await untilWaiting(terms.faulted, (waiting) => waiting === 0, terms.progress);
      terms.progress('all taken');
      return { kills: team.kills, unsprung: left };
    } finally {
      await team.stop();
    }
  });
  terms.progress('once more in peace');
  await withHub(await open(terms.clean), (hub) => inPeace(hub, messages, terms.progress));
  terms.progress('comparing');
  const [faulted, clean] = [await finalState(terms.faulted.superuserUrl), await finalState(terms.clean.superuserUrl)];
  const made = {
    messages: messages.length,
    duplicates: doubles.length,
    poison: messages.filter(({ poison }) => poison !== null).length,
    adapters: [...new Set(messages.map(({ adapter }) => adapter))].sort(),
  };
  return { ...sent, ...made, kills, unsprung, ...compared(messages, faulted, clean) };
}

async function withHub<T>(hub: Hub, work: (hub: Hub) => Promise<T>): Promise<T> {
  try {
    return await work(hub);
  } finally {
    await hub.close();
  }
}

async function inPeace(hub: Hub, messages: readonly FaultMessage[], progress: (line: string) => void): Promise<void> {
  for (const { adapter, system, extracted, bytes, signature } of messages) {
    await receive(hub.ingest, { adapter, system, agency: AGENCY, extracted, bytes, signature, fileName: null, receivedBy: 'faults', now: Date.now() });
  }
  let taken = 0;
  await takeWaiting(hub.ingest, (outcomes) => {
    taken += outcomes.length;
    progress(`${String(taken)} of ${String(messages.length)} taken`);
  });
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
