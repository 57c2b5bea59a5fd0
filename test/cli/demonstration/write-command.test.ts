import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { createProgram } from '../../../src/cli/program.ts';
import { openSenderKeys } from '../../../src/cli/demonstration/sender-keys.ts';
import type { CliProcess } from '../../../src/cli/hub.ts';
import { demonstrationDocuments } from '../../../src/cli/demonstration/documents.ts';
import { buildDirectory } from '../../../src/directory/build-directory.ts';
import { parseDirectory } from '../../../src/directory/parse-directory.ts';
import { checkSignature } from '../../../src/ingest/check-signature.ts';
import { signatureBeside } from '../../../src/ingest/signature-beside.ts';
import { NOW } from '../../ingest/an-ingest.ts';
import { aFolder } from '../../support/a-folder.ts';

const folder = aFolder();
afterAll(() => {
  folder.remove();
});

async function write(...words: string[]): Promise<string[]> {
  const printed: string[] = [];
  const refuse = () => Promise.reject(new Error('the command needs no hub'));
  const process: CliProcess = { open: refuse, serve: refuse, adapters: { root: '', doorOf: () => '', find: refuse }, senderKeys: () => openSenderKeys({ production: false, folder: path.join(folder.path, 'keys') }), published: () => ({ schema: '', manifest: '', broken: () => [] }), now: () => NOW, print: (line) => printed.push(line), fail: () => undefined };
  await createProgram(process, '').parseAsync(['node', 'homeward', 'demonstration', 'write', ...words]);
  return printed;
}

it('writes every document where the manifest says, in the order in which they came', async () => {
  const out = path.join(folder.path, 'files');
  await write('--out', out, '--children', '12', '--seed', 'written');
  const expected = demonstrationDocuments(NOW, { children: 12, seed: 'written' });
  // What the command itself wrote.
  const { documents } = JSON.parse(readFileSync(path.join(out, 'manifest.json'), 'utf8')) as { documents: { path: string; system: string; extracted?: string }[] };
  expect(documents.map(({ system, extracted }) => [system, extracted ?? null])).toEqual(expected.map(({ system, extracted }) => [system, extracted]));
  for (const [place, { files, isSet }] of expected.entries()) {
    const at = path.join(out, documents[place]?.path ?? '');
    expect(statSync(at).isDirectory()).toBe(isSet);
    expect(files.map(({ name }) => readFileSync(isSet ? path.join(at, name) : at, 'utf8'))).toEqual(files.map(({ text }) => text));
  }
});

it('writes nothing into a folder that holds something already', async () => {
  const out = path.join(folder.path, 'full');
  mkdirSync(path.join(out, 'of something'), { recursive: true });
  await expect(write('--out', out, '--children', '1')).rejects.toMatchObject({ code: 'BAD_INPUT' });
  expect(existsSync(path.join(out, 'manifest.json'))).toBe(false);
});

it('lays beside each signed message a signature that the hub which wrote it takes, and the directory that says so', async () => {
  const out = path.join(folder.path, 'signed');
  await write('--out', out, '--children', '12', '--seed', 'written');
  const { systems } = buildDirectory(parseDirectory(readFileSync(path.join(out, 'directory.yml'), 'utf8')), 1);
  const { documents } = JSON.parse(readFileSync(path.join(out, 'manifest.json'), 'utf8')) as { documents: { path: string; system: string; adapter: string }[] };
  for (const { path: at, system, adapter } of documents) {
    const signature = await signatureBeside(path.join(out, at));
    expect(signature !== null).toBe(adapter === 'authority-exchange');
    if (signature !== null) {
      expect(await checkSignature(systems.get(system) ?? { keys: [] }, readFileSync(path.join(out, at)), signature)).toBe(signature);
    }
  }
});
