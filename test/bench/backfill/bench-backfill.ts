import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { demonstrationDirectory } from '../../../src/cli/demonstration/demonstration-directory.ts';
import type { DemonstrationDocument } from '../../../src/cli/demonstration/demonstration-document.ts';
import { progressBar } from '../../../src/cli/progress-bar.ts';
import type { Hub } from '../../../src/hub.ts';
import { loadDirectory } from '../../../src/directory/load-directory.ts';
import { ingestFiles } from '../../../src/ingest/ingest-files.ts';
import { backfillDocuments } from './backfill-documents.ts';
import { copyRows } from './copy-rows.ts';

/** The usual length of a back-fill. */
export const BACKFILL_MESSAGES = 100_000;
/** The last tenth may take this much longer than the second. */
const MOST_GROWTH = 1.2;
const MEGABYTE = 1024 * 1024;

/** How far the back-fill was when: after each portion, in messages and seconds of work. */
interface Mark {
  readonly messages: number;
  readonly seconds: number;
}

/** Takes in invented files as `homeward ingest` does, and says how quick it was, and whether it grew slower; false where it did. */
export async function benchBackfill(hub: Hub, wanted: number, print: (line: string) => void): Promise<boolean> {
  await loadDirectory(hub.database, demonstrationDirectory, { by: 'bench', now: Date.now() });
  await hub.directory.refresh();
  const { marks, documents } = await backfill(hub, wanted);
  const { messages, seconds } = marks.at(-1) ?? { messages: 0, seconds: Number.NaN };
  const rss = process.resourceUsage().maxRSS * 1024;
  const cpu = process.cpuUsage();
  print(`Back-fill: ${String(messages)} messages in ${String(documents)} documents`);
  print(`${(messages / seconds).toFixed(0)} messages/s, ${seconds.toFixed(0)} s; ${(((cpu.user + cpu.system) / 1000) / messages).toFixed(2)} ms of Node's CPU a message, inventing the files included`);
  print(`at most ${(rss / MEGABYTE).toFixed(0)} MB resident in Node`);
  const copied = await copyRows(hub);
  print(`ratio to COPY of the same ${String(copied.rows)} rows into like tables: ${(copied.seconds / seconds).toFixed(3)} (${copied.seconds.toFixed(1)} s)`);
  const growth = between(marks, 0.9 * messages, messages) / between(marks, 0.1 * messages, 0.2 * messages);
  print(`the last tenth took ${growth.toFixed(2)} of the second tenth's time (at most ${String(MOST_GROWTH)}): ${growth <= MOST_GROWTH ? 'ok' : 'TOO SLOW'}`);
  return growth <= MOST_GROWTH;
}

async function backfill(hub: Hub, wanted: number): Promise<{ marks: readonly Mark[]; documents: number }> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'homeward-back-fill-'));
  const bar = progressBar('Back-filling');
  const now = Date.now();
  const marks: Mark[] = [{ messages: 0, seconds: 0 }];
  let documents = 0;
  try {
    for (let place = 0, last = marks[0]; last !== undefined && last.messages < wanted; place += 1, last = marks.at(-1)) {
      const invented = backfillDocuments(place, now);
      const jobs = filesOf(invented, path.join(folder, String(place)));
      const began = performance.now();
      const messages = await take(hub, jobs);
      documents += invented.length;
      marks.push({ messages: last.messages + messages, seconds: last.seconds + (performance.now() - began) / 1000 });
      rmSync(path.join(folder, String(place)), { recursive: true });
      bar.update(Math.min(last.messages + messages, wanted), wanted);
    }
    return { marks, documents };
  } finally {
    bar.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Files of one system, taken in by one command. */
interface Files extends Pick<DemonstrationDocument, 'adapter' | 'system' | 'extracted'> {
  readonly files: string[];
}

/** Writes the documents as files and folders, and says which are taken in together. */
function filesOf(documents: readonly DemonstrationDocument[], folder: string): Files[] {
  const jobs = new Map<string, Files>();
  for (const { adapter, system, extracted, name, isSet, files } of documents) {
    const key = JSON.stringify([system, extracted]);
    const job = jobs.get(key) ?? { adapter, system, extracted, files: [] };
    jobs.set(key, job);
    const at = path.join(folder, name);
    mkdirSync(isSet ? at : folder, { recursive: true });
    files.forEach((file) => {
      writeFileSync(isSet ? path.join(at, file.name) : at, file.text);
    });
    job.files.push(at);
  }
  return [...jobs.values()];
}

async function take(hub: Hub, jobs: readonly Files[]): Promise<number> {
  let messages = 0;
  for (const job of jobs) {
    const agency = hub.directory.current().systems.get(job.system)?.agency ?? '';
    const results = await ingestFiles(hub.ingest, { ...job, agency, receivedBy: 'bench', together: false, onProgress: () => undefined });
    messages += results.reduce((sum, result) => sum + ('status' in result ? result.status.records : 0), 0);
  }
  return messages;
}

/** Seconds that the work from one count of messages to another took; portions across a border count in part. */
function between(marks: readonly Mark[], from: number, until: number): number {
  const at = (count: number): number => {
    const after = marks.findIndex(({ messages }) => messages >= count);
    const [before, then] = [marks[after - 1], marks[after]];
    return before === undefined || then === undefined
      ? 0
      : before.seconds + ((count - before.messages) / (then.messages - before.messages)) * (then.seconds - before.seconds);
  };
  return at(until) - at(from);
}
