import { createHash, randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { HubError } from '../../domain/errors.ts';
import { canonicalJson } from '../../domain/observation/canonical-json.ts';
import { observationId, type Statement } from '../../domain/observation/observation-id.ts';
import { PAYLOAD_VERSION, readPayload } from '../../domain/observation/payload-schema.ts';
import type { Payloads } from '../../domain/observation/observation.ts';
import type { RecordRef } from '../../domain/record/record.ts';
import { execute } from '../database.ts';
import { addMessages, knownMessages, type Message, type RecordIds } from './observation-store.ts';

/** The hub is the source of what people state in it: system and adapter carry this name. */
export const HUB_SYSTEM = 'homeward';
const ADAPTER_VERSION = '1';

/** What a person states in the hub of what happened. */
export interface HubStatement<K extends 'offer' | 'attempt' | 'interview' | 'intelligence'> {
  /** The person record of the child. */
  readonly subject: RecordRef;
  readonly record: RecordRef;
  /** '' but of an attempt, which is a part of its offer. */
  readonly part: string;
  /** From 1; each correction is one more. */
  readonly revision: number;
  readonly kind: K;
  readonly payload: Payloads[K];
  /** `person@agency`. */
  readonly by: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** ALREADY: stored before with this content. CONFLICT: stored before at this key and revision with another one. */
export type StatementOutcome = 'ADDED' | 'ALREADY' | 'CONFLICT';

/** Stores what a person states as any source's message is stored: the bytes, the record, the observation. */
export async function addHubStatement<K extends 'offer' | 'attempt' | 'interview' | 'intelligence'>(
  em: EntityManager,
  stated: HubStatement<K>,
  recordId: RecordIds,
): Promise<StatementOutcome> {
  refuseUnstorable(stated.payload);
  const words = canonicalJson(wordsOf(stated));
  const message = messageOf(stated, { document: randomUUID(), hash: sha256(words) });
  const known = [...(await knownMessages(em, [message], recordId)).values()];
  if (known.length > 0) {
    return known.some(({ hash }) => hash === message.hash) ? 'ALREADY' : 'CONFLICT';
  }
  await addStatementDocument(em, stated, { id: message.document, words });
  await addMessages(em, [message], { recordId, at: new Date(stated.at).toISOString() });
  return 'ADDED';
}

/** The record of this hub id; null where the hub has never heard of it. */
export async function recordById(em: EntityManager, id: string): Promise<RecordRef | null> {
  const [row] = await execute<RecordRef>(em, `select agency, system, kind, key from record where id = $1::uuid`, [id]);
  return row ?? null;
}

/** The person record a record was last said under, and how often it was stated: 0 before the first time. */
export async function statedRevision(em: EntityManager, record: string, part = ''): Promise<{ readonly revision: number; readonly subject: string | null }> {
  const [row] = await execute<{ order: string; subject: string }>(
    em,
    `select "order", subject from observation where record = $1::uuid and part = $2 order by "order" desc, id desc limit 1`,
    [record, part],
  );
  return { revision: revisionOf(row?.order ?? ''), subject: row?.subject ?? null };
}

/** A revision as the order of an observation, which sorts as text. */
export function orderOf(revision: number): string {
  return String(revision).padStart(6, '0');
}

/** The revision in an order; 0 for a source that orders by time. */
export function revisionOf(order: string): number {
  return /^\d{1,9}$/.test(order) ? Number(order) : 0;
}

/** PostgreSQL stores neither NUL nor half a character. */
function refuseUnstorable(payload: unknown): void {
  JSON.stringify(payload, (_name, value: unknown) => {
    if (typeof value === 'string' && /[\0\p{Cs}]/u.test(value)) {
      throw new HubError('BAD_INPUT', 'The text holds a character that is no text.');
    }
    return value;
  });
}

function wordsOf({ subject, record, part, revision, kind, payload }: HubStatement<'offer' | 'attempt' | 'interview' | 'intelligence'>) {
  return { subject, record, part, order: orderOf(revision), kind, payload };
}

function messageOf(
  { subject, record, part, revision, kind, payload }: HubStatement<'offer' | 'attempt' | 'interview' | 'intelligence'>,
  { document, hash }: { readonly document: string; readonly hash: string },
): Message {
  const said = {
    subject,
    record,
    part,
    // A correction states the whole part anew.
    act: revision === 1 ? 'assert' : 'correct',
    kind,
    order: orderOf(revision),
    payload: readPayload(kind, PAYLOAD_VERSION, payload),
    adapter: HUB_SYSTEM,
    adapterVersion: ADAPTER_VERSION,
    // The payload was read by the schema of this very kind.
  } as Statement;
  const place = '';
  return { record, part, order: said.order, hash, document, place, period: null, observations: [{ ...said, id: observationId(said), document, place }] };
}

/** Already taken: nobody has to read it again. */
async function addStatementDocument(
  em: EntityManager,
  { record, by, at }: Pick<HubStatement<'offer'>, 'record' | 'by' | 'at'>,
  { id, words }: { readonly id: string; readonly words: string },
): Promise<void> {
  const bytes = Buffer.from(words, 'utf8');
  await execute(
    em,
    `insert into source_document (id, agency, system, adapter, sha256, bytes, byte_length, received_at, received_by, state, records, taken, taken_at)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8, 'TAKEN', 1, 1, $7)`,
    [id, record.agency, HUB_SYSTEM, sha256(words), bytes, bytes.length, new Date(at).toISOString(), by],
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
