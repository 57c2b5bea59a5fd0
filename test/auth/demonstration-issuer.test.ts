import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type DemonstrationIssuer, openDemonstrationIssuer } from '../../src/auth/demonstration-issuer.ts';
import { DEMONSTRATION_ISSUER } from '../../src/auth/issuer-settings.ts';
import { openIssuers } from '../../src/auth/open-issuers.ts';
import { verifyToken } from '../../src/auth/verify-token.ts';
import { demonstrationDirectory } from '../../src/cli/demonstration/demonstration-directory.ts';
import { buildDirectory } from '../../src/directory/build-directory.ts';
import { parseDirectory } from '../../src/directory/parse-directory.ts';
import { createLog } from '../../src/logging/log.ts';
import { aDirectoryFile } from '../directory/a-directory-file.ts';
import { NOW } from './a-token.ts';

const log = createLog({ level: 'silent' });
let folder: string;
beforeEach(async () => {
  folder = path.join(await mkdtemp(path.join(os.tmpdir(), 'homeward-demonstration-')), 'keys');
});
afterEach(async () => {
  await rm(path.dirname(folder), { recursive: true });
});

const open = ({ production = false, file = demonstrationDirectory } = {}): Promise<DemonstrationIssuer> =>
  openDemonstrationIssuer({ production, folder, directory: { current: () => buildDirectory(parseDirectory(file), 1) } });

describe('the demonstration issuer', () => {
  it('signs for every persona a token that the hub believes', async () => {
    const demonstration = await open();
    const issuers = await openIssuers({ settings: [], demonstration, log });

    for (const { id } of demonstration.personas()) {
      expect(await verifyToken(demonstration.demonstrationToken(id, NOW), issuers, NOW)).toMatchObject({ iss: DEMONSTRATION_ISSUER, sub: id });
    }
  });

  it('vouches for every person of the demonstration directory and names their roles', async () => {
    const personas = (await open()).personas();

    expect(personas.map(({ id }) => id)).toEqual([...buildDirectory(parseDirectory(demonstrationDirectory), 1).people.keys()]);
    expect(personas.find(({ id }) => id === 'both-coordinator')?.roles.map(({ agency }) => agency)).toEqual(['northmere', 'southvale']);
  });

  it('vouches for nobody of another issuer', async () => {
    const demonstration = await open({ file: aDirectoryFile() });

    expect(demonstration.personas()).toEqual([]);
    expect(() => demonstration.demonstrationToken('nia', NOW)).toThrow('No persona');
  });

  it('signs nothing that outlives a shift', async () => {
    const demonstration = await open();
    const issuers = await openIssuers({ settings: [], demonstration, log });
    const token = demonstration.demonstrationToken('northmere-coordinator', NOW);

    expect(await verifyToken(token, issuers, NOW + 12 * 3_600_000)).toBe('NOT_NOW');
  });

  it('keeps its key for the next start, readable by its owner alone', async () => {
    const token = (await open()).demonstrationToken('northmere-coordinator', NOW);
    const issuers = await openIssuers({ settings: [], demonstration: await open(), log });

    expect(await verifyToken(token, issuers, NOW)).toMatchObject({ sub: 'northmere-coordinator' });
    expect((await stat(path.join(folder, 'demonstration-issuer.pem'))).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it('has one key however many processes start at once, and leaves nothing else behind', async () => {
    const opened = await Promise.all(Array.from({ length: 8 }, () => open()));
    const issuers = await openIssuers({ settings: [], demonstration: opened[0] ?? null, log });

    for (const each of opened) {
      expect(await verifyToken(each.demonstrationToken('northmere-coordinator', NOW), issuers, NOW)).toMatchObject({ sub: 'northmere-coordinator' });
    }
    expect(await readdir(folder)).toEqual(['demonstration-issuer.pem']);
  });

  it('does not exist in production: it makes no key, and its tokens are of no known issuer', async () => {
    await expect(open({ production: true })).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
    expect(await readdir(path.dirname(folder))).toEqual([]);

    const token = (await open()).demonstrationToken('northmere-coordinator', NOW);
    expect(await verifyToken(token, await openIssuers({ settings: [], demonstration: null, log }), NOW)).toBe('ISSUER_UNKNOWN');
  });
});
