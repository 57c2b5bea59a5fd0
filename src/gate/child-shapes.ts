import { sql } from 'kysely';
import { holdersNow, onlyHolder } from './rule-sql.ts';
import type { RowIdentity, Shape } from './shape.ts';
import { slot, type Sql } from './slot.ts';

const latestPlacement = (row: string): Sql => sql`${sql.ref(`${row}.from_at`)} desc, ${sql.ref(`${row}.id`)} desc`;
const ofSameChild = (row: string, parent: string): Sql => sql`${sql.ref(`${row}.child_id`)} = ${sql.ref(`${parent}.child_id`)}`;

const aboutAChild = (row: string): RowIdentity => ({
  id: sql.ref(`${row}.id`),
  version: sql.ref(`${row}.version`),
  child: sql.ref(`${row}.child_id`),
  controllers: sql`case when not ${onlyHolder(row, 'responsible', slot('agency'))}
    then coalesce(nullif(${holdersNow(row, 'responsible')}, '{}'), ${holdersNow(row, 'forces')}) end`,
});

export const childShape: Shape = {
  table: sql.table('child'),
  satellites: {
    home: 'child_contact',
    addresses: 'child_address',
    numbers: 'child_number',
    provenance: 'child_source',
    likeness: 'child_likeness',
  },
  columns: {
    missingNow: (row) => sql`${sql.ref(`${row}.missing_now`)} = 'YES'`,
    responsibleAuthorities: (row) => holdersNow(row, 'responsible'),
    age: (row) => sql`coalesce(
      extract(year from age((${slot('now')} at time zone 'Europe/London')::date, ${sql.ref(`${row}.birth_date`)}))::integer,
      ${sql.ref(`${row}.age_years_stated`)})`,
  },
  links: {
    episodes: {
      to: 'Episode',
      many: true,
      where: ofSameChild,
      order: (row) => sql`${sql.ref(`${row}.missing_from_at`)} desc, ${sql.ref(`${row}.id`)} desc`,
      began: (row) => sql.ref(`${row}.missing_from_at`),
    },
    placements: { to: 'Placement', many: true, where: ofSameChild, order: latestPlacement },
    placement: {
      to: 'Placement',
      many: false,
      where: (row, parent) => sql`${ofSameChild(row, parent)} and ${sql.ref(`${row}.from_at`)} <= ${slot('now')}
        and coalesce(${sql.ref(`${row}.until_at`)} > ${slot('now')}, true)`,
      order: latestPlacement,
    },
  },
  identity: aboutAChild,
};

export const placementShape: Shape = {
  table: sql.table('placement'),
  satellites: {},
  columns: { from: (row) => sql.ref(`${row}.from_date`), until: (row) => sql.ref(`${row}.until_date`) },
  links: {},
  identity: aboutAChild,
};

export const episodeShape: Shape = {
  table: sql.table('episode'),
  satellites: { circumstances: 'episode_circumstances', provenance: 'episode_source' },
  columns: { open: (row) => sql.ref(`${row}.is_open`) },
  links: {
    child: { to: 'Child', many: false, where: ofSameChild, order: (row) => sql.ref(`${row}.id`) },
  },
  identity: aboutAChild,
};
