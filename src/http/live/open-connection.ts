import { makeServer, type Context, type Server } from 'graphql-ws';
import type { RawData, WebSocket } from 'ws';
import { streamContext, type StreamContext } from '../../api/live/stream-context.ts';
import { asViewing } from '../../auth/caller.ts';
import type { AuthHeaders } from '../../auth/authenticate.ts';
import { ERRORS, type HubError } from '../../domain/errors.ts';
import { answersIn, formatted } from './answers.ts';
import { closeCodeFor, TRY_AGAIN_LATER } from './close-code.ts';
import type { LiveParts } from './live-parts.ts';
import type { Places } from './places.ts';
import { takeInTime } from './take-in-time.ts';
import { graphQLErrorOf, hubErrorOf } from './told-error.ts';
import { watchStanding } from './watch-standing.ts';

type Said = Record<string, unknown> | undefined;

/** Speaks graphql-transport-ws with one client, until either goes away. */
export function openConnection(parts: LiveParts, connections: Places, socket: WebSocket): void {
  const held = new Held(parts, connections, socket);
  const ended = held.protocol.opened(
    {
      protocol: socket.protocol,
      send: (text) => takeInTime(parts.limits.slowMs, { send: (taken) => { socket.send(text, taken); }, drop: () => { held.dropSlow(); } }),
      close: (code, reason) => { socket.close(code, reason); },
      onMessage: (hear) => {
        socket.on('message', (data: RawData) => {
          hear(textOf(data)).catch((error: unknown) => { held.sendAway(hubErrorOf(error)); });
        });
      },
    },
    undefined,
  );
  const quiet = beat(socket, parts.limits.beatMs);
  // Its close follows, and says all there is to say.
  socket.on('error', () => undefined);
  socket.once('close', (code, reason) => {
    quiet();
    held.leave();
    void ended(code, reason.toString());
  });
}

/** What one connection holds: who it is, once they have said so, and their place. */
class Held {
  readonly protocol: Server;
  readonly #parts: LiveParts;
  readonly #connections: Places;
  readonly #socket: WebSocket;
  readonly #atEnd: (() => void)[] = [];
  #headers: AuthHeaders = { authorization: undefined, homewardRole: undefined };
  #gone = false;

  constructor(parts: LiveParts, connections: Places, socket: WebSocket) {
    this.#parts = parts;
    this.#connections = connections;
    this.#socket = socket;
    this.protocol = this.#speak();
  }

  leave(): void {
    this.#gone = true;
    this.#atEnd.splice(0).forEach((end) => { end(); });
  }

  /** The first code that a connection is closed by is the one its client reads. */
  sendAway(error: HubError): false {
    this.#socket.close(closeCodeFor(error), error.code);
    return false;
  }

  dropSlow(): void {
    this.#socket.close(TRY_AGAIN_LATER, 'Too slow.');
    // Whoever takes nothing does not take a goodbye either.
    this.#socket.terminate();
  }

  #speak(): Server {
    const parts = this.#parts;
    return makeServer<Said>({
      connectionInitWaitTimeout: parts.limits.initMs,
      onConnect: async (asked) => this.#letIn(asked).catch((error: unknown) => this.sendAway(hubErrorOf(error))),
      onSubscribe: async (_asked, _id, payload) => {
        const checked = parts.check(payload);
        if (!('document' in checked)) {
          return checked;
        }
        try {
          return { ...checked, schema: parts.schema, contextValue: await streamContext(parts.services, this.#headers) };
        } catch (error) {
          return [graphQLErrorOf(error)];
        }
      },
      subscribe: ({ document, operationName = null, variableValues, contextValue }) =>
        // As `onSubscribe` made it.
        answersIn(parts, { checked: { document, operationName, variableValues: variableValues ?? {} }, context: contextValue as StreamContext }, (error) => {
          if (ERRORS[error.code].status === 401 || ERRORS[error.code].status === 403) {
            this.sendAway(error);
          }
        }),
      // eslint-disable-next-line max-params -- the protocol hands over the result as the last of five
      onNext: (_asked, _id, _payload, _args, result) => formatted(parts, result),
      // eslint-disable-next-line max-params -- and errors as the last of four
      onError: (_asked, _id, _payload, errors) => formatted(parts, { errors }).errors,
    });
  }

  /** Who it is comes in the payload of connection_init, under the names that the headers of a request have. */
  async #letIn({ connectionParams = {} }: Context<Said>): Promise<true> {
    const { services, limits } = this.#parts;
    const said = new Map(Object.entries(connectionParams).map(([name, value]) => [name.toLowerCase(), typeof value === 'string' ? value : undefined]));
    this.#headers = { authorization: said.get('authorization'), homewardRole: said.get('homeward-role') };
    const { person } = asViewing(await services.authenticate(this.#headers, services.now()));
    this.#atEnd.push(this.#connections.take(person.id));
    this.#atEnd.push(watchStanding(services, { headers: this.#headers, standingMs: limits.standingMs, refused: (error) => { this.sendAway(error); } }));
    if (this.#gone) {
      // It went while it was looked up.
      this.leave();
    }
    return true;
  }
}

/** A sign of life from time to time, whatever happens in the hub; who gives none back is gone. */
function beat(socket: WebSocket, beatMs: number): () => void {
  let alive = true;
  socket.on('pong', () => { alive = true; });
  const timer = setInterval(() => {
    if (!alive) {
      socket.terminate();
      return;
    }
    alive = false;
    socket.ping();
  }, beatMs);
  return () => { clearInterval(timer); };
}

function textOf(data: RawData): string {
  return Array.isArray(data) ? Buffer.concat(data).toString('utf8') : Buffer.from(data as Buffer).toString('utf8');
}
