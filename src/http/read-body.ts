import type { IncomingMessage } from 'node:http';
import { HubError } from '../domain/errors.ts';

/** Beyond the cap bytes are thrown away, but still taken: a sender who is cut off never reads why. */
const DRAINED = 2;

/** The raw bytes of a request, or a refusal; never holds more than `most` of them. */
export async function readBody(request: IncomingMessage, most: number): Promise<Buffer> {
  const tooLarge = new HubError('DOCUMENT_TOO_LARGE', `The document is larger than ${most.toString()} bytes.`);
  if (Number(request.headers['content-length'] ?? 0) > most * DRAINED) {
    throw tooLarge;
  }
  let chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      // A request without an encoding set hands out buffers.
      const bytes = chunk as Buffer;
      length += bytes.length;
      chunks = length > most ? [] : [...chunks, bytes];
      if (length > most * DRAINED) {
        break;
      }
    }
  } catch {
    throw new HubError('BAD_INPUT', 'The document broke off while it was sent; nothing was stored.');
  }
  if (length > most) {
    throw tooLarge;
  }
  return Buffer.concat(chunks, length);
}
