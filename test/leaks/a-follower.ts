import { createClient as createStreamClient } from 'graphql-sse';
import { createClient as createSocketClient } from 'graphql-ws';
import { WebSocket } from 'ws';

/** What came of a subscription, in its order. */
export interface Followed {
  /** The data of each event. */
  readonly told: readonly Readonly<Record<string, unknown>>[];
  /** The code of each error that came in the place of data. */
  readonly refused: readonly string[];
  /** By which code the connection was closed, and in which word; of an event stream, that it ended. */
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
  /** Once that many events, or an error, have come. */
  until(count: number): Promise<readonly Readonly<Record<string, unknown>>[]>;
  stop(): Promise<void>;
}

/** Who follows, and what. */
export interface Following {
  readonly url: string;
  readonly token: string;
  readonly role?: string;
  readonly query: string;
  readonly variables?: Record<string, unknown>;
}

interface Result {
  readonly data?: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors?: readonly { readonly extensions?: unknown }[] | undefined;
}

class Heard {
  readonly told: Readonly<Record<string, unknown>>[] = [];
  readonly refused: string[] = [];
  readonly #waiting = new Set<() => void>();

  next({ data, errors = [] }: Result): void {
    if (data !== null && data !== undefined) {
      this.told.push(data);
    }
    this.fail(errors);
  }

  fail(errors: unknown): void {
    const those = Array.isArray(errors) ? (errors as { readonly extensions?: { readonly code?: string } }[]) : [];
    this.refused.push(...those.map(({ extensions }) => extensions?.code ?? ''));
    this.#waiting.forEach((look) => { look(); });
  }

  async until(count: number): Promise<readonly Readonly<Record<string, unknown>>[]> {
    await new Promise<void>((come) => {
      const look = (): void => {
        if (this.told.length >= count || this.refused.length > 0) {
          this.#waiting.delete(look);
          come();
        }
      };
      this.#waiting.add(look);
      look();
    });
    return this.told;
  }
}

/** Follows over a WebSocket, as a client of graphql-ws. */
export function bySocket({ url, token, role, query, variables = {} }: Following): Followed {
  const heard = new Heard();
  const client = createSocketClient({
    url: url.replace('http', 'ws') + '/graphql',
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { authorization: `Bearer ${token}`, ...(role !== undefined && { 'homeward-role': role }) },
  });
  const closed = new Promise<{ code: number; reason: string }>((end) => {
    client.on('closed', (event) => {
      const { code, reason } = event as { code: number; reason: string };
      end({ code, reason });
    });
  });
  const stop = client.subscribe({ query, variables }, { next: (result) => { heard.next(result); }, error: (error) => { heard.fail(error); }, complete: () => undefined });
  return {
    told: heard.told,
    refused: heard.refused,
    closed,
    until: (count) => heard.until(count),
    async stop() {
      stop();
      await client.dispose();
    },
  };
}

/** Follows as an event stream, as a client of graphql-sse. */
export function byStream({ url, token, role, query, variables = {} }: Following): Followed {
  const heard = new Heard();
  const client = createStreamClient({
    url: `${url}/graphql/stream`,
    retryAttempts: 0,
    headers: { authorization: `Bearer ${token}`, ...(role !== undefined && { 'homeward-role': role }) },
  });
  let stop: () => void = () => undefined;
  const closed = new Promise<{ code: number; reason: string }>((end) => {
    const over = (): void => { end({ code: 0, reason: heard.refused.at(-1) ?? '' }); };
    stop = client.subscribe(
      { query, variables },
      {
        next: (result) => { heard.next(result); },
        error: (error) => {
          heard.fail([{ extensions: { code: String(error) } }]);
          over();
        },
        complete: over,
      },
    );
  });
  return {
    told: heard.told,
    refused: heard.refused,
    closed,
    until: (count) => heard.until(count),
    stop: () => {
      stop();
      client.dispose();
      return Promise.resolve();
    },
  };
}
