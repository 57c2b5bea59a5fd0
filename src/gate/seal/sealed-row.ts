import { auditHash } from '../../store/write/audit-store.ts';
import { DISCLOSURE_COLUMNS, disclosureHash } from '../disclosure-row.ts';

/** The two logs that are sealed together: what was shown, and what was done. */
export const LOGS = ['disclosure', 'audit_event'] as const;
export type SealedLog = (typeof LOGS)[number];

/** A row of a log as a seal names it: where it is, and the hash of everything it says. */
export interface LogEntry {
  readonly log: SealedLog;
  readonly id: string;
  readonly hash: string;
}

const INSTANT = `to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`;
/** As the hub wrote it, to the millisecond; an instant somebody moved by less stays as it is, and has another hash. */
const asWritten = (instant: string): string => instant.replace(/(\.\d{3})000Z$/, '$1Z');

/** A row read back whole, for its hash to be made again. */
export interface LogRow extends LogEntry {
  readonly at: string;
  readonly remade: string;
}

type Columns = Readonly<Record<string, unknown>>;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

interface LogReading {
  readonly columns: string;
  readonly remake: (row: Columns) => string;
}
const HASHED = DISCLOSURE_COLUMNS.filter((name) => name !== 'body' && name !== 'hash');

/** For each log: its columns as they were hashed, and the hash made again from them. */
const READINGS: Readonly<Record<SealedLog, LogReading>> = {
  disclosure: {
    columns: [...HASHED.map((name) => (name === 'at' ? INSTANT : name)), 'body::text as body', 'hash'].join(', '),
    remake: (row) => disclosureHash(HASHED.map((name) => row[name]), textOf(row['body'])),
  },
  audit_event: {
    columns: `id, ${INSTANT}, kind, actor, agency, role, children, body::text as body, hash`,
    // The columns just above, named as the event names them.
    remake: (row) => auditHash(row as unknown as Parameters<typeof auditHash>[0]),
  },
};

/** The columns to select of a log, for `logRow`. */
export const columnsOf = (log: SealedLog): string => READINGS[log].columns;

/** A row as it stands now, with the hash it should have. */
export function logRow(log: SealedLog, read: Columns): LogRow {
  const row = { ...read, at: asWritten(textOf(read['at'])) };
  return { log, id: textOf(read['id']), at: row.at, hash: textOf(read['hash']), remade: READINGS[log].remake(row) };
}
