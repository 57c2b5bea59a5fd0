import { createHash } from 'node:crypto';
import { FlattenedSign } from 'jose';
import { derivedId } from '../store/write/derived-id.ts';
import type { WrittenFile } from './outgoing/write-messages.ts';
import type { SentStatement } from './receipt.ts';
import type { DeliveryKey } from './sign-receipt.ts';
import type { SentDocument, Way } from './way.ts';

/** The files of a message as its documents, each with its name, and signed where the format asks it. */
export async function documentsOf(files: readonly WrittenFile[], { format, key }: Pick<Way, 'format' | 'key'>): Promise<readonly SentDocument[]> {
  const documents: SentDocument[] = [];
  for (const { of, fileName, mediaType, bytes } of files) {
    const signature = format?.signed === true ? await detached(bytes, key) : null;
    documents.push({ id: derivedId('document', of, sha256(bytes)), fileName, mediaType, bytes, signature });
  }
  return documents;
}

/** What a signed statement says of a document. */
export function statedDocument({ id, mediaType, bytes }: SentDocument): SentStatement['documents'][number] {
  return { id, sha256: sha256(bytes), mediaType, bytes: bytes.length };
}

/** The sha-256 (hex) of bytes. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function detached(bytes: Uint8Array, { kid, key }: DeliveryKey): Promise<string> {
  const jws = await new FlattenedSign(bytes).setProtectedHeader({ alg: 'ES256', kid }).sign(key);
  return `${jws.protected ?? ''}..${jws.signature}`;
}
