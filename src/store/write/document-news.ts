import type { Database } from '../database.ts';
import { listenTo } from '../listen-to.ts';
import { DOCUMENT_CHANNEL } from './document-store.ts';

/** Calls `heard` whenever a document is received anywhere in the hub, until stopped or until the connection is lost. */
export function onDocument(database: Database, heard: { document(): void; lost(): void }): Promise<() => void> {
  return listenTo(database, [DOCUMENT_CHANNEL], {
    heard: () => {
      heard.document();
    },
    lost: () => {
      heard.lost();
    },
  });
}
