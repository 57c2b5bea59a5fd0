import path from 'node:path';
import { aDatabase, type TestDatabase } from '../../support/a-database.ts';
import { aFolder, type Folder } from '../../support/a-folder.ts';
import { EXCHANGE_FAULTS } from './exchange-plan.ts';
import { exchangeRun, type ExchangeReport } from './exchange-run.ts';
import { exchangeFaultsOf } from './tell-exchange-report.ts';

const PACE = 30;
const HOOKS = path.join(import.meta.dirname, '../../support/typescript-hooks.mjs');

let databases: TestDatabase[];
let folder: Folder;
let report: ExchangeReport;
beforeAll(async () => {
  databases = [await aDatabase(), await aDatabase()];
  const [sending, receiving] = databases as [TestDatabase, TestDatabase];
  folder = aFolder();
  const hurry = { epoch: Date.now(), pace: PACE };
  // From the sources: the suites need no build.
  const program = ['--import', HOOKS, path.join(import.meta.dirname, 'hurried-process.ts'), String(hurry.epoch), String(hurry.pace)];
  report = await exchangeRun({ messages: 20, kills: 3, seed: 7, soon: 2_000, hurry, hangs: 6_000, most: 180_000, folder: folder.path, program, sending, receiving, progress: () => undefined });
}, 300_000);
afterAll(async () => {
  folder.remove();
  await Promise.all(databases.map((database) => database.close()));
});

it('what two hubs exchange over a network that fails is in effect once, and lost nowhere, whichever of them is killed', () => {
  expect(exchangeFaultsOf(report)).toEqual([]);
  expect(report.sent.length).toBeGreaterThanOrEqual(20);
  expect(report.kills).toHaveLength(3);
});

it('meets every fault of the network', () => {
  expect([...new Set(report.arrivals.flatMap(({ fault }) => fault ?? []))].sort()).toEqual(Object.keys(EXCHANGE_FAULTS).sort());
});

it('tells every difference in a sentence, by ids', () => {
  const wrong = { unmade: ['a'], lost: ['b', 'c'], notOnce: ['d'], otherWords: ['e'], leftAfterwards: ['f'], unlisted: ['g'], unproven: ['h'] };
  const told = exchangeFaultsOf({ ...report, ...wrong, settled: false, asked: 21, unsprung: report.kills.slice(0, 1) });
  expect(told).toHaveLength(10);
  expect(told).toContain('2 transmissions are lost: they came to no end, or to one without a cause in the run; the first: b.');
});
