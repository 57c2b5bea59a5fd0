import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { anIngest, type TestIngest } from '../ingest/an-ingest.ts';
import { aCancelMessage, aFoundMessage, aPoliceMessage } from '../ingest/documents.ts';
import { aFolder, type Folder } from '../support/a-folder.ts';

const FILES = 500;
const KILLS = 20;
/** Longer than an ingest of the files takes, so that kills fall into every part of it and some come too late. */
const LATEST_KILL = 2_500;
const HOOKS = path.join(import.meta.dirname, '../support/typescript-hooks.mjs');
const SCRIPT = path.join(import.meta.dirname, 'ingest-process.ts');

let hub: TestIngest;
let folder: Folder;
beforeAll(async () => {
  hub = await anIngest();
  folder = aFolder();
  messages().forEach((message, number) => {
    writeFileSync(path.join(folder.path, `${String(number).padStart(4, '0')}.xml`), message);
  });
});
afterAll(async () => {
  folder.remove();
  await hub.close();
});

/** Reports of children with an update, an end or a cancellation each, founds before their missings, and some poison. */
function messages(): string[] {
  return Array.from({ length: FILES }, (_, number) => {
    const report = Math.floor(number / 3);
    const who = { MisperId: `MP-${String(report)}`, PersonId: `P-${String(report % 100)}`, GivenName: `Wrenna${String(report % 100)}` };
    if (number % 50 === 49) {
      return aPoliceMessage({ ...who, SentAt: null });
    }
    const kinds = [aFoundMessage(who), aPoliceMessage(who), report % 10 === 9 ? aCancelMessage(who) : aPoliceMessage({ ...who, SentAt: '2026-03-01T23:30:00Z', MessageType: 'UPDATE' })];
    return kinds[number % 3] ?? '';
  });
}

/** Runs the ingest in a process of its own; with a moment given, kills it so many milliseconds after it began. */
async function ingestInProcess(killAfter: number | null): Promise<'done' | 'killed'> {
  const child = spawn(process.execPath, ['--import', HOOKS, SCRIPT, hub.hubUrl, folder.path], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said: string[] = [];
  const lines = createInterface({ input: child.stdout }).on('line', (line) => said.push(line));
  const exited = once(child, 'exit');
  if (killAfter !== null) {
    await Promise.race([once(lines, 'line'), exited]);
    await Promise.race([sleep(killAfter), exited]);
    child.kill('SIGKILL');
  }
  await exited;
  return said.includes('done') ? 'done' : 'killed';
}

interface Outcome {
  readonly picture: Record<string, string[]>;
  readonly observations: unknown[];
  readonly documents: unknown[];
  readonly quarantine: unknown[];
}

async function outcome(): Promise<Outcome> {
  return {
    picture: await hub.picture(),
    observations: await hub.rows('select id from observation order by id'),
    documents: await hub.rows('select sha256, state, records, taken, already, refused from source_document order by sha256'),
    quarantine: await hub.rows(`select d.sha256, q.code, q.place, q.state from quarantine q join source_document d on d.id = q.document order by 1, 2, 3`),
  };
}

it('an ingest that is killed at any moment and run again loses nothing and doubles nothing', async () => {
  expect(await ingestInProcess(null)).toBe('done');
  const clean = await outcome();
  expect(clean.documents).toHaveLength(FILES);
  await hub.clear();

  const moments = fc.sample(fc.nat(LATEST_KILL), { numRuns: KILLS, seed: 500 });
  const ends: string[] = [];
  for (const moment of moments) {
    ends.push(await ingestInProcess(moment));
    if (ends.at(-1) === 'done') {
      expect(await outcome()).toEqual(clean);
      await hub.clear();
    }
  }
  expect(await ingestInProcess(null)).toBe('done');
  expect(await outcome()).toEqual(clean);
  // A kill that always came too late would have tried nothing.
  expect(ends.filter((end) => end === 'killed').length).toBeGreaterThan(KILLS / 2);
}, 240_000);
