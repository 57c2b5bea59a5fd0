import net from 'node:net';
import { Frames, isCommitted, sqlOf, type Frame } from './database-frames.ts';

/** Where a hub is killed: between which of its words to the database. */
export const POINTS = {
  RECEIVING: 'a document is sent to the database, its commit is not',
  STORED: 'a document is committed, its sender has no answer',
  ANSWERED: 'the sender has its answer, the document waits',
  HALF_SHOWN: 'inside the transaction: said and half shown',
  UNCOMMITTED: 'inside the transaction: all but the commit',
  TAKEN: 'committed, and nobody heard of it',
} as const;
export type Point = keyof typeof POINTS;

/** What waits for the next hub that comes by. */
export interface Trap {
  /** Null: none is set. */
  readonly point: Point | null;
  /** A hub came to the point: it is to die before another word of it is passed on. False where it lives on. */
  spring(hub: number): boolean;
  /** Documents were taken and that is committed. */
  taken(): void;
}

/** A way to the database that only one hub uses, so that it can be cut at a chosen word. On this machine alone. */
export interface TappedDatabase {
  readonly url: string;
  close(): Promise<void>;
}

const STORES = 'insert into source_document';
const SHOWS = 'insert into record_group';
const MARKS = 'update source_document d set state';

export async function tapDatabase(url: string, hub: number, trap: Trap): Promise<TappedDatabase> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((client) => {
    const upstream = net.connect(addressOf(url));
    [client, upstream].forEach((socket) => sockets.add(socket));
    new Tap(client, upstream, { hub, trap });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address with one.
  const { port } = server.address() as net.AddressInfo;
  const tapped = new URL(url);
  tapped.hostname = '127.0.0.1';
  tapped.port = String(port);
  tapped.searchParams.delete('host');
  return {
    url: tapped.href,
    async close() {
      sockets.forEach((socket) => socket.destroy());
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A folder with a socket in it, or a host and port, as PostgreSQL's URLs have them. */
function addressOf(url: string): net.NetConnectOpts {
  const { hostname, port, searchParams } = new URL(url);
  const host = searchParams.get('host') ?? hostname;
  const number = port === '' ? 5432 : Number(port);
  return host.startsWith('/') ? { path: `${host}/.s.PGSQL.${String(number)}` } : { host, port: number };
}

/** One connection: passes everything on, until the trap springs. */
class Tap {
  readonly #client: net.Socket;
  readonly #upstream: net.Socket;
  readonly #hub: number;
  readonly #trap: Trap;
  /** What this transaction has sent so far. */
  #sent = new Set<string>();

  constructor(client: net.Socket, upstream: net.Socket, { hub, trap }: { readonly hub: number; readonly trap: Trap }) {
    this.#client = client;
    this.#upstream = upstream;
    this.#hub = hub;
    this.#trap = trap;
    this.#pass({ from: client, to: upstream, frames: new Frames('client'), reached: (frame) => this.#says(frame) });
    this.#pass({ from: upstream, to: client, frames: new Frames('server'), reached: (frame) => this.#hears(frame) });
  }

  #pass({ from, to, frames, reached }: { from: net.Socket; to: net.Socket; frames: Frames; reached: (frame: Frame) => boolean }): void {
    from.setNoDelay(true);
    from.on('data', (chunk: Buffer) => {
      for (const frame of frames.take(chunk)) {
        if (reached(frame) && this.#trap.spring(this.#hub)) {
          this.#cut();
          return;
        }
        to.write(frame.bytes);
      }
    });
    // A killed hub's connection ends with an error or without one; the server is to see it gone at once.
    from.on('error', () => undefined).on('close', () => {
      this.#cut();
    });
  }

  #cut(): void {
    this.#client.destroy();
    this.#upstream.destroy();
  }

  /** Is this word of the hub the one it dies before? */
  #says(frame: Frame): boolean {
    const sql = sqlOf(frame);
    if (sql === null) {
      return false;
    }
    if (sql === 'begin') {
      this.#sent = new Set();
    }
    [STORES, SHOWS, MARKS].filter((part) => sql.includes(part)).forEach((part) => this.#sent.add(part));
    const { point } = this.#trap;
    return (
      (point === 'HALF_SHOWN' && sql.includes(SHOWS)) ||
      (point === 'UNCOMMITTED' && sql === 'commit' && this.#sent.has(MARKS)) ||
      (point === 'RECEIVING' && sql === 'commit' && this.#sent.has(STORES))
    );
  }

  /** Is this word of the database the one that the hub never hears? */
  #hears(frame: Frame): boolean {
    if (!isCommitted(frame)) {
      return false;
    }
    const { point } = this.#trap;
    if (this.#sent.has(MARKS)) {
      this.#trap.taken();
    }
    return (point === 'STORED' && this.#sent.has(STORES)) || (point === 'TAKEN' && this.#sent.has(MARKS));
  }
}
