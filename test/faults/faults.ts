/**
 * `npm run faults -- [--messages 10000] [--kills 50] [--workers 3] [--apart] [--seed <number, else a new one>]`: everything every adapter
 * reads, sent to several hubs at once, some of it twice and some of it unreadable, while hubs are killed at chosen words
 * between them and the database. What they made of it must be what a hub makes to which nothing happens.
 *
 * `npm run faults -- exchange [--messages 1000] [--kills 20] [--minutes 60] [--pace 1] [--seed <number>]`: interviews that one hub sends to
 * another over a network that fails, while both are killed. Each must be in effect there once, and none after it was withdrawn.
 */
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { exchangeRun } from './exchange/exchange-run.ts';
import { tellExchangeReport } from './exchange/tell-exchange-report.ts';
import { faultRun } from './fault-run.ts';
import { onOwnEngine } from './own-engine.ts';
import { tellReport } from './tell-report.ts';

const text = (value: string) => ({ type: 'string', default: value }) as const;
const SEED = { seed: text(String(Date.now() % 2 ** 31)) };
const INGESTION = { messages: text('10000'), kills: text('50'), workers: text('3'), apart: { type: 'boolean', default: false }, ...SEED } as const;
const EXCHANGE = { messages: text('1000'), kills: text('20'), minutes: text('60'), pace: text('1'), ...SEED } as const;
const MINUTE = 60_000;
/** Longer than the hub waits for an answer; of hubs in a hurry, longer than a try lasts by their clock. */
const HANGS = { plain: 35_000, hurried: 6_000 };
const SOON = { plain: 8_000, hurried: 2_000 };
const began = Date.now();
const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const progress = (line: string): void => {
  print(`${String(Math.round((Date.now() - began) / 1000)).padStart(5)} s  ${line}`);
};
const BUILT = [path.join(import.meta.dirname, '../../dist/src/main.js')];

process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143));
process.setMaxListeners(0);

const [mode, ...words] = process.argv.slice(2);
const held = mode === 'exchange' ? await exchange(words) : await ingestion(process.argv.slice(2));
process.exitCode = held === null ? 2 : held ? 0 : 1;

async function ingestion(args: string[]): Promise<boolean | null> {
  const { values } = parseArgs({ options: INGESTION, args });
  const asked = numbersIn(values, { messages: 100, kills: 0, workers: 2, seed: 0 });
  return asked && onOwnEngine(async ({ first, second, folder }) => tellReport(await faultRun({ ...asked, apart: values.apart, folder, program: BUILT, faulted: first, clean: second, progress }), print));
}

async function exchange(args: string[]): Promise<boolean | null> {
  const { values } = parseArgs({ options: EXCHANGE, args });
  const asked = numbersIn(values, { messages: 20, kills: 0, minutes: 1, pace: 1, seed: 0 });
  if (asked === null) {
    return null;
  }
  const how = asked.pace === 1 ? 'plain' : 'hurried';
  const hurry = { epoch: Date.now(), pace: asked.pace };
  const hurriedProgram = ['--import', path.join(import.meta.dirname, '../support/typescript-hooks.mjs'), path.join(import.meta.dirname, 'exchange/hurried-process.ts'), String(hurry.epoch), String(hurry.pace)];
  const program = how === 'plain' ? BUILT : hurriedProgram;
  return onOwnEngine(async ({ first, second, folder }) => tellExchangeReport(await exchangeRun({ ...asked, hurry, hangs: HANGS[how], soon: SOON[how], most: asked.minutes * MINUTE, folder, program, sending: first, receiving: second, progress }), print));
}

/** The whole numbers asked for; null where one is none, or too small, which is said. */
function numbersIn<N extends string>(values: Readonly<Record<N, string | boolean>>, least: Readonly<Record<N extends 'apart' ? never : N, number>>): Record<N, number> | null {
  const asked = Object.fromEntries(Object.keys(least).map((name) => [name, Number(values[name as N])])) as Record<N, number>; // The names are those of `least`.
  const wrong = Object.entries<number>(least).filter(([name, few]) => !(Number.isSafeInteger(asked[name as N]) && asked[name as N] >= few));
  print(wrong.length > 0 ? wrong.map(([name, few]) => `--${name} is a whole number of at least ${String(few)}.`).join('\n') : `Node ${process.versions.node}, ${String(os.availableParallelism())} cores, embedded PostgreSQL with fsync on: ${Object.entries(asked).map(([name, value]) => `${name} ${String(value)}`).join(', ')}`);
  return wrong.length > 0 ? null : asked;
}
