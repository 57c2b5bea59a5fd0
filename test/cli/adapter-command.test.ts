import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { checkAdapter } from '../../src/ingest/conformance/check-adapter.ts';
import { CHECKS } from '../../src/ingest/conformance/checks.ts';
import { subjects } from '../adapters/read-sample.ts';
import { aFolder, type Folder } from '../support/a-folder.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

interface Said {
  readonly out: string;
  readonly err: string;
  readonly code: number;
}

/** The project with an adapters folder of its own: everything else is this one's. */
let copy: Folder;
beforeAll(() => {
  copy = aFolder();
  ['src', 'node_modules', 'templates', 'package.json', 'tsconfig.json'].forEach((name) => {
    symlinkSync(path.join(ROOT, name), path.join(copy.path, name));
  });
  mkdirSync(path.join(copy.path, 'adapters'));
});
afterAll(() => {
  copy.remove();
});

/** Runs `homeward` of the copy, in a process of its own. */
function homeward(...words: readonly string[]): Promise<Said> {
  const hooks = path.join(ROOT, 'test/support/typescript-hooks.mjs');
  const switches = ['--preserve-symlinks', '--preserve-symlinks-main', '--import', hooks, path.join(copy.path, 'src/main.ts')];
  return new Promise((resolve) => {
    execFile(process.execPath, [...switches, ...words], { env: {} }, (error, out, err) => {
      resolve({ out, err, code: typeof error?.code === 'number' ? error.code : Number(error !== null) });
    });
  });
}

const MADE = [
  ['our-tables', 'csv', []],
  ['our-messages', 'xml', []],
  ['our-answers', 'json', []],
  ['our-sets', 'csv', ['--set']],
] as const;

describe('a new adapter', () => {
  it.each(MADE)('%s (%s) passes every check as it stands', async (id, syntax, more) => {
    const made = await homeward('adapter', 'new', id, '--syntax', syntax, ...more);
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(made.out).toContain(`npx homeward adapter check ${id}`);
    const subject = (await subjects(path.join(copy.path, 'adapters'))).find(({ adapter }) => adapter.manifest.id === id);
    // Memory takes its time, and depends on the template's own code alone.
    const checks = CHECKS.map(({ name }) => name).filter((name) => name !== 'memory');
    const results = subject === undefined ? [] : await checkAdapter(subject, checks);
    expect(results.map(({ name, state, findings }) => [name, state, findings])).toEqual(checks.map((name) => [name, 'PASSED', []]));
  }, 120_000);

  it('fits the types of the project', () => {
    const { config } = ts.readConfigFile(path.join(ROOT, 'tsconfig.json'), (file) => readFileSync(file, 'utf8')) as { config: { compilerOptions: object } };
    const { options } = ts.convertCompilerOptionsFromJson({ ...config.compilerOptions, noEmit: true, rootDir: undefined, outDir: undefined, sourceMap: false, types: ['node'], typeRoots: [path.join(ROOT, 'node_modules/@types')] }, ROOT);
    const doors = MADE.map(([id]) => path.join(copy.path, 'adapters', id, 'adapter.ts'));
    const program = ts.createProgram(doors, options);
    const found = ts.getPreEmitDiagnostics(program).filter(({ file }) => file?.fileName.includes('/adapters/our-') === true);
    expect(found.map(({ messageText, file }) => [path.basename(file?.fileName ?? ''), ts.flattenDiagnosticMessageText(messageText, ' ')])).toEqual([]);
  }, 120_000);

  it('is found by its folder alone', async () => {
    const { out } = await homeward('adapter', 'list');
    expect(out.trim().split('\n').map((line) => line.split(' ')[0]).sort()).toEqual(MADE.map(([id]) => id).sort());
  }, 60_000);

  it('never takes the place of one that is there, and has a name that is one', async () => {
    expect(await homeward('adapter', 'new', 'our-tables')).toMatchObject({ code: 1, err: expect.stringContaining('already') as string });
    for (const id of ['../escape', 'Our', 'a'.repeat(41), 'our_system']) {
      expect(await homeward('adapter', 'new', id)).toMatchObject({ code: 1, err: expect.stringContaining('small letters') as string });
    }
    expect(existsSync(path.join(copy.path, 'escape'))).toBe(false);
  }, 60_000);
});

describe('a new adapter of tables', () => {
  it('names the line an editor shows after a note of two lines, and takes columns whatever their capitals', async () => {
    const found = (await subjects(path.join(copy.path, 'adapters'))).find(({ adapter }) => adapter.manifest.id === 'our-tables');
    const rows = ['Child_Id,Episode_Id,Missing_From,Changed_At,Notes', '007890,EP-0001,2026-03-01 21:30,2026-03-01 22:15,"Left', 'through the garden."', ',EP-0002,2026-03-02 21:30,2026-03-02 22:15,'];
    const text = rows.map((row) => `${row}\r\n`).join('');
    const parsed = found?.adapter.parse({ text, files: [{ name: '', text }], agency: 'northmere', settings: null, extracted: null, fileName: null });
    expect(parsed?.records.map(({ place }) => place)).toEqual(['line 3']);
    expect(parsed?.refusals).toMatchObject([{ code: 'RECORD_KEY_MISSING', place: 'line 4' }]);
    expect(parsed?.warnings).toEqual([]);
  });

  it('shows the birthday of a child whose row is refused, in each form it is read in', async () => {
    const found = (await subjects(path.join(copy.path, 'adapters'))).find(({ adapter }) => adapter.manifest.id === 'our-tables');
    const record = { CHILD_ID: '007890', EPISODE_ID: 'EP-0001', MISSING_FROM: 'nobody knows', CHANGED_AT: '2026-03-01 22:15', DATE_OF_BIRTH: '06/05/2011' };
    const document = { text: '', files: [], agency: 'northmere', settings: null, extracted: null, fileName: null };
    expect(found?.adapter.map({ place: 'line 2', record }, document).refusals).toMatchObject([{ readable: { dateOfBirth: '06/05/2011' } }]);
  });
});

describe('homeward adapter check', () => {
  it('says what to mend, and ends with 1', async () => {
    const folder = path.join(copy.path, 'adapters', 'broken-one');
    cpSync(path.join(copy.path, 'adapters', 'our-tables'), folder, { recursive: true });
    const door = path.join(folder, 'adapter.ts');
    writeFileSync(door, readFileSync(door, 'utf8').replace(/our-tables/g, 'broken-one'));
    const fields = path.join(folder, 'fields.ts');
    writeFileSync(fields, readFileSync(fields, 'utf8').replace(/.*'NOTES'.*\n/, ''));
    const { out, code } = await homeward('adapter', 'check', 'broken-one', '--only', 'fields');
    expect(code).toBe(1);
    expect(out).toContain('NOTES is in no list. Add it to fields.ts');
    const told = JSON.parse((await homeward('adapter', 'check', 'broken-one', '--only', 'fields', '--json')).out) as { results: { state: string }[] };
    expect(told.results).toMatchObject([{ name: 'fields', state: 'FAILED' }]);
  }, 60_000);

  it('says so where there is no such adapter', async () => {
    expect(await homeward('adapter', 'check', 'nobody')).toMatchObject({ code: 1, err: expect.stringContaining('ADAPTER_UNKNOWN') as string });
  }, 60_000);
});
