import { createHash } from 'node:crypto';
import { asWriter, type Database } from '../store/database.ts';
import { addVersion, latestVersion } from '../store/write/directory-store.ts';
import { listSources } from '../store/write/source-listing-store.ts';
import { parseDirectory, type DirectoryFits, type KnownAdapter } from './parse-directory.ts';

/** Which version is in force after a load, and whether the load made it. */
export interface DirectoryLoad {
  readonly version: number;
  readonly changed: boolean;
}

/** Who loads, when (epoch ms), and which adapters the hub has, where that is to be checked. */
export interface DirectoryLoading {
  readonly by: string;
  readonly now: number;
  readonly adapters?: readonly KnownAdapter[];
  readonly fits?: DirectoryFits;
}

/** Takes a directory file whole, or refuses it whole; a file that says what is in force already makes no new version. */
export async function loadDirectory(database: Database, yamlText: string, { by, now, adapters, fits }: DirectoryLoading): Promise<DirectoryLoad> {
  const body = parseDirectory(yamlText, adapters ?? null, fits);
  const sha256 = createHash('sha256').update(JSON.stringify(body)).digest('hex');
  return asWriter(
    database,
    async (em) => {
      const latest = await latestVersion(em);
      if (latest?.sha256 === sha256) {
        return { version: latest.version, changed: false };
      }
      const version = (latest?.version ?? 0) + 1;
      await addVersion(em, { version, loadedAt: new Date(now), loadedBy: by, sha256, body });
      const listed = body.systems.map(({ id, agency, adapter, silentAfterHours }) => ({ agency, system: id, adapter, expectedEveryHours: silentAfterHours }));
      await listSources(em, listed, new Date(now));
      return { version, changed: true };
    },
    { serial: true },
  );
}
