import { execFileSync } from 'node:child_process';
import { appendFileSync, copyFileSync, mkdirSync, realpathSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { aFolder, type Folder } from '../support/a-folder.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const OPTIONS = { incremental: true, tsBuildInfoFile: 'dist/.tsbuildinfo', outDir: 'dist', rootDir: '.', module: 'nodenext', target: 'es2022', allowImportingTsExtensions: true, rewriteRelativeImportExtensions: true, skipLibCheck: true, types: [] };

/** A project of one adapter and one command, built by the hub's own script. */
let project: Folder;
beforeEach(() => {
  project = aFolder();
  ['.scripts', 'src', 'adapters/ours', 'node_modules'].forEach((name) => mkdirSync(at(name), { recursive: true }));
  ['.scripts/build.mjs', '.scripts/install.mjs'].forEach((script) => { copyFileSync(path.join(ROOT, script), at(script)); });
  symlinkSync(path.join(ROOT, 'node_modules/typescript'), at('node_modules/typescript'));
  writeFileSync(at('package.json'), '{"type":"module"}');
  // All that the lockfile names is installed.
  ['package-lock.json', 'node_modules/.package-lock.json'].forEach((lockfile) => { writeFileSync(at(lockfile), '{"packages":{}}'); });
  writeFileSync(at('tsconfig.build.json'), JSON.stringify({ compilerOptions: OPTIONS, include: ['src', 'adapters'] }));
  writeFileSync(at('src/main.ts'), '#!/usr/bin/env node\nexport const said = "ours";\n');
  writeFileSync(at('adapters/ours/adapter.ts'), "export { map } from './map.ts';\n");
  writeFileSync(at('adapters/ours/map.ts'), 'export const map = 1;\n');
});
afterEach(() => {
  project.remove();
});

function at(name: string): string {
  return path.join(project.path, name);
}

function build(): void {
  execFileSync(process.execPath, [at('.scripts/build.mjs')]);
}

describe('npm run build', () => {
  it('leaves an adapter newer than its sources when only one of them changed, and where none did', () => {
    build();
    const door = at('dist/adapters/ours/adapter.js');
    const long = new Date(Date.now() - 3_600_000);
    utimesSync(door, long, long);
    appendFileSync(at('adapters/ours/map.ts'), 'export const more = 2;\n');
    build();
    expect(statSync(door).mtimeMs).toBeGreaterThanOrEqual(Math.floor(statSync(at('adapters/ours/map.ts')).mtimeMs));
    utimesSync(door, long, long);
    build();
    expect(statSync(door).mtimeMs).toBeGreaterThanOrEqual(Math.floor(statSync(at('adapters/ours/map.ts')).mtimeMs));
  }, 120_000);

  (process.platform === 'win32' ? it.skip : it)('links the command where npx looks first, also after an install has taken the link away', () => {
    const link = at('node_modules/.bin/homeward');
    build();
    expect(realpathSync(link)).toBe(realpathSync(at('dist/src/main.js')));
    rmSync(at('node_modules/.bin'), { recursive: true });
    build();
    expect(statSync(link).mode & 0o111).not.toBe(0);
  }, 120_000);
});
