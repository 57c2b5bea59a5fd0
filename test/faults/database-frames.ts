/** One message of PostgreSQL's protocol; the very first one of a client has no type. */
export interface Frame {
  readonly type: string;
  readonly bytes: Buffer;
}

/** Cuts what one side of a connection sends into messages. */
export class Frames {
  #rest = Buffer.alloc(0);
  #typed: boolean;

  constructor(side: 'client' | 'server') {
    this.#typed = side === 'server';
  }

  take(chunk: Buffer): Frame[] {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    const frames: Frame[] = [];
    for (let length = this.#next(); length !== null; length = this.#next()) {
      frames.push({ type: this.#typed ? this.#rest.toString('latin1', 0, 1) : '', bytes: this.#rest.subarray(0, length) });
      this.#rest = this.#rest.subarray(length);
      this.#typed = true;
    }
    return frames;
  }

  /** The length of the first message, once it is whole. */
  #next(): number | null {
    const head = this.#typed ? 1 : 0;
    if (this.#rest.length < head + 4) {
      return null;
    }
    const length = head + this.#rest.readUInt32BE(head);
    return this.#rest.length < length ? null : length;
  }
}

/** The SQL that a client's message brings, in small letters; null where it brings none. */
export function sqlOf({ type, bytes }: Frame): string | null {
  if (type === 'Q') {
    return bytes.toString('utf8', 5, bytes.length - 1).trim().toLowerCase();
  }
  if (type === 'P') {
    const name = bytes.indexOf(0, 5);
    return bytes.toString('utf8', name + 1, bytes.indexOf(0, name + 1)).trim().toLowerCase();
  }
  return null;
}

/** Does the server say that a transaction is committed? */
export function isCommitted({ type, bytes }: Frame): boolean {
  return type === 'C' && bytes.toString('latin1', 5, bytes.length - 1) === 'COMMIT';
}
