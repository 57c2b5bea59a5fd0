// A hub in a process of its own whose clock runs several times as fast as the machine's, so that its waits and leases pass within seconds:
// `node hurried-process.ts <epoch> <pace>`, told the rest as any hub is. What it does is the hub's own; only how often it looks is not.
import { openHub, serveHub } from '../../../src/compose.ts';
import { readConfig } from '../../../src/config/config.ts';
import { startTransmitting } from '../../../src/exchange/start-transmitting.ts';
import { startTaking } from '../../../src/ingest/start-taking.ts';
import { createLog } from '../../../src/logging/log.ts';
import { hurried } from './hurried.ts';

const LOOK_AGAIN = 300;

const [, , epoch, pace] = process.argv;
const clock = hurried({ epoch: Number(epoch), pace: Number(pace) });
// It takes calls; the two jobs that matter here are begun below.
const config = { ...readConfig(), process: 'api' as const };
const hub = await openHub({ config, log: createLog({ level: config.logLevel }), clock });
const serving = await serveHub(hub, clock, { demonstration: false, commands: [] });
const jobs = [
  startTaking(hub.ingest, { intervalMs: LOOK_AGAIN }),
  startTransmitting({ database: hub.database, deliver: hub.exchange.deliver, clock, log: hub.log }, { intervalMs: LOOK_AGAIN }),
];
process.stdout.write(`A hub in a hurry is ready at http://localhost:${String(serving.port)}\n`);

await new Promise<void>((stop) => {
  process.once('SIGTERM', stop);
});
for (const job of jobs) {
  await job.stop();
}
await serving.stop();
