import type { Database } from './database.ts';

/** Who hears what is told on a channel of the database. */
export interface Listener {
  heard(told: { readonly channel: string; readonly payload: string }): void;
  /** The connection is gone: whatever is told from now on is not heard. */
  lost(): void;
}

/** Hears what is told on these channels, on a connection of its own, until stopped or until the connection is lost. */
export async function listenTo(database: Database, channels: readonly string[], listener: Listener): Promise<() => void> {
  const client = await database.pool.connect();
  client.on('notification', ({ channel, payload = '' }) => {
    listener.heard({ channel, payload });
  });
  let over = false;
  const release = (): void => {
    if (!over) {
      over = true;
      client.release(true);
    }
  };
  client.once('end', () => {
    if (!over) {
      release();
      listener.lost();
    }
  });
  await client.query(channels.map((channel) => `listen ${channel}`).join('; ')).catch((error: unknown) => {
    release();
    throw error;
  });
  return release;
}
