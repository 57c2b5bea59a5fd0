// Looks for leaks longer than the suites do: generated queries in twin worlds, and the time of an answer.
// Usage: npm run leaks -- [--runs <queries in all, each asked of two worlds, 10000>] [--seed <number, else a new one>]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '10000' }, seed: { type: 'string' } } });
const runs = Number(values.runs);
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
if (!Number.isSafeInteger(runs) || runs < 1 || !Number.isSafeInteger(seed)) {
  console.error('--runs and --seed are whole numbers, such as: npm run leaks -- --runs 10000');
  process.exit(2);
}
const folder = mkdtempSync(path.join(os.tmpdir(), 'homeward-leaks-'));
const figures = path.join(folder, 'figures.jsonl');
const root = path.resolve(import.meta.dirname, '..');
console.log(`${runs} queries shared among the viewers, seed ${seed}`);
const began = Date.now();
const { status } = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    path.join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
    '--config',
    'jest.leaks.config.mjs',
    '--globals',
    JSON.stringify({ LEAK_RUNS: { runs, seed, figures } }),
  ],
  { cwd: root, stdio: 'inherit' },
);
const told = existsSync(figures) ? readFileSync(figures, 'utf8').trim().split('\n').map((line) => JSON.parse(line)) : [];
rmSync(folder, { recursive: true });
told.forEach((figure) => console.log(Object.entries(figure).map(([name, value]) => `${name} ${value}`).join(', ')));
const asked = told.reduce((sum, figure) => sum + (figure.asked ?? 0), 0);
console.log(`${asked} queries, each asked of two worlds, in ${Math.round((Date.now() - began) / 1000)} s: ${status === 0 ? '0 differences, 0 canaries' : 'see above'}`);
process.exitCode = status ?? 1;
