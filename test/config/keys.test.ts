import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readKeys } from '../../src/config/keys.ts';
import { missingSealKey } from '../../src/config/seal-keys.ts';
import { aFolder, type Folder } from '../support/a-folder.ts';

const sealing = JSON.stringify(missingSealKey([]));
const jwk = (use: string, kid: string, fill: number): string =>
  JSON.stringify({ kty: 'oct', use, kid, k: Buffer.alloc(32, fill).toString('base64url') });

describe("the hub's own keys", () => {
  let folder: Folder;
  let keysFolder: string;
  beforeEach(() => {
    folder = aFolder();
    keysFolder = path.join(folder.path, 'data', 'keys');
  });
  afterEach(() => {
    folder.remove();
  });

  const write = (files: Record<string, string>): void => {
    mkdirSync(keysFolder, { recursive: true });
    for (const [name, content] of Object.entries(files)) {
      writeFileSync(path.join(keysFolder, name), content);
    }
  };

  it('are made on the first start, and are the same on the next', () => {
    const first = readKeys({ keysFolder, production: false });
    expect(first.id).toHaveLength(32);
    expect(first.cursor.equals(first.id)).toBe(false);
    expect(readKeys({ keysFolder, production: false })).toEqual(first);
    expect(readKeys({ keysFolder, production: true })).toEqual(first);
  });

  it('are readable by their owner alone, in a folder that is too, beside data that is not', () => {
    readKeys({ keysFolder, production: false });
    const modes = [...readdirSync(keysFolder).map((file) => path.join(keysFolder, file)), keysFolder, path.dirname(keysFolder)].map((file) => statSync(file).mode & 0o777);
    expect(modes).toEqual([0o600, 0o600, 0o600, 0o600, 0o700, 0o755]);
  });

  it('are never made in production, where a missing key is a wrong folder', () => {
    expect(() => readKeys({ keysFolder, production: true })).toThrow('HOMEWARD_KEYS is not a folder the hub can read');
    write({ 'cursor.json': jwk('cursor', 'cursor-1', 1) });
    expect(() => readKeys({ keysFolder, production: true })).toThrow('holds no key with "use": "id"');
    expect(readdirSync(keysFolder)).toEqual(['cursor.json']);
  });

  it('rotate by a later kid', () => {
    write({ 'seal.json': sealing, 'a.json': jwk('id', 'id-1', 1), 'b.json': jwk('cursor', 'cursor-2', 3), 'c.json': jwk('cursor', 'cursor-1', 2) });
    expect(readKeys({ keysFolder, production: true }).cursor[0]).toBe(3);
  });

  it('hold one id key for ever', () => {
    write({ 'a.json': jwk('id', 'id-1', 1), 'b.json': jwk('id', 'id-2', 2), 'c.json': jwk('cursor', 'cursor-1', 2) });
    expect(() => readKeys({ keysFolder, production: true })).toThrow('more than one key with "use": "id"');
  });

  it('leave keys of other uses alone', () => {
    write({ 'a.json': jwk('id', 'id-1', 1), 'b.json': jwk('cursor', 'cursor-1', 2), 'seal.json': sealing, 'c.json': '{"kty":"EC","use":"sig"}', 'notes.txt': 'x' });
    expect(readKeys({ keysFolder, production: true }).id[0]).toBe(1);
  });

  it('sign for delivery once there is a key for it, which a hub of before has not', () => {
    write({ 'a.json': jwk('id', 'id-1', 1), 'b.json': jwk('cursor', 'cursor-1', 2), 'seal.json': sealing });
    expect(readKeys({ keysFolder, production: true }).delivery).toBeNull();
    expect(readKeys({ keysFolder, production: false }).delivery?.current.kid).toBe('delivery-1');
  });

  it.each([
    ['a short key', JSON.stringify({ kty: 'oct', use: 'id', kid: 'id-1', k: 'c2hvcnQ' })],
    ['no kid', JSON.stringify({ kty: 'oct', use: 'id', k: Buffer.alloc(32).toString('base64url') })],
    ['no JSON', 'canary'],
  ])('are refused with %s, which is not repeated', (_fault, content) => {
    write({ 'id.json': content, 'cursor.json': jwk('cursor', 'cursor-1', 2) });
    const reading = (): unknown => readKeys({ keysFolder, production: true });
    expect(reading).toThrow('HOMEWARD_KEYS holds');
    expect(reading).not.toThrow('canary');
  });
});
