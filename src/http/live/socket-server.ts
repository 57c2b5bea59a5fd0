import { handleProtocols } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Upgrade } from '../listen.ts';
import { GOING_AWAY } from './close-code.ts';
import type { LiveParts } from './live-parts.ts';
import { openConnection } from './open-connection.ts';
import { Places } from './places.ts';

/** Subscriptions over WebSockets, in the protocol graphql-transport-ws. */
export interface SocketServer {
  readonly upgrade: Upgrade;
  /** Lets nobody in any more and sends everybody away; those who do not go are gone after a moment. */
  end(): Promise<void>;
}

const PATH = '/graphql';
/** How long a client may take to say goodbye when the hub stops, in milliseconds. */
const GOODBYE = 1000;

/** Takes calls that want to go on as a WebSocket; elsewhere than at /graphql there are none. */
export function createSocketServer(parts: LiveParts): SocketServer {
  const { limits } = parts;
  const server = new WebSocketServer({ noServer: true, maxPayload: limits.messageBytes, perMessageDeflate: false, handleProtocols });
  const connections = new Places({ ofOnePerson: limits.ofOnePerson, ofAll: limits.sockets });
  let ended = false;
  return {
    upgrade(request, socket, head) {
      const isHere = (request.url ?? '').split('?')[0] === PATH;
      if (!isHere || ended || server.clients.size >= limits.sockets) {
        socket.end(`HTTP/1.1 ${isHere ? '503 Service Unavailable' : '404 Not Found'}\r\nConnection: close\r\n\r\n`);
        return;
      }
      server.handleUpgrade(request, socket, head, (opened) => {
        openConnection(parts, connections, opened);
      });
    },
    async end() {
      ended = true;
      const all = (say: (socket: WebSocket) => void): void => {
        server.clients.forEach(say);
      };
      all((socket) => { socket.close(GOING_AWAY, 'The hub is stopping.'); });
      const late = setTimeout(() => { all((socket) => { socket.terminate(); }); }, GOODBYE);
      const gone = [...server.clients].map(async (socket) => new Promise((closed) => socket.once('close', closed)));
      await Promise.all(gone);
      clearTimeout(late);
      server.close();
    },
  };
}
