import { createHash, randomUUID } from 'node:crypto';
import { HubError } from '../domain/errors.ts';
import { addDocument, type DocumentState } from '../store/write/document-store.ts';
import type { SourceSystem } from '../directory/directory.ts';
import type { AdapterManifest } from './adapter-contract.ts';
import { checkSignature } from './check-signature.ts';
import { readExtracted } from './extracted-time.ts';
import type { IngestServices } from './ingest-services.ts';

/** A document at the door: what it claims to be and who sends it. */
export interface Delivery {
  readonly adapter: string;
  readonly agency: string;
  readonly system: string;
  readonly extracted: string | null;
  readonly fileName: string | null;
  readonly bytes: Uint8Array;
  /** Detached JWS over the bytes, as it came; null where none did. */
  readonly signature: string | null;
  readonly receivedBy: string;
  readonly now: number;
}

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
  const { manifest, source } = knownSource(services, delivery);
  if (delivery.bytes.length > services.maxDocumentBytes) {
    throw new HubError('DOCUMENT_TOO_LARGE', `The document is larger than ${String(services.maxDocumentBytes)} bytes.`);
  }
  const { agency, system, adapter, fileName, now } = delivery;
  // A view: a document may be large, and nobody changes it.
  const bytes = Buffer.from(delivery.bytes.buffer, delivery.bytes.byteOffset, delivery.bytes.byteLength);
  const document = {
    id: randomUUID(),
    agency,
    system,
    adapter,
    extracted: readExtracted(manifest, delivery.extracted, now),
    fileName,
    receivedAt: new Date(now).toISOString(),
    bytes,
    signature: manifest.signed === true ? await checkSignature(source, bytes, delivery.signature) : null,
  };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { id, state, already } = await addDocument(services.database, document, { sha256, by: delivery.receivedBy });
  services.log.info('document-received', { document: id, agency, system, adapter, bytes: bytes.length });
  return { document: id, state, already };
}

/** The sending system, if the directory lets it use the adapter of this name. */
function knownSource({ adapters, directory }: IngestServices, { adapter, agency, system }: Delivery): { manifest: AdapterManifest; source: SourceSystem } {
  const known = adapters.get(adapter);
  if (known === undefined) {
    throw new HubError('ADAPTER_UNKNOWN', `There is no such adapter. The hub has: ${[...adapters.keys()].sort().join(', ')}.`);
  }
  const source = directory().systems.get(system);
  if (source?.agency !== agency || source.adapter !== adapter) {
    throw new HubError('SOURCE_UNKNOWN', 'The source system is not in the directory, or does not use this adapter.');
  }
  return { manifest: known.manifest, source };
}
