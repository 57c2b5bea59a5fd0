import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { demonstrationDirectoryWith } from '../../../src/cli/demonstration/demonstration-directory.ts';
import { openSenderKeys, type SenderKeys } from '../../../src/cli/demonstration/sender-keys.ts';
import { buildDirectory } from '../../../src/directory/build-directory.ts';
import { parseDirectory } from '../../../src/directory/parse-directory.ts';
import { checkSignature } from '../../../src/ingest/check-signature.ts';
import { aFolder, type Folder } from '../../support/a-folder.ts';

const BYTES = Buffer.from('<AuthorityExchange/>');
let folder: Folder;
beforeEach(() => {
  folder = aFolder();
});
afterEach(() => {
  folder.remove();
});

const open = (at = folder.path): Promise<SenderKeys> => openSenderKeys({ production: false, folder: at });
const systemsOf = ({ published }: SenderKeys) => buildDirectory(parseDirectory(demonstrationDirectoryWith(published)), 1).systems;

describe('the keys of the invented hubs', () => {
  it('are found again by a later start, and sign the same bytes the same', async () => {
    const [first, later] = [await open(), await open()];
    expect(later.published).toEqual(first.published);
    expect(await later.signatureOf('northmere-hub', BYTES)).toBe(await first.signatureOf('northmere-hub', BYTES));
  });

  it('sign for their own system alone, and nothing for one that signs nothing', async () => {
    const keys = await open();
    const systems = systemsOf(keys);
    const signature = await keys.signatureOf('northmere-hub', BYTES);
    expect(await checkSignature(systems.get('northmere-hub') ?? { keys: [] }, BYTES, signature)).toBe(signature);
    await expect(checkSignature(systems.get('southvale-hub') ?? { keys: [] }, BYTES, signature)).rejects.toMatchObject({ code: 'SIGNATURE_INVALID' });
    expect(await keys.signatureOf('mereshire-compact', BYTES)).toBeNull();
  });

  it('are known where the directory names their very halves', async () => {
    const keys = await open();
    const own = systemsOf(keys);
    const others = systemsOf(await open(path.join(folder.path, 'elsewhere')));
    expect(['northmere-hub', 'mereshire-compact', 'nowhere'].map((id) => keys.areKnown(own.get(id)))).toEqual([true, true, false]);
    expect(keys.areKnown(others.get('northmere-hub'))).toBe(false);
  });

  it('publish no private half, and keep it from other users of the machine', async () => {
    const { published } = await open();
    expect([...published.values()].flatMap((key) => Object.keys(key))).not.toContain('d');
    expect(published.size).toBe(3);
    expect(readdirSync(folder.path).map((file) => statSync(path.join(folder.path, file)).mode & 0o077)).toEqual([0, 0, 0]);
  });

  it('are not there in production', async () => {
    await expect(openSenderKeys({ production: true, folder: folder.path })).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
    expect(readdirSync(folder.path)).toEqual([]);
  });
});
