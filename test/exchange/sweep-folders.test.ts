import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { halfName } from '../../src/exchange/half-file.ts';
import { sweepFolders, type SweepingServices } from '../../src/exchange/sweep-folders.ts';
import { aFolder, type Folder } from '../support/a-folder.ts';
import { anExchangingDirectory } from './a-delivering-hub.ts';

const MINUTE = 60_000;
const NOW = Date.parse('2025-11-20T08:00:00Z');
const MARK = Buffer.alloc(32, 5);
const FILE = 'authority-exchange-1.xml';

let outbox: Folder;
let place: string;
let swept: object[];
beforeEach(() => {
  outbox = aFolder();
  place = path.join(outbox.path, 'southvale');
  mkdirSync(place);
  swept = [];
});
afterEach(() => {
  outbox.remove();
});

const sweep = (): Promise<void> => {
  const note = (event: string, fields = {}): void => void swept.push({ event, ...fields });
  const services: SweepingServices = { directory: () => Promise.resolve(anExchangingDirectory()), outbox: outbox.path, mark: MARK, clock: () => NOW, log: { info: note, error: note } };
  return sweepFolders(services);
};
const begun = (minutes: number, mark = MARK): string => halfName(FILE, { mark, at: NOW - minutes * MINUTE });
const lay = (...names: readonly string[]): void => {
  names.forEach((name) => {
    writeFileSync(path.join(place, name), 'Invented words.');
  });
};
const left = (): string[] => readdirSync(place).sort();

it('what a killed worker left half written is taken away, and what may be written yet is not', async () => {
  const fresh = begun(9);
  lay(begun(11), halfName(`${FILE}.jws`, { mark: MARK, at: NOW - 11 * MINUTE }), fresh);
  await sweep();
  expect(left()).toEqual([fresh]);
  expect(swept).toEqual([{ event: 'halves-swept', count: 2 }]);
  await sweep();
  expect(swept).toHaveLength(1);
});

it('nothing is taken away that this hub did not begin, whatever it is called', async () => {
  const own = begun(11);
  const others = [FILE, `.${FILE}.half`, begun(11, Buffer.alloc(32, 6)), own.replace(FILE, 'authority-exchange-2.xml'), own.slice(1), own.replace('.half', ''), own.replace(/[0-9a-f]{32}\.half$/, `${'0'.repeat(32)}.half`)];
  lay(...others);
  await sweep();
  expect(left()).toEqual([...others].sort());
  expect(swept).toEqual([]);
});

it('a link in the place of a half goes, and what it leads to stays; a folder there stays', async () => {
  const beside = path.join(outbox.path, 'beside.txt');
  writeFileSync(beside, 'Invented words of somebody else.');
  symlinkSync(beside, path.join(place, begun(11)));
  const folder = begun(12);
  mkdirSync(path.join(place, folder));
  await sweep();
  expect([left(), existsSync(beside)]).toEqual([[folder], true]);
});

it('folders that are not there are let be, and none but those of the directory is looked through', async () => {
  const other = path.join(outbox.path, 'elsewhere');
  mkdirSync(other);
  writeFileSync(path.join(other, begun(11)), '');
  await sweep();
  expect(readdirSync(other)).toHaveLength(1);
});
