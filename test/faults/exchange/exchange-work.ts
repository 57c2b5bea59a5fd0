import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { PlannedDeed } from './exchange-plan.ts';
import type { HubSide } from './hub-side.ts';
import type { InventedChild } from './invented-children.ts';
import { HOST } from './two-directories.ts';
import { untilAnswered } from './until-answered.ts';

/** An interview that was recorded at the host's hub. */
export interface Recorded {
  readonly id: string;
  /** What the child says by the latest word of the hub. */
  words: string;
  amended: boolean;
  /** When the hub had answered that its transmission is withdrawn, by the hubs' clock; null: nobody withdrew it. */
  withdrawnAt: number | null;
}

/** Who does the work of a run, and on what. */
export interface WorkTerms {
  readonly host: HubSide;
  readonly children: readonly InventedChild[];
  readonly deeds: ReadonlyMap<number, PlannedDeed>;
  readonly token: (person: string) => string;
  readonly clock: () => number;
  /** Looks at the host's database past every wall. */
  readonly looking: pg.Pool;
}

const AT_ONCE = 2;
/** So many wait for their first try at most: then withdrawals meet transmissions at every stage. */
const MOST_AHEAD = 12;
const LOOK = 200;

/** An interview as it is put to the hub. */
interface Said {
  readonly id?: string;
  readonly child: string | undefined;
  readonly episodes: readonly (string | undefined)[];
  readonly state: 'COMPLETED';
  readonly at: string;
  readonly answers: { readonly reasons: string };
}

const RECORD = 'mutation Record($input: RecordInterviewInput!) { recordInterview(input: $input) { id revision } }';
const WITHDRAW = 'mutation Withdraw($input: WithdrawTransmissionInput!) { withdrawTransmission(input: $input) { id } }';
const ASSIGN = 'mutation Assign($input: AssignWorkerInput!) { assignWorker(input: $input) { id } }';

/** The people at the host's hub: they record interviews, amend some and withdraw some, whatever befalls the hub meanwhile. */
export class ExchangeWork {
  /** By the id of the interview. */
  readonly recorded = new Map<string, Recorded>();
  readonly #terms: WorkTerms;
  readonly #leaving = new Map<string, () => void>();
  readonly #left = new Set<string>();
  readonly #toAmend = new Set<string>();
  readonly #deeds: Promise<void>[] = [];

  constructor(terms: WorkTerms) {
    this.#terms = terms;
  }

  /** Each child's return is given to a worker of the host. */
  async assign(): Promise<void> {
    for (const { id: child } of this.#terms.children) {
      await this.#does(HOST.coordinator, ASSIGN, { child, revision: 0, worker: HOST.worker });
    }
  }

  /** A message on this interview came to the network. True where it is amended now, before another try of it. */
  leaves(interview: string): boolean {
    this.#left.add(interview);
    this.#leaving.get(interview)?.();
    return this.#toAmend.delete(interview);
  }

  /** Records so many interviews, and does to each what is planned. */
  async recordAll(count: number, progress: (line: string) => void): Promise<void> {
    const numbers = Array.from({ length: count }, (_, number) => number).values();
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (const number of numbers) {
          await this.#untilFewWait();
          await this.#record(number);
          if ((number + 1) % 50 === 0) {
            progress(`${String(number + 1)} of ${String(count)} interviews recorded`);
          }
        }
      }),
    );
    await Promise.all(this.#deeds);
  }

  async #record(number: number): Promise<void> {
    const { children, deeds } = this.#terms;
    const child = children[number % children.length];
    const words = `Invented words ${String(number)}.`;
    const { recordInterview } = await this.#does<{ recordInterview: { id: string; revision: number } }>(HOST.worker, RECORD, this.#said(child, words));
    const one: Recorded = { id: recordInterview.id, words, amended: false, withdrawnAt: null };
    this.recorded.set(one.id, one);
    const deed = deeds.get(number);
    if (deed !== undefined) {
      this.#deeds.push(this.#afterwards(one, deed, () => (deed.deed === 'WITHDRAWN' ? this.#withdraw(one) : this.#amend(one, { ...this.#said(child, `${words} And others.`), id: one.id, revision: recordInterview.revision }))));
    }
  }

  #said(child: InventedChild | undefined, reasons: string): Said {
    const at = new Date(this.#terms.clock() - 3_600_000).toISOString();
    return { child: child?.id, episodes: [child?.episode], state: 'COMPLETED', at, answers: { reasons } };
  }

  async #afterwards({ id }: Recorded, { deed, when }: PlannedDeed, act: () => Promise<void>): Promise<void> {
    if (when === 'AS_IT_LEAVES' && !this.#left.has(id)) {
      const left = new Promise<void>((resolve) => this.#leaving.set(id, resolve));
      if (deed === 'AMENDED') {
        this.#toAmend.add(id);
      }
      await left;
    } else if (when !== 'AS_IT_LEAVES') {
      await sleep(when);
    }
    await act();
  }

  async #amend(one: Recorded, input: Said & { readonly revision: number }): Promise<void> {
    await this.#does(HOST.worker, RECORD, input);
    one.words = input.answers.reasons;
    one.amended = true;
  }

  async #withdraw(one: Recorded): Promise<void> {
    const { rows } = await this.#terms.looking.query<{ id: string }>(`select id from transmission where records @> array[$1::uuid] and act = 'assert'`, [one.id]);
    await this.#does(HOST.coordinator, WITHDRAW, { id: rows[0]?.id, reason: 'Invented: it is not to go.' });
    one.withdrawnAt = this.#terms.clock();
  }

  #does<T>(person: string, query: string, input: object): Promise<T> {
    const { host, token } = this.#terms;
    return untilAnswered<T>(host, { token: token(person), query, variables: { input: { key: randomUUID(), ...input } } });
  }

  async #untilFewWait(): Promise<void> {
    const { looking } = this.#terms;
    while (((await looking.query(`select from transmission where state = 'QUEUED' and tries = 0`)).rowCount ?? 0) > MOST_AHEAD) {
      await sleep(LOOK);
    }
  }
}
