/**
 * `npm run demo:exchange -- [--keep] [--port 4541]`: two hubs on this machine, and how an interview comes from a host authority to the one that placed the child;
 * on this port and the next, else on any two, so that whoever keeps both folders can start them again.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { tellExchange } from './tell-exchange.ts';

const { values } = parseArgs({ options: { keep: { type: 'boolean', default: false }, port: { type: 'string' } } });
const folder = mkdtempSync(path.join(tmpdir(), 'homeward-exchange-'));
// Started by root, the database runs as somebody who has to pass through; what lies in it is each hub's own.
chmodSync(folder, 0o711);
const ports = values.port === undefined ? null : ([Number(values.port), Number(values.port) + 1] as const);
const began = Date.now();
const say = (line: string): void => {
  process.stdout.write(`${String(Math.round((Date.now() - began) / 1000)).padStart(4)} s  ${line}\n`);
};
const ending = new AbortController();
const end = (): void => {
  ending.abort();
};
process.once('SIGINT', end).once('SIGTERM', end);

try {
  const { fields, documents, acknowledgedMs, flaws, escalatedAfterSeconds } = await tellExchange({ folder, program: [path.resolve('dist/src/main.js')], escalation: true, ports, signal: ending.signal, say });
  say(`All of it held: ${String(fields)} fields sent, acknowledged ${String(acknowledgedMs)} ms after they were recorded, ${String(documents)} file(s) in Liberi's format, ${String(flaws)} flaws in the receipt, escalated after ${String(escalatedAfterSeconds)} s.`);
} catch (error) {
  say(`It did not hold: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  if (values.keep) {
    say(`Kept: ${folder}`);
  } else {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
