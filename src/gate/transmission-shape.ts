import { sql } from 'kysely';
import { instantText } from './instant-text.ts';
import type { Shape } from './shape.ts';
import { slot, type Sql } from './slot.ts';

const at = (column: string) => (row: string): Sql => instantText(sql.ref(`${row}.${column}`));
const named = (column: string) => (row: string): Sql => sql.ref(`${row}.${column}`);
const milliseconds = (column: Sql): Sql => sql`(extract(epoch from ${column}) * 1000)::float8`;

/** What goes to another agency, and how far it has come. Both signed statements stand together or not at all. */
export const transmissionShape: Shape = {
  table: sql.table('transmission'),
  satellites: {},
  columns: {
    from: named('from_agency'),
    to: named('to_agency'),
    decidedBy: named('made_by'),
    madeAt: at('made_at'),
    sentAt: at('sent_at'),
    acknowledgedAt: at('acknowledged_at'),
    nextTryAt: at('next_try_at'),
    receipt: (row) => sql`case when ${sql.ref(`${row}.received`)} is not null then json_build_object('sent', ${sql.ref(`${row}.sent`)}, 'received', ${sql.ref(`${row}.received`)}) end`,
    deadline: (row) => sql`json_build_object('from', ${milliseconds(sql.ref(`${row}.held_from_at`))}, 'until', ${milliseconds(sql.ref(`${row}.held_until_at`))},
      'owedBy', ${sql.ref(`${row}.from_agency`)}, 'agreed', ${sql.ref(`${row}.deadline`)}, 'resultBy', ${sql.ref(`${row}.result_by`)}, 'acknowledgedAt', ${milliseconds(sql.ref(`${row}.acknowledged_at`))})`,
    overdue: (row) => sql`coalesce(${sql.ref(`${row}.acknowledged_at`)} is null and ${sql.ref(`${row}.due_at`)} < ${slot('now')}, false)`,
    events: (row) => sql`(select coalesce(json_agg(json_build_object('event', happened.event, 'at', ${instantText(sql.ref('happened.at'))}, 'by', happened.by, 'code', happened.code) order by happened.number), '[]')
      from transmission_event as happened where happened.transmission = ${sql.ref(`${row}.id`)})`,
  },
  links: {
    child: { to: 'Child', many: false, where: (row, parent) => sql`${sql.ref(`${row}.record_ids`)} @> array[${sql.ref(`${parent}.child`)}]`, order: (row) => sql.ref(`${row}.id`) },
  },
  identity: (row) => ({
    id: sql.ref(`${row}.id`),
    version: sql`1`,
    // It names a person record; who sees the child is written down under the id it is shown by.
    child: sql`coalesce((select child.id from child where child.record_ids @> array[${sql.ref(`${row}.child`)}]), ${sql.ref(`${row}.child`)})`,
    controllers: sql`array(select distinct unnest(array[${sql.ref(`${row}.from_agency`)}, ${sql.ref(`${row}.to_agency`)}]))`,
  }),
};
