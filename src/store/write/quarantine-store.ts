import type { EntityManager } from '@mikro-orm/postgresql';
import type { ErrorCode } from '../../domain/errors.ts';
import { groupBy } from '../../domain/fold/group-by.ts';
import { execute } from '../database.ts';
import { endUnreadSettled } from './unread-store.ts';

/** A refused message, or a document, as it is kept until somebody mends it. */
export interface QuarantineEntry {
  readonly id: string;
  readonly document: string;
  readonly agency: string;
  readonly system: string;
  readonly adapter: string;
  readonly code: string;
  readonly place: string;
  readonly reason: string;
  readonly remedy: string;
  /** The hub's id of the record that was refused. */
  readonly record: string | null;
  readonly record_part: string | null;
  readonly record_order: string | null;
  readonly message_kind: string | null;
  readonly given_name: string | null;
  readonly family_name: string | null;
  readonly date_of_birth: string | null;
  readonly risk: string | null;
  readonly absence: string | null;
  readonly shown_to: readonly string[];
  readonly raised_at: string;
}

const COLUMNS = `id, document, agency, system, adapter, code, place, reason, remedy, record, record_part, record_order,
  message_kind, given_name, family_name, date_of_birth, risk, absence, shown_to, state, raised_at`;

/** Keeps what was refused; what was refused at the same place before is open again, unless somebody dismissed it. */
export async function addRefused(em: EntityManager, entries: readonly QuarantineEntry[]): Promise<void> {
  const rows = entries.map((entry) => ({ ...entry, state: 'OPEN' }));
  await execute(
    em,
    `insert into quarantine (${COLUMNS}) select ${COLUMNS} from json_populate_recordset(null::quarantine, $1::json)
     on conflict (document, code, place) do update set state = 'OPEN', settled_at = null, settled_by = null where quarantine.state <> 'DISMISSED'`,
    [JSON.stringify(rows)],
  );
}

/** What a document says at a refused place. */
export interface Excerpt {
  readonly document: string;
  readonly code: string;
  readonly place: string;
  readonly agency: string;
  readonly excerpt: string;
}

/** Keeps what documents say where they were refused, apart from the entries: only the agency that sent them reads it. */
export async function keepExcerpts(em: EntityManager, excerpts: readonly Excerpt[]): Promise<void> {
  await execute(
    em,
    `insert into quarantine_excerpt (id, agency, excerpt)
     select q.id, said.agency, said.excerpt from json_to_recordset($1::json) as said(document uuid, code text, place text, agency text, excerpt text)
     join quarantine q on (q.document, q.code, q.place) = (said.document, said.code, said.place)
     on conflict (id) do update set excerpt = excluded.excerpt`,
    [JSON.stringify(excerpts)],
  );
}

/** How many of the keys a person is shown; a longer list is not read, and the count says the rest. */
const MOST_KEYS = 500;

/** Keeps beside the entry of an extract that waits what taking it would retract: of how many records which, by their source's own keys. */
export async function keepRetracting(em: EntityManager, document: string, { covered, keys }: { readonly covered: number; readonly keys: readonly string[] }): Promise<void> {
  const shown = { records: keys.length, of: covered, recordKeys: keys.toSorted().slice(0, MOST_KEYS) };
  await execute(
    em,
    `update quarantine_excerpt set would_retract = $2::json where id in (select id from quarantine where document = $1 and code = 'EXTRACT_WOULD_RETRACT')`,
    [document, JSON.stringify(shown)],
  );
}

/** Settles what reading the document again did not refuse again. */
export async function settleReplayed(
  em: EntityManager,
  document: string,
  settled: { readonly still: readonly QuarantineEntry[]; readonly at: string; readonly by: string },
): Promise<void> {
  await execute(
    em,
    `update quarantine q set state = 'REPLAYED', settled_at = $3, settled_by = $4
     where q.document = $1 and q.state = 'OPEN' and not exists (
       select from json_populate_recordset(null::quarantine, $2::json) s where (s.document, s.code, s.place) = (q.document, q.code, q.place))`,
    [document, JSON.stringify(settled.still), settled.at, settled.by],
  );
  await endUnreadSettled(em, settled.at);
}

/**
 * Settles refusals of these records where a good message of the same part was sent at the same order, or a later one
 * stands for what was refused, whichever of the two came first. A later message that restates or takes back the whole
 * record stands for everything; one that only adds stands for a refused FOUND when it says LOCATED, and for any other when
 * it says the risk: a risk raised in a message nobody could read must not leave the briefing unread.
 */
export async function settleByGood(em: EntityManager, records: readonly string[], at: string): Promise<void> {
  await execute(
    em,
    `update quarantine q set state = 'REPLAYED', settled_at = $2, settled_by = 'a later message'
     where q.state = 'OPEN' and q.record = any ($1::uuid[]) and exists (
       select from standing_observation o where o.record = q.record and o.part = q.record_part
         -- a contradiction at one order is not settled by either side of it
         and ((o."order" = q.record_order and q.code <> 'ORDER_CONFLICT')
           or (o."order" > q.record_order and (o.act <> 'assert'
             or o.kind = case when q.message_kind = 'FOUND' then 'located' when q.message_kind is not null then 'risk' end))))`,
    [records, at],
  );
  await endUnreadSettled(em, at);
}

/** The documents of this agency's open refusals: of the named ones, or of all. */
export async function documentsOfOpen(em: EntityManager, agency: string, ids: readonly string[] | null): Promise<string[]> {
  const rows = await execute<{ document: string }>(
    em,
    `select document from quarantine where agency = $1 and state = 'OPEN' and ($2::uuid[] is null or id = any ($2::uuid[]))
     group by document order by min(raised_at), document`,
    [agency, ids],
  );
  return rows.map(({ document }) => document);
}

/** What was refused of a document, by code and place. */
export interface RefusedPlace {
  readonly code: ErrorCode;
  readonly place: string;
  readonly reason: string;
  readonly remedy: string;
  readonly state: string;
}

/** What was refused of a document. */
export async function refusalsOf(em: EntityManager, document: string): Promise<RefusedPlace[]> {
  return (await refusalsByDocument(em, [document])).get(document) ?? [];
}

/** What was refused of documents; nothing of one is no entry. */
export async function refusalsByDocument(em: EntityManager, documents: readonly string[]): Promise<ReadonlyMap<string, RefusedPlace[]>> {
  const rows = await execute<RefusedPlace & { readonly document: string }>(
    em,
    `select document, code, place, reason, remedy, state from quarantine where document = any ($1::uuid[]) order by raised_at, length(place), place, code`,
    [documents],
  );
  const byDocument = groupBy(rows, ({ document }) => document);
  return new Map([...byDocument].map(([document, those]) => [document, those.map(({ code, place, reason, remedy, state }) => ({ code, place, reason, remedy, state }))]));
}
