import type { Database } from '../database.ts';
import { DOCUMENT_CHANNEL } from './document-store.ts';

/** Calls `heard` whenever a document is received anywhere in the hub, until stopped or until the connection is lost. */
export async function onDocument(database: Database, heard: { document(): void; lost(): void }): Promise<() => void> {
  const client = await database.pool.connect();
  client.on('notification', () => {
    heard.document();
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
      heard.lost();
    }
  });
  await client.query(`listen ${DOCUMENT_CHANNEL}`).catch((error: unknown) => {
    release();
    throw error;
  });
  return release;
}
