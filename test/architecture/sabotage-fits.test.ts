import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PATCHES } from '../sabotage/patches.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');

it('each line that sabotage takes out stands once in its file, so that none is passed over for a line that was reworded', () => {
  const misfits = PATCHES.filter(({ file, find }) => readFileSync(path.join(ROOT, file), 'utf8').split(find).length !== 2);
  expect(misfits.map(({ name, file }) => `${name}: ${file}`)).toEqual([]);
});
