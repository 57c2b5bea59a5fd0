import { sql } from 'kysely';
import { instantText } from './instant-text.ts';
import type { Shape } from './shape.ts';
import { slot, type Sql } from './slot.ts';

/** The objects of one answer whose controller is the viewer's own agency; an answer may hold children of several. */
export function ownObjects(row: string): Sql {
  // Read once into a form that is asked by place: an answer may hold thousands of objects.
  return sql`(select ${sql.ref(`${row}.body`)}::jsonb as body offset 0) as told
    cross join lateral jsonb_array_elements(told.body->'objects') as object
    cross join lateral (select told.body #> array['classes', object->>0] as class, told.body #>> array['children', object->>4] as child) as named
    where (told.body #> array['controllers', object->>1]) ? ${slot('agency')}`;
}

/** What left the hub, for the auditor of the controller: who read which objects, never what they said. */
export const disclosureShape: Shape = {
  table: sql.table('disclosure'),
  satellites: {},
  columns: {
    at: (row) => instantText(sql.ref(`${row}.at`)),
    controllers: () => sql`array[${slot('agency')}]`,
    children: (row) => sql`array(select distinct named.child from ${ownObjects(row)} and named.child is not null order by 1)`,
    objects: (row) => sql`(select coalesce(json_agg(json_build_object('type', class->'type', 'id', object->2,
      'version', object->3, 'level', class->'level', 'fields', class->'fields',
      'emergency', coalesce(class->'emergency', 'false'), 'basis', object->5)), '[]') from ${ownObjects(row)})`,
  },
  links: {},
  identity: (row) => ({
    id: sql.ref(`${row}.id`),
    version: sql`1`,
    child: sql`null::uuid`,
    controllers: sql`array[${slot('agency')}]`,
  }),
};
