import { createHash, randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { HubError } from '../../domain/errors.ts';
import { canonicalJson } from '../../domain/observation/canonical-json.ts';
import { observationId, type Statement } from '../../domain/observation/observation-id.ts';
import { PAYLOAD_VERSION, readPayload } from '../../domain/observation/payload-schema.ts';
import type { Observation, ObservationKind, Payloads } from '../../domain/observation/observation.ts';
import { HUB_SYSTEM, type RecordRef } from '../../domain/record/record.ts';
import { execute } from '../database.ts';
import { addMessages, knownMessages, type Message, type RecordIds } from './observation-store.ts';

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

/** One of the things said in one message: of the message's own record and part, unless it says of which else. */
export interface Said<K extends ObservationKind = ObservationKind> {
  readonly kind: K;
  readonly payload: Payloads[K];
  readonly record?: RecordRef;
  readonly part?: string;
  /** Where the other record is ordered otherwise. */
  readonly order?: string;
}

/** Several things that a person states in the hub at once, of one part of one record. */
export interface HubMessage extends Pick<HubStatement<'offer'>, 'subject' | 'record' | 'part' | 'by' | 'at'> {
  /** A revision as text, or a canonical time. */
  readonly order: string;
  /** Does it state the part anew? */
  readonly corrects: boolean;
  readonly said: readonly Said[];
}

/** Stores what a person states at once as any source's message is stored. */
export async function addHubMessage(em: EntityManager, stated: HubMessage, recordId: RecordIds): Promise<StatementOutcome> {
  stated.said.forEach(({ payload }) => {
    refuseUnstorable(payload);
  });
  const { subject, record, part, order, said } = stated;
  const words = canonicalJson({ subject, record, part, order, said });
  const [document, hash] = [randomUUID(), sha256(words)];
  const observations = said.map((one) => observationOf(stated, one, document));
  const message: Message = { record, part, order, hash, document, place: '', period: null, observations };
  const known = [...(await knownMessages(em, [message], recordId)).values()];
  if (known.length > 0) {
    return known.some((earlier) => earlier.hash === hash) ? 'ALREADY' : 'CONFLICT';
  }
  await addStatementDocument(em, stated, { id: document, words });
  await addMessages(em, [message], { recordId, at: new Date(stated.at).toISOString() });
  return 'ADDED';
}

function observationOf({ subject, record, part, order, corrects, at }: HubMessage, said: Said, document: string): Observation {
  const { kind } = said;
  const other = said.record !== undefined;
  const statement = {
    subject,
    record: said.record ?? record,
    part: said.part ?? part,
    act: kind === 'retraction' ? 'retract' : corrects && !other ? 'correct' : 'assert',
    kind,
    order: said.order ?? order,
    payload: readPayload(kind, PAYLOAD_VERSION, said.payload),
    adapter: HUB_SYSTEM,
    adapterVersion: ADAPTER_VERSION,
    // The payload was read by the schema of this very kind.
  } as Statement;
  return { ...statement, id: observationId(statement), receivedAt: at, document, place: '' };
}

/** How often a part of a record was stated, the latest order of the whole record, and what was said in the part last. */
export async function lastStated(em: EntityManager, record: string, part: string): Promise<{ readonly times: number; readonly order: string | null }> {
  const [row] = await execute<{ times: number; order: string | null }>(
    em,
    `select (count(distinct "order") filter (where part = $2))::integer as times, max("order" collate "C") as "order" from observation where record = $1::uuid`,
    [record, part],
  );
  return row ?? { times: 0, order: null };
}

/** The person record a record was last said under; null before the first time. */
export async function subjectOf(em: EntityManager, record: string): Promise<string | null> {
  const [row] = await execute<{ subject: string }>(em, `select subject from observation where record = $1::uuid order by "order" collate "C" desc, id desc limit 1`, [record]);
  return row?.subject ?? null;
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
  { subject, record, part, revision, kind, payload, at }: HubStatement<'offer' | 'attempt' | 'interview' | 'intelligence'>,
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
  return { record, part, order: said.order, hash, document, place, period: null, observations: [{ ...said, id: observationId(said), receivedAt: at, document, place }] };
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
