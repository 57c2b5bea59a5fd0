import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { openHub } from '../../../src/compose.ts';
import { readConfig } from '../../../src/config/config.ts';
import type { Hub } from '../../../src/hub.ts';
import { createLog } from '../../../src/logging/log.ts';
import { aPair, type HubPair } from '../../exchange/a-receipt.ts';
import type { FaultDatabase } from '../fault-run.ts';
import { exchangeJudged, type Judgement } from './exchange-judged.ts';
import { ExchangePlan, type PlannedKill, type PlanTerms, type Side } from './exchange-plan.ts';
import { ExchangeScene } from './exchange-scene.ts';
import { ExchangeWork, type Recorded } from './exchange-work.ts';
import { FaultyNetwork, type Arrival } from './faulty-network.ts';
import { HubSide } from './hub-side.ts';
import { hurried, type Hurry } from './hurried.ts';
import { inventChildren } from './invented-children.ts';
import { tooLateAsListed } from './too-late-as-listed.ts';
import { HOST, hostDirectory, PLACING, placingDirectory, SHARED } from './two-directories.ts';

/** What a run is made of. */
export interface ExchangeTerms extends PlanTerms {
  /** The hubs' clock; at pace 1 the machine's. */
  readonly hurry: Hurry;
  /** Where it hangs, for so many milliseconds. */
  readonly hangs: number;
  /** After so many milliseconds whatever is not through is lost. */
  readonly most: number;
  /** The hubs' data and keys; the run's own. */
  readonly folder: string;
  /** The words after `node` that start a hub. */
  readonly program: readonly string[];
  readonly sending: FaultDatabase;
  readonly receiving: FaultDatabase;
  readonly progress: (line: string) => void;
}

/** What a run saw. */
export interface ExchangeReport extends Judgement {
  /** Was everything through before the time was over? */
  readonly settled: boolean;
  /** So many interviews were to be recorded. */
  readonly asked: number;
  readonly arrivals: readonly Arrival[];
  readonly kills: readonly PlannedKill[];
  /** Planned kills that never came about. */
  readonly unsprung: readonly PlannedKill[];
  readonly recorded: readonly Recorded[];
}

/** Interviews of one child. */
const A_CHILD = 4;

/** Has interviews recorded at one hub and sent to another over a network that fails, while both hubs are killed; then looks at both. */
export async function exchangeRun(terms: ExchangeTerms): Promise<ExchangeReport> {
  const { progress, sending } = terms;
  const plan = new ExchangePlan(terms);
  const scene = new ExchangeScene({ ...terms, serving: (side) => HubSide.start({ program: terms.program, variables: variablesOf(terms, side) }) }, plan);
  const network = await FaultyNetwork.start(scene);
  const looking = new pg.Pool({ connectionString: sending.superuserUrl, max: 2 });
  try {
    const pairs: Pairs = { SENDER: aPair(HOST.hub, 'south-1'), RECEIVER: aPair(PLACING.hub, 'north-1') };
    const { children, token } = await prepared(terms, pairs, network.port);
    progress(`${String(children.length)} children are back, at the host's hub`);
    const host = await scene.start();
    const work = new ExchangeWork({ host, children, deeds: plan.deeds, token, clock: hurried(terms.hurry), looking });
    await work.assign();
    progress('two hubs serve, and each return is given to a worker');
    scene.follow(work);
    const settled = await scene.untilSettled(work.recordAll(terms.messages, progress));
    const listed = await tooLateAsListed(host, token(HOST.coordinator));
    await scene.stop();
    progress('looking at both');
    const judged = await exchangeJudged({ ...terms, recorded: work.recorded, listed, arrivals: network.arrivals, keys: Object.values(pairs).map(({ jwk }) => jwk) });
    return { ...judged, settled, asked: terms.messages, arrivals: network.arrivals, kills: scene.killed, unsprung: plan.unsprung, recorded: [...work.recorded.values()] };
  } finally {
    await scene.stop();
    await network.close();
    await looking.end();
  }
}

type Pairs = Readonly<Record<Side, HubPair>>;

/** Both databases with their directories and keys, and the children at the host's. */
async function prepared(terms: ExchangeTerms, pairs: Pairs, network: number) {
  keysInto(terms, 'SENDER', pairs.SENDER);
  keysInto(terms, 'RECEIVER', pairs.RECEIVER);
  const theirs = await opened(terms, 'RECEIVER');
  await inventChildren(theirs, terms.receiving, { directory: placingDirectory(pairs.SENDER.jwk), count: 0 });
  await theirs.close();
  const ours = await opened(terms, 'SENDER');
  const children = await inventChildren(ours, terms.sending, { directory: hostDirectory(network, pairs.RECEIVER.jwk), count: Math.ceil(terms.messages / A_CHILD) });
  await ours.close();
  const clock = hurried(terms.hurry);
  return { children, token: (person: string) => ours.demonstration?.demonstrationToken(person, clock()) ?? '' };
}

function opened(terms: ExchangeTerms, side: Side): Promise<Hub> {
  return openHub({ config: readConfig(variablesOf(terms, side)), log: createLog({ level: 'error' }), clock: hurried(terms.hurry) });
}

function variablesOf({ folder, sending, receiving }: ExchangeTerms, side: Side): Record<string, string> {
  return { NODE_ENV: 'test', PORT: '0', HOMEWARD_DATA: path.join(folder, side), DATABASE_URL: (side === 'SENDER' ? sending : receiving).hubUrl, LOG_LEVEL: 'error' };
}

function keysInto({ folder }: ExchangeTerms, side: Side, { file }: HubPair): void {
  const keys = path.join(folder, side, 'keys');
  mkdirSync(keys, { recursive: true, mode: 0o700 });
  const secret = { kty: 'oct', use: 'webhook', kid: SHARED, k: Buffer.alloc(32, 9).toString('base64url') };
  [file, secret].forEach((key, nth) => {
    writeFileSync(path.join(keys, `given-${String(nth)}.json`), JSON.stringify(key), { mode: 0o600 });
  });
}
