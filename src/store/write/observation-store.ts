import type { EntityManager } from '@mikro-orm/postgresql';
import type { Observation } from '../../domain/observation/observation.ts';
import type { RecordRef } from '../../domain/record/record.ts';
import { execute } from '../database.ts';

/** One thing a source said of one of its records: the observations it became, and what tells it from other words. */
export interface Message {
  /** The record it is about; the same record, part and order with another hash is a contradiction. */
  readonly record: RecordRef;
  readonly part: string;
  readonly order: string;
  readonly hash: string;
  readonly document: string;
  readonly place: string;
  readonly period: { readonly from: number; readonly until: number | null } | null;
  readonly observations: readonly Observation[];
}

/** What was said before under the same record, part and order. */
export interface KnownMessage {
  readonly hash: string;
  readonly document: string;
}

export type RecordIds = (ref: RecordRef) => string;

/** The name under which two messages are the same or contradict each other. */
export function messageKey({ record, part, order }: Pick<Message, 'record' | 'part' | 'order'>, recordId: RecordIds): string {
  return JSON.stringify([recordId(record), part, order]);
}

/** What is already stored at the records, parts and orders of these messages, by message key. */
export async function knownMessages(
  em: EntityManager,
  messages: readonly Message[],
  recordId: RecordIds,
): Promise<Map<string, KnownMessage>> {
  const asked = messages.map(({ record, part, order }) => ({ record: recordId(record), part, order }));
  const rows = await execute<{ record: string; part: string; order: string; hash: string; document: string }>(
    em,
    `select distinct o.record, o.part, o."order", o.message_hash as hash, o.document
     from json_to_recordset($1::json) as m(record uuid, part text, "order" text)
     join standing_observation o on o.record = m.record and o.part = m.part and o."order" = m."order"`,
    [JSON.stringify(asked)],
  );
  return new Map(rows.map(({ record, part, order, hash, document }) => [JSON.stringify([record, part, order]), { hash, document }]));
}

/** Adds what the messages say; what has been said before stays as it is. Answers the ids of the subjects. */
export async function addMessages(
  em: EntityManager,
  messages: readonly Message[],
  stored: { readonly recordId: RecordIds; readonly at: string },
): Promise<string[]> {
  const { recordId, at } = stored;
  const rows = messages.flatMap((message) => message.observations.map((observation) => observationRow(message, observation, recordId)));
  await registerRecords(em, messages.flatMap(({ observations }) => observations), recordId);
  await execute(
    em,
    // What was superseded and is now said again stands again.
    `with lifted as (
       update superseded set lifted_at = $2 where lifted_at is null and observation in (select id from json_populate_recordset(null::observation, $1::json)))
     insert into observation (id, subject, record, part, act, kind, "order", payload, agency, system, adapter, adapter_version,
       document, place, message_hash, period_from, period_until, recorded_at)
     select id, subject, record, part, act, kind, "order", payload, agency, system, adapter, adapter_version,
       document, place, message_hash, period_from, period_until, $2
     from json_populate_recordset(null::observation, $1::json) on conflict (id) do nothing`,
    [JSON.stringify(rows), at],
  );
  return [...new Set(rows.map(({ subject }) => subject))];
}

async function registerRecords(em: EntityManager, observations: readonly Observation[], recordId: RecordIds): Promise<void> {
  const refs = observations.flatMap(({ subject, record }) => [subject, record]);
  const records = new Map(refs.map(({ agency, system, kind, key }) => [recordId({ agency, system, kind, key }), { agency, system, kind, key }]));
  await execute(
    em,
    `insert into record (id, agency, system, kind, key)
     select * from json_to_recordset($1::json) as r(id uuid, agency text, system text, kind text, key text)
     on conflict (id) do nothing`,
    [JSON.stringify([...records].map(([id, ref]) => ({ id, ...ref })))],
  );
}

function observationRow(message: Message, observation: Observation, recordId: RecordIds) {
  const { id, subject, record, part, act, kind, order, payload, adapter, adapterVersion, document, place } = observation;
  const recordKey = recordId(record);
  // What the message says of the person lasts as long as the person: only its own record has its period.
  const period = recordKey === recordId(message.record) ? message.period : null;
  return {
    id,
    subject: recordId(subject),
    record: recordKey,
    part,
    act,
    kind,
    order,
    payload,
    agency: record.agency,
    system: record.system,
    adapter,
    adapter_version: adapterVersion,
    document,
    place,
    message_hash: message.hash,
    period_from: period && new Date(period.from).toISOString(),
    period_until: period && period.until !== null ? new Date(period.until).toISOString() : null,
  };
}
