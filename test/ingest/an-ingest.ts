import { createSecretKey } from 'node:crypto';
import pg from 'pg';
import { adapter as policeCompact } from '../../adapters/police-compact/adapter.ts';
import { adapter as ssda903 } from '../../adapters/ssda903/adapter.ts';
import type { Adapter } from '../../src/ingest/adapter-contract.ts';
import type { IngestServices } from '../../src/ingest/ingest-services.ts';
import { refold } from '../../src/ingest/refold.ts';
import { receive, type Receipt } from '../../src/ingest/receive.ts';
import { takeWaiting } from '../../src/ingest/take-waiting.ts';
import { createLog } from '../../src/logging/log.ts';
import type { Database } from '../../src/store/database.ts';
import { PICTURE_TABLES } from '../../src/store/write/project-picture.ts';
import { aDatabase } from '../support/a-database.ts';
import { aDirectory } from './a-directory.ts';

const HOUR = 3_600_000;
/** When everything is received, unless a test has a clock of its own. */
export const NOW = Date.parse('2026-06-01T09:00:00Z');

/** A document in a test: the text, and what it is not by default. */
export interface TestDocument {
  readonly bytes: string | Uint8Array;
  readonly adapter?: string;
  readonly agency?: string;
  readonly system?: string;
  readonly extracted?: string | null;
  readonly signature?: string | null;
}

/** Ingest on a database of its own, with the real adapters. */
export interface TestIngest {
  readonly services: IngestServices;
  readonly superuserUrl: string;
  readonly hubUrl: string;
  readonly ownerUrl: string;
  receive(document: TestDocument): Promise<Receipt>;
  /** Receives the documents one by one and takes each before the next. */
  ingest(...documents: readonly TestDocument[]): Promise<Receipt[]>;
  /** Looks past every wall. */
  rows<R = Record<string, unknown>>(sql: string, parameters?: readonly unknown[]): Promise<R[]>;
  /** The whole picture but for its versions, which count how it came about. */
  picture(): Promise<Record<string, string[]>>;
  /** Forgets everything that was ever sent. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

export function someServices(database: Database, changed: Partial<IngestServices> = {}): IngestServices {
  return {
    database,
    adapters: new Map<string, Adapter>([policeCompact, ssda903].map((adapter) => [adapter.manifest.id, adapter])),
    directory: aDirectory,
    refreshDirectory: () => Promise.resolve(),
    idKey: createSecretKey(Buffer.alloc(32, 7)),
    maxDocumentBytes: 1_000_000,
    episodeStartTolerance: 24 * HOUR,
    timeTolerance: HOUR,
    clock: () => NOW,
    log: createLog({ level: 'silent' }),
    ...changed,
  };
}

export async function anIngest(changed: Partial<IngestServices> = {}): Promise<TestIngest> {
  const db = await aDatabase();
  const services = someServices(db.database, changed);
  const pool = new pg.Pool({ connectionString: db.superuserUrl, max: 1 });
  pool.on('error', () => undefined);
  const rows = async <R>(sql: string, parameters: readonly unknown[] = []): Promise<R[]> =>
    // The caller names the columns it selects.
    (await pool.query(sql, [...parameters])).rows as R[];
  const deliver = (document: TestDocument): Promise<Receipt> => receive(services, delivery(document));
  return {
    services,
    superuserUrl: db.superuserUrl,
    hubUrl: db.hubUrl,
    ownerUrl: db.ownerUrl,
    receive: deliver,
    async ingest(...documents) {
      const receipts: Receipt[] = [];
      for (const document of documents) {
        receipts.push(await deliver(document));
        await takeWaiting(services);
      }
      return receipts;
    },
    rows,
    picture: () => pictureIn(rows),
    async clear() {
      await pool.query(`truncate source_document, record, observation, full_extract, person_key, record_group, quarantine, decision, audit_event, briefing_notice, alerted, match_person, match_key, likeness, match_review, ${Object.keys(PICTURE_TABLES).join(', ')} cascade`);
    },
    async close() {
      await pool.end();
      await db.close();
    },
  };
}

/** The picture tables as text, row by row, without their versions. */
async function pictureIn(rows: TestIngest['rows']): Promise<Record<string, string[]>> {
  const tables: Record<string, string[]> = {};
  for (const table of [...Object.keys(PICTURE_TABLES), 'record_group']) {
    const found = await rows<{ row: string }>(`select (to_jsonb(t) - 'version')::text as row from ${table} t order by 1`);
    tables[table] = found.map(({ row }) => row);
  }
  return tables;
}

function delivery(document: TestDocument) {
  const { bytes, extracted = null, signature = null } = document;
  const { adapter = 'police-compact', agency = 'mereshire-police', system = 'mereshire-compact' } = document;
  return { adapter, agency, system, extracted, fileName: null, bytes: Buffer.from(bytes), signature, receivedBy: 'a test', now: NOW };
}

/** How many rows of the picture folding everything again changes, or would change. */
export async function rowsRefolded(services: IngestServices, { apply }: { apply: boolean }): Promise<number> {
  const { changes } = await refold(services, { apply });
  return [...changes.values()].reduce((rows, { added, changed, removed }) => rows + added + changed + removed, 0);
}

/** A 903 table of Northmere's, as it was on a day. */
export function a903(bytes: string, extracted: string, authority = 'northmere'): TestDocument {
  return { bytes, extracted, adapter: 'ssda903', agency: authority, system: `${authority}-903` };
}
