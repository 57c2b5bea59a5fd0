import { createHash } from 'node:crypto';
import { HubError } from '../domain/errors.ts';
import { addDocuments, type ArrivedDocument, type DocumentState } from '../store/write/document-store.ts';
import type { IngestServices } from './ingest-services.ts';
import { openDelivery, orUnsigned, type Delivery } from './open-delivery.ts';

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
  const [receipt] = await keep(services, [await arrived(services, delivery)]);
  if (receipt === undefined) {
    throw new HubError('INTERNAL', 'A document was neither stored nor known.');
  }
  return receipt;
}

/** Stores several at once, to be read in this order. One that lacks its signature keeps no other out; any other fault refuses them all. */
export async function receiveTogether(services: IngestServices, deliveries: readonly Delivery[]): Promise<(Receipt | HubError)[]> {
  const checked = await Promise.all(deliveries.map((delivery) => orUnsigned(arrived(services, delivery))));
  const documents = checked.flatMap((document) => (document instanceof HubError ? [] : document));
  // What came in one instant is read in the order of ids.
  const ids = documents.map(({ id }) => id).sort();
  const receipts = documents.length === 0 ? [] : await keep(services, documents.map((document, place) => ({ ...document, id: ids[place] ?? document.id })));
  return checked.flatMap((document) => (document instanceof HubError ? document : (receipts[documents.indexOf(document)] ?? [])));
}

async function arrived(services: IngestServices, delivery: Delivery): Promise<ArrivedDocument> {
  const document = await openDelivery(services, delivery);
  return { ...document, sha256: sha256Of(document.bytes), receivedBy: delivery.receivedBy };
}

async function keep(services: IngestServices, documents: readonly ArrivedDocument[]): Promise<Receipt[]> {
  const kept = await addDocuments(services.database, documents);
  return kept.map(({ id, state, already }, place) => {
    const { agency = '', system = '', adapter = '', bytes } = documents[place] ?? {};
    services.log.info('document-received', { document: id, agency, system, adapter, bytes: bytes?.length ?? 0 });
    return { document: id, state, already };
  });
}

/** By which the same bytes are known again. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
