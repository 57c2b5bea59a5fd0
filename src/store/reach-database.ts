import path from 'node:path';
import { type Database, openDatabase } from './database.ts';
import { startEngine } from './engine/start-engine.ts';

/** What the configuration says of the database; without a URL the hub brings its own. */
export interface DatabaseSettings {
  readonly databaseUrl: string | null;
  readonly databaseOwnerUrl: string | null;
  readonly dataFolder: string;
  readonly dataFolderChosen: boolean;
}

/** Opens the given database, or the embedded one, which stops with the last process that closes it. */
export async function reachDatabase(settings: DatabaseSettings): Promise<Database> {
  if (settings.databaseUrl !== null) {
    return openDatabase({ hub: settings.databaseUrl, owner: settings.databaseOwnerUrl });
  }
  const engine = await startEngine({ home: path.join(settings.dataFolder, 'engine'), mayMove: !settings.dataFolderChosen });
  try {
    const database = await openDatabase({ hub: engine.url('hub'), owner: engine.url('owner') });
    return {
      ...database,
      async close() {
        await database.close();
        await engine.stop();
      },
    };
  } catch (error) {
    await engine.stop();
    throw error;
  }
}
