import { createHash } from 'node:crypto';

/** The sha-256 (hex) of a redacted text: an approval is of these very words. */
export function textHash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
