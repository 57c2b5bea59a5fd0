/**
 * `npm run bench [-- intake]`: speed as ratios, measured side by side in one run on a database of its own.
 * `npm run bench -- backfill [--messages 100000]`: how fast files of years are taken in, against COPY; fails where it grows slower.
 * `npm run bench -- matching [seeds]`: how well records of one child find one another; fails where a bound is missed.
 * `npm run bench -- briefing-large`: the full briefing of an authority with 2,000 episodes and with 20,000, and how many rows each reads.
 * `npm run bench -- subscriptions [--followers 100] [--messages 1000]`: many who follow, each payload held to what its reader is answered then; fails where one differs.
 * `npm run bench -- exchange`: messages a second to a partner, with another that hangs beside it, against workers that ask once a second.
 * `npm run bench -- redaction [--show]`: how much of what was marked by hand in invented sentences is suggested, and how much else.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { chmodSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openHub } from '../../src/compose.ts';
import type { Hub } from '../../src/hub.ts';
import { readConfig } from '../../src/config/config.ts';
import { createLog } from '../../src/logging/log.ts';
import { BACKFILL_MESSAGES, benchBackfill } from './backfill/bench-backfill.ts';
import { benchBriefing } from './bench-briefing.ts';
import { benchBriefingLarge } from './bench-briefing-large.ts';
import { benchExchange } from './bench-exchange.ts';
import { benchIngest } from './bench-ingest.ts';
import { benchMatching } from './matching/bench-matching.ts';
import { benchRedaction } from './redaction/bench-redaction.ts';
import { benchSubscriptions } from './subscriptions/bench-subscriptions.ts';

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** A hub of its own on an empty database, for as long as the work takes. */
async function onHub<T>(work: (hub: Hub) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'homeward-bench-'));
  // PostgreSQL may run as another user, who has to enter here.
  chmodSync(folder, 0o755);
  const config = readConfig({ HOMEWARD_DATA: folder, LOG_LEVEL: 'error', PORT: '0' });
  const hub = await openHub({ config, log: createLog({ level: 'error' }), clock: () => Date.now() });
  try {
    print(`Node ${process.versions.node}, ${String(os.availableParallelism())} cores, embedded PostgreSQL with fsync on\n`);
    return await work(hub);
  } finally {
    await hub.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** All of them on one hub, or one alone. */
async function benchSpeed(): Promise<void> {
  await onHub(async (hub) => {
    await benchIngest(hub, print);
    await benchBriefing(hub, print);
    await benchExchange(hub, print);
  });
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { messages: { type: 'string' }, followers: { type: 'string', default: '100' }, show: { type: 'boolean', default: false } } });
const [which, ...seeds] = positionals;
if (which === 'matching') {
  process.exitCode = benchMatching(print, seeds.length === 0 ? undefined : seeds.map(Number)) ? 0 : 1;
} else if (which === 'backfill') {
  process.exitCode = (await onHub((hub) => benchBackfill(hub, Number(values.messages ?? BACKFILL_MESSAGES), print))) ? 0 : 1;
} else if (which === 'subscriptions') {
  process.exitCode = (await onHub((hub) => benchSubscriptions(hub, { followers: Number(values.followers), events: Number(values.messages ?? 1000) }, print))) ? 0 : 1;
} else if (which === 'redaction') {
  benchRedaction(print, values.show);
} else if (which === 'briefing-large') {
  await onHub((hub) => benchBriefingLarge(hub, print));
} else if (which === 'exchange') {
  await onHub((hub) => benchExchange(hub, print));
} else if (which === 'intake') {
  await onHub((hub) => benchIngest(hub, print));
} else {
  await benchSpeed();
}
