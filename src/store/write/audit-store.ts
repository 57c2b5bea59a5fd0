import { createHash, randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { execute } from '../database.ts';

/** What is written down besides disclosures: what came in, was altered, joined, decided, asked, escalated and erased. */
export type AuditKind = 'COLLECTION' | 'ALTERATION' | 'COMBINATION' | 'DECISION' | 'QUESTION' | 'ERASURE' | 'ESCALATION';

/** One thing that was done; the body holds ids, words of closed lists and reasons, never what a child said. */
export interface AuditEvent {
  /** Made by the writer of the event where it is found again by it; else any. */
  readonly id?: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly kind: AuditKind;
  /** A person of the directory, or the source system. */
  readonly actor: string;
  readonly agency: string;
  readonly role: string;
  /** Shown ids of the children it concerns. */
  readonly children: readonly string[];
  readonly body: object;
}

/** An event as it is stored; the body is the very text, and the hash speaks of everything before it. */
export interface AuditRow extends Omit<AuditEvent, 'id' | 'at' | 'body'> {
  readonly id: string;
  readonly at: string;
  readonly body: string;
  readonly hash: string;
}

/** Writes one event down, in the transaction of what was done. */
export async function addAuditEvent(em: EntityManager, event: AuditEvent): Promise<string> {
  const [row] = await addAuditEvents(em, [event]);
  return row?.id ?? '';
}

/** Writes several events down in one statement. */
export async function addAuditEvents(em: EntityManager, events: readonly AuditEvent[]): Promise<readonly AuditRow[]> {
  const rows = events.map(auditRow);
  // The body travels as text, so that the column holds the very text that was hashed.
  await execute(
    em,
    `insert into audit_event (id, at, kind, actor, agency, role, children, body, hash)
     select id, at, kind, actor, agency, role, children, body::json, hash
     from json_to_recordset($1::json) as e(id uuid, at timestamptz, kind text, actor text, agency text, role text, children uuid[], body text, hash text)`,
    [JSON.stringify(rows)],
  );
  return rows;
}

/** The sha-256 of everything else an event says: the form that is sealed, and made again to verify. */
export function auditHash({ id, at, kind, actor, agency, role, children, body }: Omit<AuditRow, 'hash'>): string {
  const content = JSON.stringify([id, at, kind, actor, agency, role, children]);
  return createHash('sha256').update(`${content.slice(0, -1)},${body}]`, 'utf8').digest('hex');
}

function auditRow({ id = randomUUID(), at, kind, actor, agency, role, children, body }: AuditEvent): AuditRow {
  const row = {
    id,
    at: new Date(at).toISOString(),
    kind,
    actor,
    agency,
    role,
    children: [...new Set(children)].sort(),
    body: JSON.stringify(body),
  };
  return { ...row, hash: auditHash(row) };
}
