/**
 * `npm run bench`: speed as ratios, measured side by side in one run on a database of its own.
 * `npm run bench -- matching [seeds]`: how well records of one child find one another; fails where a bound is missed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { chmodSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openHub } from '../../src/compose.ts';
import { readConfig } from '../../src/config/config.ts';
import { createLog } from '../../src/logging/log.ts';
import { benchBriefing } from './bench-briefing.ts';
import { benchIngest } from './bench-ingest.ts';
import { benchMatching } from './matching/bench-matching.ts';

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

async function benchSpeed(): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'homeward-bench-'));
  // PostgreSQL may run as another user, who has to enter here.
  chmodSync(folder, 0o755);
  const config = readConfig({ HOMEWARD_DATA: folder, LOG_LEVEL: 'error', PORT: '0' });
  const hub = await openHub({ config, log: createLog({ level: 'error' }), clock: () => Date.now() });
  try {
    print(`Node ${process.versions.node}, ${String(os.availableParallelism())} cores, embedded PostgreSQL with fsync on\n`);
    await benchIngest(hub, print);
    await benchBriefing(hub, print);
  } finally {
    await hub.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const [which, ...seeds] = process.argv.slice(2);
if (which === 'matching') {
  process.exitCode = benchMatching(print, seeds.length === 0 ? undefined : seeds.map(Number)) ? 0 : 1;
} else {
  await benchSpeed();
}
