import { createHash } from 'node:crypto';
import { addDocument, type DocumentState } from '../store/write/document-store.ts';
import type { IngestServices } from './ingest-services.ts';
import { openDelivery, type Delivery } from './open-delivery.ts';

/** Under which id the document can be looked up, and whether the hub had it before. */
export interface Receipt {
  readonly document: string;
  readonly state: DocumentState;
  readonly already: boolean;
}

/**
 * Stores a document's bytes as they came. Once this answers, the document is safe: it is read later, and what is wrong
 * in it is quarantined, never lost.
 */
export async function receive(services: IngestServices, delivery: Delivery): Promise<Receipt> {
  const document = await openDelivery(services, delivery);
  const { agency, system, adapter, bytes } = document;
  const { id, state, already } = await addDocument(services.database, document, { sha256: sha256Of(bytes), by: delivery.receivedBy });
  services.log.info('document-received', { document: id, agency, system, adapter, bytes: bytes.length });
  return { document: id, state, already };
}

/** By which the same bytes are known again. */
export function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
