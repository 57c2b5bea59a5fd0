import { createHash } from 'node:crypto';
import { FlattenedSign } from 'jose';
import { canonicalJson } from '../domain/observation/canonical-json.ts';
import { derivedId } from '../store/write/derived-id.ts';
import type { Outgoing, Rendered } from './render-contract.ts';
import { renderAll } from './outgoing/split-outgoing.ts';
import type { SentStatement } from './receipt.ts';
import type { DeliveryKey } from './sign-receipt.ts';
import type { SentDocument, Way } from './way.ts';

/** The documents that say these messages over this way: in the format of the receiving system, or as JSON. */
export async function documentsOf(messages: readonly Outgoing[], { channel, format, key }: Pick<Way, 'channel' | 'format' | 'key'>): Promise<readonly SentDocument[]> {
  const rendered = messages.flatMap((message): readonly (Omit<Rendered, 'mediaType'> & { readonly mediaType: string })[] => (format === null ? [asJson(message)] : renderAll(format, message, channel.settings)));
  const documents: SentDocument[] = [];
  for (const { fileName, mediaType, bytes } of rendered) {
    const signature = format?.signed === true ? await detached(bytes, key) : null;
    documents.push({ id: derivedId('document', messages[0]?.messageId ?? '', sha256(bytes)), fileName, mediaType, bytes, signature });
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

function asJson(message: Outgoing): Omit<Rendered, 'mediaType'> & { readonly mediaType: string } {
  return { fileName: `message-${message.messageId}-${String(message.revision)}.json`, mediaType: 'application/json', bytes: Buffer.from(canonicalJson(message)) };
}

async function detached(bytes: Uint8Array, { kid, key }: DeliveryKey): Promise<string> {
  const jws = await new FlattenedSign(bytes).setProtectedHeader({ alg: 'ES256', kid }).sign(key);
  return `${jws.protected ?? ''}..${jws.signature}`;
}
