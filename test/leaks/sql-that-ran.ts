import pg from 'pg';
import type { ToldWorld } from './a-told-world.ts';

/** Every statement of this process, as it was sent. */
export interface SqlThatRan {
  readonly texts: readonly string[];
  /** What the statements of the gate's own pool were sent with. */
  readonly readingParameters: readonly string[];
  /** Watches the pool of a world from now on. */
  watch(world: ToldWorld): void;
  /** Listens no more. */
  stop(): void;
}

/** Listens to every connection there is, whoever opened it. */
export function listenToSql(): SqlThatRan {
  const texts: string[] = [];
  const readingParameters: string[] = [];
  const reading = new WeakSet<object>();
  // Called below with the client it belongs to.
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const query = pg.Client.prototype.query as (...sent: unknown[]) => unknown;
  const listening = function (this: pg.Client, ...sent: unknown[]): unknown {
    const [statement, given] = sent;
    const { text, values = given } = typeof statement === 'string' ? { text: statement } : (statement as { text: string; values?: unknown });
    texts.push(text);
    if (reading.has(this)) {
      readingParameters.push(JSON.stringify(values ?? null));
    }
    return query.apply(this, sent);
  };
  // The same, with an ear: what it takes and gives is not looked at here.
  pg.Client.prototype.query = listening as never;
  return {
    texts,
    readingParameters,
    stop: () => {
      pg.Client.prototype.query = query as never;
    },
    watch: ({ ingest }) => ingest.services.database.pool.on('acquire', (client) => reading.add(client)),
  };
}
