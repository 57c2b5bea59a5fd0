// Takes out one rule, mask or check at a time and looks whether a test notices. Works on a copy; the sources stay as they are.
// Usage: npm run sabotage [-- part of a patch's name ...]
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PATCHES } from '../test/sabotage/patches.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');
const COPIED = ['src', 'adapters', 'schema', 'test', 'codegen.yml', 'jest.config.mjs', 'package.json', 'tsconfig.json', 'README.md'];
const AT_ONCE = Math.max(1, Math.min(2, os.availableParallelism()));

const asked = process.argv.slice(2);
const patches = PATCHES.filter(({ name }) => asked.length === 0 || asked.some((part) => name.includes(part)));
if (patches.length === 0) {
  console.error('No patch has a name with that in it. Without a name all run.');
  process.exit(2);
}
const queue = [...patches];
const unnoticed = [];
const copies = [];
let done = 0;
try {
  await sound();
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, patches.length) }, work));
} finally {
  copies.forEach((copy) => [copy, engineOf(copy)].forEach((folder) => rmSync(folder, { recursive: true, force: true })));
}
console.log(`\n${patches.length - unnoticed.length} of ${patches.length} patches noticed`);
unnoticed.forEach(({ name, why }) => console.log(`  not noticed: ${name} (${why})`));
process.exitCode = unnoticed.length === 0 ? 0 : 1;

/** A test that is red before anything is taken out would notice nothing. */
async function sound() {
  const tests = [...new Set(patches.flatMap((patch) => patch.tests))];
  process.stdout.write(`Are the ${tests.length} suites green as they are? `);
  const { failed, broken, first } = await jest(copy(), tests);
  if (failed + broken > 0) {
    console.log(`no: ${first}`);
    throw new Error('Mend the suites first.');
  }
  console.log('yes');
}

async function work() {
  const folder = copy();
  for (let patch = queue.shift(); patch !== undefined; patch = queue.shift()) {
    const began = Date.now();
    const why = await unnoticedBecause(folder, patch);
    done += 1;
    if (why !== null) {
      unnoticed.push({ name: patch.name, why });
    }
    console.log(`${String(done).padStart(3)}/${patches.length} ${why === null ? 'noticed    ' : 'NOT NOTICED'} ${patch.name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  }
}

/** Null where a test went red; else what happened instead. */
async function unnoticedBecause(folder, { file, find, replace, tests }) {
  const at = path.join(folder, file);
  const text = readFileSync(at, 'utf8');
  if (text.split(find).length !== 2) {
    return `the line to take out stands ${text.split(find).length - 1} times in ${file}`;
  }
  writeFileSync(at, text.replace(find, () => replace));
  try {
    const { failed, broken, first } = await jest(folder, tests);
    if (failed > 0) {
      return null;
    }
    return broken > 0 ? `a suite could not start: ${first}` : 'every test stayed green';
  } finally {
    writeFileSync(at, text);
  }
}

function copy() {
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'homeward-sabotage-')));
  copies.push(folder);
  COPIED.forEach((name) => cpSync(path.join(ROOT, name), path.join(folder, name), { recursive: true }));
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  return folder;
}

/** Where the test engine of a copy keeps its data, as test/support/test-engine.ts names it. */
function engineOf(folder) {
  const copy = createHash('sha256').update(path.join(folder, 'src', 'store')).digest('hex').slice(0, 12);
  return path.join(os.tmpdir(), `homeward-test-${process.getuid?.() ?? 0}-${copy}`);
}

function jest(folder, tests) {
  const results = path.join(folder, 'results.json');
  rmSync(results, { force: true });
  const runner = path.join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  // A test that goes red may leave open what it would have closed.
  const options = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', runner, '--silent', '--forceExit', '--json', `--outputFile=${results}`, ...tests];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, options, { cwd: folder, stdio: 'ignore' });
    child.on('error', reject);
    child.on('close', () => {
      const { numFailedTests, numRuntimeErrorTestSuites, testResults } = JSON.parse(readFileSync(results, 'utf8'));
      const red = testResults.flatMap(({ assertionResults, message }) => [
        ...assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
        ...(assertionResults.length === 0 ? [message.slice(0, 200)] : []),
      ]);
      resolve({ failed: numFailedTests, broken: numRuntimeErrorTestSuites, first: red[0] ?? '' });
    });
  });
}
