// A process of its own that rings whoever the alerts of a database come before, for tests that kill it: over a receiver at an address of
// this machine. It says "works" once it has begun, and ends in order when told "stop".
import { createInterface } from 'node:readline';
import { startRinging } from '../../../src/exchange/rings/start-ringing.ts';
import { openDatabase } from '../../../src/store/database.ts';
import { aDirectoryThatRings, PHONE_SECRET } from './a-phone.ts';

const [, , hubUrl = '', origin = ''] = process.argv;
const database = await openDatabase({ hub: hubUrl, owner: null });
const directory = aDirectoryThatRings(origin, [{ agency: 'northmere', role: 'SENIOR_WORKER', channel: 'seniors' }]);
const ignore = (): void => undefined;
// A clock that runs a hundred times as fast: what waits for half a minute waits a third of a second.
const begun = Date.now();
const ringing = startRinging(
  {
    database,
    directory: () => Promise.resolve(directory),
    secrets: new Map([['with-phones', PHONE_SECRET]]),
    production: false,
    resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
    clock: () => begun + (Date.now() - begun) * 100,
    log: { info: ignore, warn: ignore, error: ignore },
    publicUrl: null,
  },
  { intervalMs: 50 },
);
process.stdout.write('works\n');

for await (const told of createInterface({ input: process.stdin })) {
  if (told === 'stop') {
    await ringing.stop();
    await database.close();
    process.exit(0);
  }
}
