import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Viewer } from '../policy/viewer.ts';

const ID_BYTES = 16;
const SEAL_BYTES = 16;

/** Makes and opens cursors: a row's id, signed for one viewer and one list. The sort key is looked up again on use. */
export interface CursorSeal {
  readonly make: (viewer: Viewer, list: string, id: string) => string;
  /** The row's id, or null for a cursor that was not made for this viewer and list. */
  readonly open: (viewer: Viewer, list: string, cursor: string) => string | null;
}

/** Cursors under the hub's cursor key. */
export function cursorSeal(key: Uint8Array): CursorSeal {
  const sealOf = ({ person, agency, role }: Viewer, list: string, id: Buffer): Buffer =>
    createHmac('sha256', key)
      .update(JSON.stringify(['cursor', person, agency, role, list, id.toString('hex')]))
      .digest()
      .subarray(0, SEAL_BYTES);
  return {
    make: (viewer, list, id) => {
      const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
      return Buffer.concat([bytes, sealOf(viewer, list, bytes)]).toString('base64url');
    },
    open: (viewer, list, cursor) => {
      const bytes = Buffer.from(cursor, 'base64url');
      const id = bytes.subarray(0, ID_BYTES);
      if (bytes.length !== ID_BYTES + SEAL_BYTES || !timingSafeEqual(bytes.subarray(ID_BYTES), sealOf(viewer, list, id))) {
        return null;
      }
      return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    },
  };
}
