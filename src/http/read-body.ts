import type { IncomingMessage } from 'node:http';
import { HubError } from '../domain/errors.ts';

/** Beyond the cap bytes are thrown away, but still taken: a sender who is cut off never reads why. */
const DRAINED = 2;
const FIRST_ROOM = 64 * 1024;

/** The raw bytes of a request, or a refusal; never holds more than `most` of them. */
export async function readBody(request: IncomingMessage, most: number): Promise<Buffer> {
  const tooLarge = new HubError('DOCUMENT_TOO_LARGE', `The document is larger than ${most.toString()} bytes.`);
  if (Number(request.headers['content-length'] ?? 0) > most * DRAINED) {
    throw tooLarge;
  }
  let held: Buffer = Buffer.alloc(0);
  let length = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      // A request without an encoding set hands out buffers.
      const bytes = chunk as Buffer;
      const end = length + bytes.length;
      held = end > most ? Buffer.alloc(0) : withRoomFor(end, held);
      // Copied, not kept: a sender may chop a document into single bytes, and each kept chunk holds far more than itself.
      bytes.copy(held, length);
      length = end;
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
  return held.subarray(0, length);
}

/** Doubles where it must grow, so that the copying stays in proportion to what is sent. */
function withRoomFor(length: number, held: Buffer): Buffer {
  return length <= held.length ? held : Buffer.concat([held], Math.max(length, 2 * held.length, FIRST_ROOM));
}
