import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { aFolder, type Folder } from '../support/a-folder.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');
const CRUISER = path.join(PROJECT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
const RULES = '.dependency-cruiser.cjs';

/** Who may not import what, by the rule that must say so. */
const PLANTED: readonly (readonly [rule: string, from: string, imported: string])[] = [
  ['downhill-from-domain', 'src/domain/uphill.ts', '../policy/room.ts'],
  ['downhill-from-policy', 'src/policy/uphill.ts', '../gate/room.ts'],
  ['downhill-from-store', 'src/store/uphill.ts', '../gate/room.ts'],
  ['downhill-from-gate-directory', 'src/gate/uphill.ts', '../actions/room.ts'],
  ['downhill-from-gate-directory', 'src/directory/uphill.ts', '../ingest/room.ts'],
  ['downhill-from-actions-ingest-exchange', 'src/ingest/uphill.ts', '../http/room.ts'],
  ['downhill-from-api-web-http-cli-auth', 'src/http/uphill.ts', '../compose.ts'],
  ['no-cycles', 'src/domain/one.ts', './other.ts'],
  ['no-orphans', 'src/web/orphan.ts', ''],
  ['domain-is-pure', 'src/domain/reads-files.ts', 'node:fs'],
  ['domain-is-pure', 'src/domain/asks-database.ts', 'pg'],
  ['policy-knows-domain-and-casl', 'src/policy/reads-files.ts', 'node:fs'],
  ['servants-know-no-room', 'src/logging/looks-in.ts', '../store/room.ts'],
  ['work-rooms-meet-in-tables', 'src/actions/calls.ts', '../ingest/room.ts'],
  ['work-rooms-meet-in-tables', 'src/ingest/sends.ts', '../exchange/room.ts'],
  ['the-render-contract-knows-domain-alone', 'src/exchange/render-contract-reads.ts', '../ingest/room.ts'],
  ['actions-render-nothing', 'src/actions/renders.ts', '../exchange/render-contract.ts'],
  ['the-faces-never-touch-the-store', 'src/api/reads.ts', '../store/room.ts'],
  ['the-faces-never-touch-the-store', 'src/web/reads.ts', '../store/room.ts'],
  ['adapters-speak-only-the-contract', 'adapters/one/reads.ts', '../../src/store/room.ts'],
  ['adapters-are-strangers-to-each-other', 'adapters/one/borrows.ts', '../other/adapter.ts'],
  ['only-compose-knows-adapters', 'src/ingest/knows.ts', '../../adapters/other/adapter.ts'],
  ['the-database-stays-in-store-and-gate', 'src/http/asks.ts', 'pg'],
  ['the-database-stays-in-store-and-gate', 'src/actions/asks.ts', '@mikro-orm/core'],
  ['the-database-stays-in-store-and-gate', 'src/ingest/asks.ts', 'kysely'],
  ['graphql-stays-in-api', 'src/gate/speaks.ts', 'graphql'],
  ['source-never-imports-tests', 'src/store/borrows.ts', '../../test/support/room.ts'],
];
/** What the planted files import; nothing here breaks a rule by itself. */
const ROOMS = [
  ...['domain', 'policy', 'store', 'gate', 'directory', 'actions', 'ingest', 'exchange', 'http', 'logging'].map((room) => `src/${room}/room.ts`),
  'src/compose.ts',
  'src/exchange/render-contract.ts',
  'adapters/other/adapter.ts',
  'test/support/room.ts',
];

let folder: Folder;
beforeAll(() => {
  folder = aFolder();
  [RULES, 'tsconfig.json', 'package.json'].forEach((file) => {
    copyFileSync(path.join(PROJECT, file), path.join(folder.path, file));
  });
  symlinkSync(path.join(PROJECT, 'node_modules'), path.join(folder.path, 'node_modules'), 'junction');
  ROOMS.forEach((file) => {
    write(file, 'export const room = 1;\n');
  });
  PLANTED.forEach(([, file, imported]) => {
    write(file, imported === '' ? 'export const alone = 1;\n' : `import * as other from '${imported}';\nexport const used = other;\n`);
  });
  write('src/domain/other.ts', `import * as one from './one.ts';\nexport const used = one;\n`);
});
afterAll(() => {
  folder.remove();
});

function write(file: string, text: string): void {
  const place = path.join(folder.path, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, text);
}

interface Report {
  readonly summary: { readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[] };
}

/** What the rules say of the planted tree, as `rule: file`. */
async function violations(): Promise<string[]> {
  const words = [CRUISER, '--config', RULES, '--output-type', 'json', 'src', 'adapters'];
  // It ends with the number of violations as its exit code, so that only its words count.
  const report = await new Promise<string>((resolve) => {
    execFile(process.execPath, words, { cwd: folder.path, maxBuffer: 50_000_000 }, (_error, out) => {
      resolve(out);
    });
  });
  return (JSON.parse(report) as Report).summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`);
}

describe('the import rules', () => {
  it('report every planted breach', async () => {
    const planted = PLANTED.map(([rule, file]) => `${rule}: ${file}`);
    expect(await violations()).toEqual(expect.arrayContaining(planted));
  });

  it('have each been tried here', () => {
    const { forbidden } = createRequire(import.meta.url)(path.join(PROJECT, RULES)) as { forbidden: readonly { name: string; severity: string }[] };
    expect(forbidden.map(({ severity }) => severity)).toEqual(forbidden.map(() => 'error'));
    // Nothing lies above the topmost rooms but the start of the process, which is tried too.
    expect([...new Set(PLANTED.map(([rule]) => rule))].sort()).toEqual(forbidden.map(({ name }) => name).sort());
  });
});
