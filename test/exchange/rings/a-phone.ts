import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Directory } from '../../../src/directory/directory.ts';
import type { Channel, Ring } from '../../../src/directory/exchange-directory.ts';
import { aDirectoryOfPeople } from '../../actions/some-people.ts';

/** One message that came to whatever rings the phones. */
export interface Heard {
  readonly path: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

/** What rings the phones of an invented authority: a real receiver on this machine, which can be down. */
export interface Phone {
  readonly origin: string;
  readonly heard: Heard[];
  /** What it answers; null: nothing, and the connection breaks. */
  answers: number | null;
  /** Hears of every message before it is answered. */
  onHeard: () => void;
  close(): Promise<void>;
}

export async function aPhone(): Promise<Phone> {
  const heard: Heard[] = [];
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      heard.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString() });
      phone.onHeard();
      if (phone.answers === null) {
        response.destroy();
      } else {
        response.writeHead(phone.answers).end();
      }
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo; // It listens on a port, not on a pipe.
  const phone: Phone = {
    origin: `http://localhost:${String(port)}`,
    heard,
    answers: 204,
    onHeard: () => undefined,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
  return phone;
}

const webhook = (id: string, agency: string, origin: string): Channel => ({ id, kind: 'WEBHOOK', agency, url: `${origin}/${id}`, secret: 'with-phones', settings: null, system: null });

/** The invented people, some of whom are rung. */
export function aDirectoryThatRings(origin: string, rings: readonly Ring[], changed: Partial<Directory> = {}): Directory {
  const channels = [...new Map(rings.map(({ channel, agency }) => [channel, webhook(channel, agency, origin)]))];
  return { ...aDirectoryOfPeople(), hub: { id: 'hub-north', name: 'The invented hub of Northmere' }, channels: new Map(channels), endpoints: [{ origin, pathPrefix: '/', demonstration: true }], rings, ...changed };
}

/** What is shared with it. */
export const PHONE_SECRET = Buffer.alloc(32, 9);
