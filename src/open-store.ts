import type { HubParts } from './hub.ts';
import { openDatabase, type Database } from './store/database.ts';
import { startEngine } from './store/engine/start-engine.ts';

/** The open database, and how its owner gets in. */
export interface OpenStore {
  readonly database: Database;
  /** Null where this process was not told. */
  readonly ownerUrl: string | null;
  readonly closeDatabase: () => Promise<void>;
}

/** Opens the database that is named, or the embedded one: started here, or adopted where another process runs it. */
export async function openStore({ config, log }: Pick<HubParts, 'config' | 'log'>): Promise<OpenStore> {
  if (config.databaseUrl !== null) {
    const database = await openDatabase({ hub: config.databaseUrl, owner: config.databaseOwnerUrl });
    return { database, ownerUrl: config.databaseOwnerUrl, closeDatabase: () => database.close() };
  }
  const engine = await startEngine({ home: config.dataFolder, mayMove: !config.dataFolderChosen });
  log.debug('engine-started', { pid: engine.pid });
  if (engine.moved) {
    log.warn('engine-moved');
  }
  try {
    const database = await openDatabase({ hub: engine.url('hub'), owner: engine.url('owner') });
    return {
      database,
      ownerUrl: engine.url('owner'),
      closeDatabase: async () => {
        await database.close();
        await engine.stop();
      },
    };
  } catch (error) {
    await engine.stop();
    throw error;
  }
}
