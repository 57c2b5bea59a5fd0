import { readdirSync } from 'node:fs';
import path from 'node:path';
import { aDatabase, type TestDatabase } from '../support/a-database.ts';
import { aFolder, type Folder } from '../support/a-folder.ts';
import { faultRun, type FaultReport } from './fault-run.ts';
import { inOwnOrder } from './in-own-order.ts';
import { faultsOf } from './tell-report.ts';

// From the sources: the suites need no build.
const PROGRAM = ['--import', path.join(import.meta.dirname, '../support/typescript-hooks.mjs'), path.join(import.meta.dirname, '../../src/main.ts')];
const ADAPTERS = readdirSync(path.join(import.meta.dirname, '../../adapters'));

let databases: TestDatabase[];
let folder: Folder;
let report: FaultReport;
beforeAll(async () => {
  databases = [await aDatabase(), await aDatabase()];
  const [faulted, clean] = databases as [TestDatabase, TestDatabase];
  folder = aFolder();
  report = await faultRun({ messages: 80, kills: 3, workers: 2, apart: false, seed: 7, folder: folder.path, program: PROGRAM, faulted, clean, progress: () => undefined });
}, 240_000);
afterAll(async () => {
  folder.remove();
  await Promise.all(databases.map((database) => database.close()));
});

it('hubs that are killed among the messages of every adapter lose nothing, double nothing and swallow nothing', () => {
  expect(faultsOf(report)).toEqual([]);
  expect(report.adapters).toEqual(ADAPTERS.toSorted());
  expect(report.rows).toBeGreaterThan(report.messages);
});

it('a killed hub is followed by one that goes on', () => {
  expect(report.kills.map(({ point }) => point)).toEqual(['HALF_SHOWN', 'STORED', 'TAKEN']);
  expect(report.kills[0]?.recovery).not.toBeNull();
});

it('every fault is told in a sentence, by ids and hashes', () => {
  const told = faultsOf({ ...report, unsprung: ['TAKEN'], lost: ['a document'], swallowed: ['another'], differing: [{ table: 'episode', keys: ['an id', 'another id'] }] });
  expect(told).toEqual([
    '1 planned kills never sprang (TAKEN): send more messages, or fewer kills.',
    '1 messages were lost, or never read: the first: a document.',
    `Of ${String(report.poison)} unreadable messages only ${String(report.poison - 1)} are in quarantine; the first: another.`,
    'episode: 2 rows differ from those of a clean run; the first: an id.',
  ]);
});

it('what has no order but that of arrival keeps it when everything is shuffled', () => {
  const made = ['a1', 'a2', 'b1', 'b2'].map((name) => ({ name, system: name.charAt(0), inTurn: name.startsWith('a') }));
  const [a1, a2, b1, b2] = made as [object, object, object, object];
  expect(inOwnOrder([b2, a2, b1, a1] as typeof made, made)).toEqual([b2, a1, b1, a2]);
});
