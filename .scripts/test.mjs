// Everything a change must pass. Steps that do not need each other run two at a time; all run, whatever fails before.
// Each step counts as one test, and the last line is "N passed, N failed".
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const CHECKS = [
  { script: 'lint', title: 'the code keeps the rules of the house (eslint)' },
  { script: 'build', title: 'the hub builds (tsc)' },
  { script: 'types', title: 'sources and tests agree on their types (tsc)' },
  { script: 'arch', title: 'imports run downhill only (dependency-cruiser)' },
  { script: 'unused', title: 'nothing lies about unused (knip)' },
  { script: 'schema:check', title: 'schema.graphql is what the hub serves, and breaks no promise to a partner', needs: 'build' },
  { script: 'client', title: "the partners' operations make a typed client (graphql-codegen)" },
];

const scratch = mkdtempSync(path.join(os.tmpdir(), 'homeward-npm-test-'));
const counts = { passed: 0, failed: 0 };
const finished = new Map();

for (const check of CHECKS) {
  finished.set(check.script, Promise.withResolvers());
}
await Promise.all([work([...CHECKS.filter((_, i) => i % 2 === 0)]), work([...CHECKS.filter((_, i) => i % 2 === 1)])]);
await suites();
rmSync(scratch, { recursive: true });
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 ? 0 : 1;

async function work(checks) {
  for (const { script, title, needs } of checks) {
    await finished.get(needs)?.promise;
    const began = Date.now();
    const { code, output } = await npmRun([script], 'pipe');
    finished.get(script).resolve();
    counts[code === 0 ? 'passed' : 'failed'] += 1;
    console.log(`${code === 0 ? '✓' : '✗'} ${title}: npm run ${script}, ${seconds(began)} s`);
    if (code !== 0) {
      console.log(output.replace(/^/gm, '    '));
    }
  }
}

async function suites() {
  console.log('\nThe suites (jest)');
  const results = path.join(scratch, 'jest.json');
  const { code } = await npmRun(['jest', '--', '--json', `--outputFile=${results}`], ['ignore', 'ignore', 'inherit']);
  try {
    const found = JSON.parse(readFileSync(results, 'utf8'));
    counts.passed += found.numPassedTests;
    // A suite that could not even start has no failed test of its own.
    counts.failed += found.numFailedTests + found.numRuntimeErrorTestSuites;
    if (code !== 0 && found.success) {
      counts.failed += 1;
    }
  } catch {
    console.log('jest ended without results.');
    counts.failed += 1;
  }
}

function npmRun(args, stdio) {
  return new Promise((resolve) => {
    const npm = process.env.npm_execpath;
    const child = npm
      ? spawn(process.execPath, [npm, 'run', '--silent', ...args], { stdio })
      : spawn('npm', ['run', '--silent', ...args], { stdio, shell: process.platform === 'win32' });
    let output = '';
    child.stdout?.on('data', (text) => (output += text));
    child.stderr?.on('data', (text) => (output += text));
    child.on('close', (code) => resolve({ code, output }));
  });
}

function seconds(began) {
  return ((Date.now() - began) / 1000).toFixed(1);
}
