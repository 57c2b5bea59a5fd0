import { createHmac, type KeyObject } from 'node:crypto';
import type { RecordRef } from './record.ts';

/** The hub's own id of an agency's record: nobody without the hub's key can guess it, and every replay makes the same. */
export function recordId(key: KeyObject, ref: RecordRef): string {
  // A JSON array keeps the four apart whatever characters they hold.
  const named = JSON.stringify([ref.agency, ref.system, ref.kind, ref.key]);
  const bytes = createHmac('sha256', key).update(named, 'utf8').digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
