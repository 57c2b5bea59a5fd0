import { randomUUID } from 'node:crypto';
import type { SourceSystem } from '../directory/directory.ts';
import { HubError } from '../domain/errors.ts';
import type { SourceDocument } from '../store/write/document-store.ts';
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

/** The document of a delivery, under an id of its own; or a refusal, before anything of it is stored or read. */
export async function openDelivery(services: IngestServices, delivery: Delivery): Promise<SourceDocument> {
  const { manifest, source } = knownSource(services, delivery);
  if (delivery.bytes.length > services.maxDocumentBytes) {
    throw new HubError('DOCUMENT_TOO_LARGE', `The document is larger than ${String(services.maxDocumentBytes)} bytes.`);
  }
  const { agency, system, adapter, fileName, now } = delivery;
  // A view: a document may be large, and nobody changes it.
  const bytes = Buffer.from(delivery.bytes.buffer, delivery.bytes.byteOffset, delivery.bytes.byteLength);
  return {
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
}

/** Of documents that are brought together, one without its signature is no reason to leave the others unread. */
export async function orUnsigned<T>(answering: Promise<T>): Promise<T | HubError> {
  try {
    return await answering;
  } catch (error) {
    if (error instanceof HubError && (error.code === 'SIGNATURE_REQUIRED' || error.code === 'SIGNATURE_INVALID')) {
      return error;
    }
    throw error;
  }
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
