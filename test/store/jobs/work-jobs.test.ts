import { randomUUID } from 'node:crypto';
import { asWriter, execute } from '../../../src/store/database.ts';
import { enqueueTransmission } from '../../../src/store/jobs/enqueue.ts';
import { workTransmissions, type Working } from '../../../src/store/jobs/work-jobs.ts';
import { aDatabase, type TestDatabase } from '../../support/a-database.ts';

/** Nobody asks meanwhile: what comes was heard of. */
const NEVER = 10_000;

let store: TestDatabase;
let working: Working | null = null;
beforeEach(async () => {
  store = await aDatabase();
});
afterEach(async () => {
  await working?.stop();
  working = null;
  await store.close();
});

/** What runs, and how many of each way at once; one on a way that hangs runs until it is let go. */
class Runs {
  readonly done: string[] = [];
  readonly under = new Map<string, number>();
  readonly most = new Map<string, number>();
  readonly #ways = new Map<string, string>();
  #letGo: () => void = () => undefined;
  readonly #hanging = new Promise<void>((resolve) => (this.#letGo = resolve));
  #look: () => void = () => undefined;

  /** Each on a record of its own, or all on this one. */
  async add(channel: string, count: number, record?: string): Promise<string[]> {
    const ids = Array.from({ length: count }, () => randomUUID());
    for (const id of ids) {
      this.#ways.set(id, channel);
      await asWriter(store.database, (em) => enqueueTransmission(em, { id, channel, records: [record ?? randomUUID()] }, 0));
    }
    return ids;
  }

  async run(id: string): Promise<void> {
    const way = this.#ways.get(id) ?? '';
    this.#count(way, 1);
    await (way.startsWith('hangs') ? this.#hanging : undefined);
    this.#count(way, -1);
    this.done.push(id);
    this.#look();
  }

  letGo(): void {
    this.#letGo();
  }

  /** Once all of these have run. */
  async all(ids: readonly string[]): Promise<void> {
    while (!ids.every((id) => this.done.includes(id))) {
      await new Promise<void>((resolve) => (this.#look = resolve));
    }
  }

  #count(way: string, more: number): void {
    const now = (this.under.get(way) ?? 0) + more;
    this.under.set(way, now);
    this.most.set(way, Math.max(this.most.get(way) ?? 0, now));
    this.#look();
  }
}

const begin = async (runs: Runs, atOnce: number): Promise<void> => {
  working = await workTransmissions(store.database, { atOnce, pollingSeconds: NEVER, run: (id) => runs.run(id), failed: () => undefined });
};

it('a job that is due at once is heard of, and whoever is through with one asks for the next at once', async () => {
  const runs = new Runs();
  const before = await runs.add('quick', 3);
  await begin(runs, 1);
  await runs.all(before);
  await runs.all(await runs.add('quick', 1));
  await runs.all(await runs.add('quick', 4));
  expect(runs.done.slice(0, 3)).toEqual(before);
  expect(runs.most.get('quick')).toBe(1);
});

it('whoever does not answer holds up nobody else, and has no more than its share at once', async () => {
  const runs = new Runs();
  const hanging = [...(await runs.add('hangs-one', 12)), ...(await runs.add('hangs-two', 12))];
  await begin(runs, 8);
  const quick = await runs.add('quick', 8);
  await runs.all(quick);
  expect(runs.done).toHaveLength(quick.length);
  runs.letGo();
  await runs.all(hanging);
  expect(Math.max(...runs.most.values())).toBeLessThanOrEqual(3);
});

it('a hub that does not answer holds up nobody else, however many agencies it stands for', async () => {
  const ways = Array.from({ length: 5 }, (_, nth) => ({ id: `hangs-${String(nth)}`, kind: 'HUB', agency: `agency-${String(nth)}`, hub: 'slow-hub' }));
  const webhooks = Array.from({ length: 5 }, (_, nth) => ({ id: `hangs-on-${String(nth)}`, kind: 'WEBHOOK', agency: 'northmere', url: `https://slow.example/${String(nth)}` }));
  const body = JSON.stringify({ channels: [...ways, ...webhooks, { id: 'quick', kind: 'FOLDER', agency: 'southvale', folder: 'southvale' }] });
  await asWriter(store.database, (em) => execute(em, `insert into directory_version (version, loaded_at, loaded_by, sha256, body) select coalesce(max(version), 0) + 1, now(), 'a-test', 'x', $1::json from directory_version`, [body]));
  const runs = new Runs();
  const hanging: string[] = [];
  for (const { id } of [...ways, ...webhooks]) {
    hanging.push(...(await runs.add(id, 4)));
  }
  await begin(runs, 8);
  const quick = await runs.add('quick', 6);
  await runs.all(quick);
  expect(runs.done).toHaveLength(quick.length);
  expect([...runs.under].reduce((sum, [way, now]) => sum + (way.startsWith('hangs') ? now : 0), 0)).toBeLessThanOrEqual(6);
  runs.letGo();
  await runs.all(hanging);
});

it('what is of the same record goes one after the other, and all of it', async () => {
  const runs = new Runs();
  const ids = await runs.add('quick', 8, randomUUID());
  await begin(runs, 8);
  await runs.all(ids);
  expect(runs.done).toHaveLength(ids.length);
  expect(runs.most.get('quick')).toBe(1);
});
