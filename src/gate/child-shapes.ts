import { sql } from 'kysely';
import { aboutAChild, ofSameChild } from './about-a-child.ts';
import { toCaseActions, toCaseRecords, toConcerns, toReturnSteps, toSafeContact } from './case-shapes.ts';
import { instantText } from './instant-text.ts';
import { toIntelligence, toInterviews, toLocating, toOffers, toOwnInterviews, toOwnOffers, toPlacementAgreements, toRiskAssessments, toSafetyNotes } from './interview-shapes.ts';
import { toReviews } from './review-shape.ts';
import { placementStands } from '../store/placement-stands.ts';
import { holdersNow } from './rule-sql.ts';
import type { Shape } from './shape.ts';
import { slot, type Sql } from './slot.ts';

/** The return workers assigned now, and since when. */
const workersNow = (row: string): Sql => sql`(select coalesce(json_agg(json_build_object('person', split_part(holder.name, ':', 2),
  'since', case when lower_inf(holder.during) then null else ${instantText(sql`lower(holder.during)`)} end) order by holder.name), '[]'::json)
  from unnest(${sql.ref(`${row}.named`)}, ${sql.ref(`${row}.named_during`)}) as holder(name, during)
  where holder.during @> ${slot('now')} and split_part(holder.name, ':', 1) in ('WORKER', 'GUEST_WORKER'))`;
/** The store's words for it, with the moment left open for every run. */
const standsNow = (row: string): Sql => sql.join(placementStands(`"${row}"`, MOMENT).split(MOMENT).map((part) => sql.raw(part)), slot('now'));
const MOMENT = ':now:';
const latestPlacement = (row: string): Sql => sql`${sql.ref(`${row}.from_at`)} desc, ${sql.ref(`${row}.id`)} desc`;

export const childShape: Shape = {
  table: sql.table('child'),
  satellites: {
    home: { table: 'child_contact' },
    addresses: { table: 'child_address' },
    numbers: { table: 'child_number' },
    profiles: { table: 'child_profile' },
    provenance: { table: 'child_source' },
    likeness: { table: 'child_likeness' },
  },
  columns: {
    missingNow: (row) => sql`${sql.ref(`${row}.missing_now`)} = 'YES'`,
    restricted: (row) => sql`${sql.ref(`${row}.restricted`)} = 'YES'`,
    responsibleAuthorities: (row) => holdersNow(row, 'responsible'),
    age: (row) => sql`coalesce(
      extract(year from age((${slot('now')} at time zone 'Europe/London')::date, ${sql.ref(`${row}.birth_date`)}))::integer,
      ${sql.ref(`${row}.age_years_stated`)})`,
  },
  links: {
    possiblySame: toReviews,
    episodes: {
      to: 'Episode',
      many: true,
      where: ofSameChild,
      order: (row) => sql`${sql.ref(`${row}.missing_from_at`)} desc, ${sql.ref(`${row}.id`)} desc`,
      began: (row) => sql.ref(`${row}.missing_from_at`),
    },
    interviews: toInterviews,
    offers: toOffers,
    riskAssessments: toRiskAssessments,
    placementAgreements: toPlacementAgreements,
    locating: toLocating,
    intelligence: toIntelligence,
    safetyNotes: toSafetyNotes,
    concerns: toConcerns,
    safeContact: toSafeContact,
    caseActions: toCaseActions,
    homeProfiles: { to: 'HomeProfile', many: true, where: ofSameChild, order: (row) => sql.ref(`${row}.id`) },
    placements: { to: 'Placement', many: true, where: ofSameChild, order: latestPlacement },
    placement: {
      to: 'Placement',
      many: false,
      // Of all a child ever had few have not ended; that the rest began earlier is no reason to look through them.
      where: (row, parent) => sql`${ofSameChild(row, parent)} and ${standsNow(row)}`,
      order: latestPlacement,
    },
  },
  identity: aboutAChild,
};

export const placementShape: Shape = {
  table: sql.table('placement'),
  satellites: { provenance: { table: 'placement_source' } },
  columns: { from: (row) => sql.ref(`${row}.from_date`), until: (row) => sql.ref(`${row}.until_date`) },
  links: {},
  identity: aboutAChild,
};

export const episodeShape: Shape = {
  table: sql.table('episode'),
  satellites: { circumstances: { table: 'episode_circumstances' }, condition: { table: 'episode_condition' }, provenance: { table: 'episode_source' } },
  columns: {
    open: (row) => sql.ref(`${row}.is_open`),
    restricted: (row) => sql`${sql.ref(`${row}.restricted`)} = 'YES'`,
    finalisedAt: (row) => instantText(sql.ref(`${row}.finalised_at`)),
    workers: workersNow,
    // Kept nowhere: worked out for each reader of what that reader is shown. Here is only whether they may have it.
    clocks: () => sql`true`,
    nextStep: () => sql`true`,
  },
  links: {
    interviews: toOwnInterviews,
    offers: toOwnOffers,
    returnSteps: toReturnSteps,
    caseRecords: toCaseRecords,
    missingWith: {
      to: 'Episode',
      many: true,
      // What ties them was said of both; each is shown to those alone who may see it.
      where: (row, parent) => sql`${sql.ref(`${row}.together`)} && ${sql.ref(`${parent}.together`)} and ${sql.ref(`${row}.child_id`)} <> ${sql.ref(`${parent}.child_id`)}
        and ${sql.ref(`${row}.missing_from_at`)} <= coalesce(${sql.ref(`${parent}.returned_until_at`)}, 'infinity')
        and ${sql.ref(`${parent}.missing_from_at`)} <= coalesce(${sql.ref(`${row}.returned_until_at`)}, 'infinity')`,
      order: (row) => sql`${sql.ref(`${row}.missing_from_at`)} desc, ${sql.ref(`${row}.id`)} desc`,
    },
    homeReports: {
      to: 'HomeReport',
      many: true,
      where: (row, parent) => sql`${sql.ref(`${row}.episode`)} = ${sql.ref(`${parent}.id`)}`,
      order: (row) => sql`${sql.ref(`${row}.happened_from_at`)} desc, ${sql.ref(`${row}.id`)} desc`,
    },
    child: { to: 'Child', many: false, where: ofSameChild, order: (row) => sql.ref(`${row}.id`) },
  },
  identity: aboutAChild,
};

/** What a home or carer reported of an episode itself; the rows of others are never theirs. */
export const homeReportShape: Shape = {
  table: sql.table('episode_report'),
  satellites: {},
  columns: {},
  links: {},
  identity: aboutAChild,
};

/** What a home or carer keeps ready itself of a child. */
export const homeProfileShape: Shape = {
  table: sql.table('profile'),
  satellites: {},
  columns: {},
  links: {},
  identity: aboutAChild,
};
