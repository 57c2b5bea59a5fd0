import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { connectClient } from '../../../src/store/connection.ts';
import type { FaultDatabase } from '../fault-run.ts';
import type { ExchangePlan, Moment, Passage, PlannedKill, Side } from './exchange-plan.ts';
import type { ExchangeWork } from './exchange-work.ts';
import type { NetworkTerms } from './faulty-network.ts';
import type { HubSide } from './hub-side.ts';

/** What the scene is set on. */
export interface SceneTerms {
  readonly sending: FaultDatabase;
  readonly receiving: FaultDatabase;
  readonly hangs: number;
  /** After so many milliseconds it ends, whatever is not through. */
  readonly most: number;
  readonly serving: (side: Side) => Promise<HubSide>;
  readonly progress: (line: string) => void;
}

const LOOK = 300;
const TELL = 30_000;
const ON_ITS_WAY = `select from transmission where state in ('QUEUED', 'SENT') or lease_until is not null`;
const UNREAD = `select from source_document where state = 'RECEIVED'`;

/** The two hubs and what befalls them. */
export class ExchangeScene implements NetworkTerms {
  readonly hangs: number;
  readonly killed: PlannedKill[] = [];
  readonly #terms: SceneTerms;
  readonly #plan: ExchangePlan;
  #sides: Readonly<Record<Side, HubSide>> | null = null;
  #work: ExchangeWork | null = null;

  constructor(terms: SceneTerms, plan: ExchangePlan) {
    this.#terms = terms;
    this.#plan = plan;
    this.hangs = terms.hangs;
  }

  /** Starts both hubs; answers the one that sends. */
  async start(): Promise<HubSide> {
    const [sender, receiver] = await Promise.all([this.#terms.serving('SENDER'), this.#terms.serving('RECEIVER')]);
    this.#sides = { SENDER: sender, RECEIVER: receiver };
    return sender;
  }

  /** From now on it is told what leaves. */
  follow(work: ExchangeWork): void {
    this.#work = work;
  }

  receiver(): number | null {
    return this.#sides?.RECEIVER.port ?? null;
  }

  befalls(interview: string): Passage {
    return this.#plan.next(this.#work?.leaves(interview) ?? false);
  }

  async kills({ kill }: Passage, moment: Moment): Promise<void> {
    if (kill?.moment !== moment) {
      return;
    }
    await sleep(kill.after);
    if (this.#sides?.[kill.side].kill() === true) {
      this.killed.push(kill);
    } else {
      this.#plan.again(kill);
    }
  }

  /** Until everybody has done what they were to do, nothing is on its way and everything was read; false where the time is over before. */
  async untilSettled(work: Promise<void>): Promise<boolean> {
    const { most } = this.#terms;
    const [sending, receiving] = await Promise.all([connectClient(this.#terms.sending.superuserUrl), connectClient(this.#terms.receiving.superuserUrl)]);
    const time = new AbortController();
    try {
      const over = sleep(most, false, { signal: time.signal });
      return await Promise.race([work.then(() => this.#untilNothingIsLeft({ sending, receiving }, Date.now() + most)), over]);
    } finally {
      time.abort();
      await Promise.all([sending.end(), receiving.end()]);
    }
  }

  async #untilNothingIsLeft({ sending, receiving }: Readonly<Record<'sending' | 'receiving', pg.Client>>, over: number): Promise<true> {
    for (let told = Date.now(); Date.now() < over; ) {
      const left = (await count(sending, ON_ITS_WAY)) + (await count(receiving, UNREAD)) + (await count(sending, UNREAD));
      if (left === 0) {
        break;
      }
      if (Date.now() - told > TELL) {
        this.#terms.progress(`${String(left)} on their way or not read, ${String(this.killed.length)} hubs killed`);
        told = Date.now();
      }
      await sleep(LOOK);
    }
    return true;
  }

  /** Ends both in order. */
  async stop(): Promise<void> {
    const sides = this.#sides;
    await Promise.all([sides?.SENDER.stop(), sides?.RECEIVER.stop()]);
  }
}

async function count(client: pg.Client, query: string): Promise<number> {
  return (await client.query(query)).rowCount ?? 0;
}
