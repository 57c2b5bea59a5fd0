import { createServer, type RequestListener, type Server } from 'node:http';
import { HubError } from '../domain/errors.ts';

/** A server that takes calls. */
export interface Listening {
  readonly port: number;
  /** Takes no new calls, lets those under way finish for as long as `patience` milliseconds, then ends them. */
  readonly stop: (patience: number) => Promise<void>;
}

/** Opens the port, or says in plain words why it cannot be had. */
export async function listen(handler: RequestListener, { host, port }: { host: string; port: number }): Promise<Listening> {
  const server = createServer(handler);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(refusal(error, port));
    });
    server.listen({ host, port }, resolve);
  });
  return { port: portOf(server), stop: (patience) => stop(server, patience) };
}

async function stop(server: Server, patience: number): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  const end = setTimeout(() => {
    server.closeAllConnections();
  }, patience);
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
