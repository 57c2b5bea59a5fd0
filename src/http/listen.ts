import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { HubError } from '../domain/errors.ts';

/** A server that takes calls. */
export interface Listening {
  readonly port: number;
  /** Takes no new calls, lets those under way finish for as long as `patience` milliseconds, then ends them. */
  readonly stop: (patience: number) => Promise<void>;
}

/** A call that wants to go on as something other than HTTP. */
export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
/** What stays open: it is ended before the server stops, which waits for its connections. */
export interface StayingOpen {
  readonly upgrade: Upgrade;
  readonly end: () => Promise<void>;
}

/** Opens the port, or says in plain words why it cannot be had. */
export async function listen(handler: RequestListener, { host, port, open }: { host: string; port: number; open?: StayingOpen | undefined }): Promise<Listening> {
  const server = createServer(handler);
  if (open !== undefined) {
    server.on('upgrade', open.upgrade);
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(refusal(error, port));
    });
    server.listen({ host, port }, resolve);
  });
  return { port: portOf(server), stop: (patience) => stop(server, { patience, open }) };
}

async function stop(server: Server, { patience, open }: { readonly patience: number; readonly open: StayingOpen | undefined }): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  const end = setTimeout(() => {
    server.closeAllConnections();
  }, patience);
  await open?.end();
  await closed;
  clearTimeout(end);
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new HubError('INTERNAL', 'The server has no port.');
  }
  return address.port;
}

const REFUSALS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'The port is in use. Stop what uses it, or set PORT to a free one, such as 4001.',
  EACCES: 'The port is not open to this user. Set PORT to one above 1023, such as 4000.',
  EADDRNOTAVAIL: 'HOST is not an address of this machine. Set it to one, such as 127.0.0.1.',
};

function refusal(error: NodeJS.ErrnoException, port: number): Error {
  const why = REFUSALS[error.code ?? ''];
  return why === undefined ? error : new HubError('CONFIG_INVALID', `Port ${port.toString()}: ${why}`);
}
