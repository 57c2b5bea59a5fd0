import { sql } from 'kysely';
import { instantText } from './instant-text.ts';
import type { Shape } from './shape.ts';
import { slot, type Sql } from './slot.ts';

const notOfAChild = sql`null::uuid`;
const senderOf = (row: string): Sql => sql`array[${sql.ref(`${row}.agency`)}]`;

/**
 * What could not be read. A missing child whose file we could not read is still missing, so it counts as HIGH; for each
 * agency until a person of its own has read it, since none knows what another has done about it.
 */
export const quarantineShape: Shape = {
  table: sql.table('quarantine'),
  satellites: { excerpt: { table: 'quarantine_excerpt' } },
  columns: {
    settledAt: (row) => instantText(sql.ref(`${row}.settled_at`)),
    readByAgencies: (row) => sql.ref(`${row}.read_agencies`),
    raisedAt: (row) => instantText(sql.ref(`${row}.raised_at`)),
    countsAsHigh: (row) => sql`coalesce(${sql.ref(`${row}.message_kind`)} in ('MISSING', 'UPDATE', 'FOUND'), false)
      and ${sql.ref(`${row}.state`)} = 'OPEN' and not ${slot('agency')} = any (${sql.ref(`${row}.read_agencies`)})`,
  },
  links: {},
  identity: (row) => ({ id: sql.ref(`${row}.id`), version: sql`1`, child: notOfAChild, controllers: senderOf(row) }),
};

const ownDocuments = (row: string, count: Sql): Sql => sql`(select ${count} from source_document as document
  where document.agency = ${sql.ref(`${row}.agency`)} and document.system = ${sql.ref(`${row}.system`)}
  and document.adapter = ${sql.ref(`${row}.adapter`)})`;

/**
 * Source systems, each with the fact whether it keeps a record of any child whose provenance this viewer reads. The
 * children are those the second wall leaves, looked through once: no more is learnt than that one of them names the system.
 */
const lastHeard = (row: string): Sql => sql`coalesce(${sql.ref(`${row}.last_received_at`)}, ${sql.ref(`${row}.listed_at`)})`;
/** From when on it should have sent again; null where nothing is expected of it, or its time is not over. */
const silentSince = (row: string): Sql => {
  const due = sql`${lastHeard(row)} + make_interval(hours => ${sql.ref(`${row}.expected_every_hours`)})`;
  return sql`case when ${due} < ${slot('now')} then ${due} end`;
};

export const sourceShape: Shape = {
  table: sql`(select source_freshness.*, case when
      source_freshness.system in (select unnest(child_source.systems) from child_source)
    then 'YES' else 'NO' end as feeds from source_freshness)`,
  satellites: {},
  columns: {
    lastReceivedAt: (row) => instantText(sql.ref(`${row}.last_received_at`)),
    silentSince: (row) => instantText(silentSince(row)),
    waiting: (row) => ownDocuments(row, sql`(count(*) filter (where document.state = 'RECEIVED'))::integer`),
    documents: (row) => ownDocuments(row, sql`count(*)::integer`),
    records: (row) => ownDocuments(row, sql`coalesce(sum(document.records), 0)::integer`),
    quarantined: (row) => sql`(select count(*)::integer from quarantine as entry where entry.state = 'OPEN'
      and entry.agency = ${sql.ref(`${row}.agency`)} and entry.system = ${sql.ref(`${row}.system`)})`,
  },
  links: {},
  identity: (row) => ({ id: sql.ref(`${row}.system`), version: sql`1`, child: notOfAChild, controllers: senderOf(row) }),
};
