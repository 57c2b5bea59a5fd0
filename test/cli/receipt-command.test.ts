import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { aReceipt, HOST, PLACING } from '../exchange/a-receipt.ts';
import { aFolder, type Folder } from '../support/a-folder.ts';
import { runHomeward, type CommandResult } from '../support/run-homeward.ts';

describe('homeward receipt verify', () => {
  let folder: Folder;
  beforeAll(async () => {
    folder = aFolder();
    const text = await aReceipt();
    mkdirSync(at('keys'));
    const files = {
      'receipt.json': text,
      'forged.json': text.replace('"REDACTED"', '"FULL"'),
      'keys/southvale.json': JSON.stringify(HOST.jwk),
      'keys/westhaven.json': JSON.stringify({ keys: [PLACING.jwk] }),
      'both.jwks': JSON.stringify({ keys: [HOST.jwk, PLACING.jwk] }),
      'one.jwks': JSON.stringify({ keys: [HOST.jwk] }),
    };
    Object.entries(files).forEach(([name, content]) => {
      writeFileSync(at(name), content);
    });
  });
  afterAll(() => {
    folder.remove();
  });

  const at = (name: string): string => path.join(folder.path, name);
  /** With a database that nobody could reach: none is asked. */
  const verify = (file: string, keys: string): Promise<CommandResult> =>
    runHomeward(['receipt', 'verify', at(file), '--keys', at(keys)], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', HOMEWARD_DATA: at('nothing') });

  it.each(['keys', 'both.jwks'])('says what is proven, and by whom, with the keys in %s', async (keys) => {
    const { code, out, err } = await verify('receipt.json', keys);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const lines = out.trim().split('\n');
    expect(lines.filter((line) => line.startsWith('PROVEN'))).toEqual([
      expect.stringMatching(/^PROVEN: the hub southvale signed with its key southvale-2026 that for southvale it sent to westhaven \(hub westhaven\) at 2026-05-05T10:00:00.000Z: INTERVIEW at level REDACTED, /),
      expect.stringMatching(/^PROVEN: the hub westhaven signed with its key westhaven-2026 that for westhaven, .* it accepted it at 2026-05-05T10:00:02.000Z and keeps it as document /),
    ]);
    expect(lines).toContain('  fields: RedactedInterview.at, RedactedInterview.text');
    expect(lines.filter((line) => line.startsWith('NOT PROVEN'))).toHaveLength(4);
    expect(lines.at(-1)).toBe('0 flaws.');
  });

  it('ends with 1 where the file was changed, and proves nothing by what does not fit', async () => {
    const { code, out } = await verify('forged.json', 'keys');
    expect(code).toBe(1);
    expect(out).toContain('NOT PROVEN: that the hub southvale says that');
    expect(out).toContain("FLAW SIGNATURE in the sender's statement");
    expect(out).toContain('NOT PROVEN: that this is the answer to the message above.');
    expect(out).not.toContain('PROVEN: the hub southvale');
  });

  it('ends with 1 where a key is missing', async () => {
    const { code, out } = await verify('receipt.json', 'one.jwks');
    expect(code).toBe(1);
    expect(out).toContain("FLAW KEY_UNKNOWN in the receiver's answer");
  });

  it.each([
    ['no such receipt', 'none.json', 'keys', 'BAD_INPUT: The receipt cannot be read.'],
    ['no such keys', 'receipt.json', 'none.jwks', 'BAD_INPUT: The keys cannot be read'],
    ['a receipt in place of keys', 'receipt.json', 'receipt.json', 'BAD_INPUT: The keys to verify with hold something'],
  ])('ends with 1 and says why: %s', async (...[, file, keys, words]) => {
    const { code, err } = await verify(file, keys);
    expect(code).toBe(1);
    expect(err).toContain(words);
  });
});
