import pg, { type Connection } from 'pg';
import type { Hub } from '../../../src/hub.ts';

const SCHEMA = 'bench_copy';
const ROUNDS = 3;

/** The least that any database could do with the rows of a back-fill: all of them by COPY into like tables, with like indexes. */
export interface Copied {
  readonly rows: number;
  readonly seconds: number;
}

/** A connection of the driver, with the two words of COPY that its types leave out. */
interface CopyConnection extends Connection {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** One COPY, as the driver lets anybody send what it has no word for. */
class Copy {
  readonly chunks: Buffer[] = [];
  readonly done: Promise<void>;
  readonly #sql: string;
  readonly #given: readonly Buffer[];
  #end: { resolve: () => void; reject: (error: unknown) => void } = { resolve: () => undefined, reject: () => undefined };

  constructor(sql: string, given: readonly Buffer[] = []) {
    this.#sql = sql;
    this.#given = given;
    this.done = new Promise((resolve, reject) => {
      this.#end = { resolve, reject };
    });
  }

  submit(connection: Connection): void {
    connection.query(this.#sql);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    this.#given.forEach((chunk) => {
      connection.sendCopyFromChunk(chunk);
    });
    connection.endCopyFrom();
  }

  handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    this.chunks.push(Buffer.from(chunk));
  }

  handleCommandComplete(): void {
    // The end is told by what comes after.
  }

  handleError(error: unknown): void {
    this.#end.reject(error);
  }

  handleReadyForQuery(): void {
    this.#end.resolve();
  }
}

/** Copies everything the hub holds into tables of the same shape, several times over, and says how long the median took. */
export async function copyRows(hub: Hub): Promise<Copied> {
  const [hubUrl, ownerUrl] = [hub.database.pool.options.connectionString, hub.ownerUrl ?? ''];
  const [reader, owner] = [new pg.Client({ connectionString: hubUrl }), new pg.Client({ connectionString: ownerUrl })];
  await Promise.all([reader.connect(), owner.connect()]);
  try {
    await reader.query('set role homeward_writer');
    const tables = await filledTables(reader);
    await owner.query(`create schema ${SCHEMA}`);
    const taken = Array.from({ length: ROUNDS }, () => 0);
    for (const { table } of tables) {
      const { chunks } = await sent(reader, new Copy(`copy (select * from public.${table}) to stdout`));
      await owner.query(`create table ${SCHEMA}.${table} (like public.${table} including all)`);
      for (let round = 0; round < ROUNDS; round += 1) {
        await owner.query(`truncate ${SCHEMA}.${table}`);
        const began = performance.now();
        await sent(owner, new Copy(`copy ${SCHEMA}.${table} from stdin`, chunks));
        taken[round] = (taken[round] ?? 0) + (performance.now() - began) / 1000;
      }
    }
    const median = taken.toSorted((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
    return { rows: tables.reduce((sum, { rows }) => sum + rows, 0), seconds: median };
  } finally {
    await Promise.all([reader.end(), owner.end()]);
  }
}

async function sent(client: pg.Client, copy: Copy): Promise<Copy> {
  // The driver asks no more of a query than to be submitted and to take what comes back.
  client.query(copy as unknown as pg.Submittable);
  await copy.done;
  return copy;
}

/** Those tables that the writer can read and that hold anything. */
async function filledTables(reader: pg.Client): Promise<{ table: string; rows: number }[]> {
  const { rows: names } = await reader.query<{ table: string }>(
    `select c.relname as "table" from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
     and has_table_privilege(c.oid, 'select') order by 1`,
  );
  const counted: { table: string; rows: number }[] = [];
  for (const { table } of names) {
    const { rows } = await reader.query<{ rows: number }>(`select count(*)::integer as rows from ${table}`);
    counted.push({ table, rows: rows[0]?.rows ?? 0 });
  }
  return counted.filter(({ rows }) => rows > 0);
}
