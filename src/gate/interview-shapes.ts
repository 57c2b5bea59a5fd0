import { sql } from 'kysely';
import { aboutAChild, ofSameChild } from './about-a-child.ts';
import { instantText } from './instant-text.ts';
import { ownRedactedText } from './own-redacted-text.ts';
import { holdersNow } from './rule-sql.ts';
import type { Link, Shape } from './shape.ts';
import { slot, type Sql } from './slot.ts';

const latest = (column: string) => (row: string): Sql => sql`${sql.ref(`${row}.${column}`)} desc, ${sql.ref(`${row}.id`)} desc`;
const marked = (row: string): Sql => sql`${sql.ref(`${row}.restricted`)} = 'YES'`;
const amongIds = (id: string, ids: string): Sql => sql`${sql.ref(id)} = any (${sql.ref(ids)})`;

/**
 * Those about this episode: found by the first they name, or among the child's own that name several, so that no more is read
 * where the child has a long history. An index finds each half, for neither compares whole arrays.
 */
const ofThisEpisode = (row: string, parent: string): Sql => {
  const episodes = sql.ref(`${row}.episode_ids`);
  const severals = sql`${ofSameChild(row, parent)} and ${episodes}[2] is not null and ${amongIds(`${parent}.id`, `${row}.episode_ids`)}`;
  return sql`(${episodes}[1] = ${sql.ref(`${parent}.id`)} or ${severals})`;
};

/** Links to what is told of a child, from a row of the same child. */
export const toInterviews: Link = { to: 'ReturnInterview', many: true, where: ofSameChild, order: latest('held_from_at') };
export const toOffers: Link = { to: 'Offer', many: true, where: ofSameChild, order: latest('offered_from_at') };
export const toRiskAssessments: Link = { to: 'RiskAssessment', many: true, where: ofSameChild, order: latest('assessed_from_at') };
export const toPlacementAgreements: Link = { to: 'PlacementAgreement', many: true, where: ofSameChild, order: latest('agreed_from_at') };
export const toLocating: Link = { to: 'LocatingFacts', many: true, where: ofSameChild, order: latest('held_from_at') };
export const toIntelligence: Link = { to: 'IntelligenceItem', many: true, where: ofSameChild, order: latest('recorded_from_at') };
export const toSafetyNotes: Link = { to: 'SafetyNote', many: true, where: ofSameChild, order: latest('at') };
/** The interviews of one episode. */
export const toOwnInterviews: Link = { ...toInterviews, where: ofThisEpisode };
/** The offers made about one episode. */
export const toOwnOffers: Link = { ...toOffers, where: ofThisEpisode };
const toChild: Link = { to: 'Child', many: false, where: ofSameChild, order: (row) => sql.ref(`${row}.id`) };
const ownEpisodes: Link = {
  to: 'Episode',
  many: true,
  where: (row, parent) => amongIds(`${row}.id`, `${parent}.episode_ids`),
  order: latest('missing_from_at'),
};
const ofThisInterview = (row: string, parent: string): Sql => sql`${sql.ref(`${row}.interview`)} = ${sql.ref(`${parent}.id`)}`;

export const offerShape: Shape = {
  table: sql.table('offer'),
  satellites: {},
  columns: {},
  links: { episodes: ownEpisodes },
  identity: aboutAChild,
};

export const riskAssessmentShape: Shape = {
  table: sql.table('risk_assessment'),
  satellites: {},
  columns: {},
  links: { episodes: ownEpisodes },
  identity: aboutAChild,
};

export const placementAgreementShape: Shape = {
  table: sql.table('placement_agreement'),
  satellites: {},
  columns: {
    from: (row) => sql.ref(`${row}.from_date`),
    // Kept nowhere: worked out for each reader by the practices of whose child it is now, which these are.
    gaps: (row) => holdersNow(row, 'responsible'),
  },
  links: {},
  identity: aboutAChild,
};

export const interviewShape: Shape = {
  table: sql.table('interview'),
  satellites: { redacted: ownRedactedText, full: { table: 'interview_full' } },
  columns: {
    restricted: marked,
    // Recorded ahead of its time, it has not taken place for anybody yet.
    state: (row) => sql`replace(${sql.ref(`${row}.state`)}, case when ${sql.ref(`${row}.held_from_at`)} > ${slot('now')} then 'COMPLETED' else '' end, 'OFFERED')`,
    sentence: (row) => sql`case when ${sql.ref(`${row}.consent_not_given`)} && array[${slot('agency')}, ${slot('person')}]
      then ${sql.ref(`${row}.sentence`)} || ' The child did not agree that it is shared with you.' else ${sql.ref(`${row}.sentence`)} end`,
  },
  links: {
    child: toChild,
    episodes: ownEpisodes,
    offers: { ...toOffers, where: (row, parent) => sql`${sql.ref(`${row}.id`)} = any (${sql.ref(`${parent}.record_ids`)})` },
    redactions: { to: 'Redaction', many: true, where: ofThisInterview, order: latest('proposed_at') },
    sharing: { to: 'SharingRecord', many: true, where: ofThisInterview, order: latest('at') },
    intelligence: { ...toIntelligence, where: ofThisInterview },
  },
  identity: aboutAChild,
};

export const locatingShape: Shape = {
  table: sql.table('interview_locating'),
  satellites: {},
  columns: { restricted: marked },
  links: {},
  identity: aboutAChild,
};

export const redactionShape: Shape = {
  table: sql.table('redaction'),
  satellites: {},
  columns: { proposedAt: (row) => instantText(sql.ref(`${row}.proposed_at`)) },
  links: {},
  identity: aboutAChild,
};

export const sharingRecordShape: Shape = {
  table: sql.table('sharing_record'),
  satellites: {},
  columns: { at: (row) => instantText(sql.ref(`${row}.at`)), until: (row) => instantText(sql.ref(`${row}.until`)) },
  links: {},
  identity: aboutAChild,
};

export const intelligenceShape: Shape = {
  table: sql.table('intelligence'),
  satellites: {
    sanitised: { table: 'intelligence_sanitised' },
    content: { table: 'intelligence_content' },
    source: { table: 'intelligence_source' },
    result: { table: 'intelligence_result' },
  },
  columns: {
    area: (row) => sql`nullif(${sql.ref(`${row}.area`)}, '')`,
    released: (row) => sql`${sql.ref(`${row}.released`)} = 'YES'`,
  },
  links: {
    child: toChild,
    interview: {
      to: 'ReturnInterview',
      many: false,
      where: (row, parent) => sql`${sql.ref(`${row}.record_ids`)} @> array[${sql.ref(`${parent}.interview`)}]`,
      order: (row) => sql.ref(`${row}.id`),
    },
  },
  identity: aboutAChild,
};

export const safetyNoteShape: Shape = {
  table: sql.table('safety_note'),
  satellites: {},
  columns: {
    approved: (row) => sql`${sql.ref(`${row}.approved`)} = 'YES'`,
    at: (row) => instantText(sql.ref(`${row}.at`)),
    acknowledgedAt: (row) => instantText(sql.ref(`${row}.acknowledged_at`)),
  },
  links: { child: toChild },
  identity: aboutAChild,
};

/** What a person is to be told first. */
export const noticeShape: Shape = {
  table: sql.table('briefing_notice'),
  satellites: {},
  columns: { raisedAt: (row) => instantText(sql.ref(`${row}.raised_at`)), answerBy: (row) => instantText(sql.ref(`${row}.answer_by`)), since: (row) => instantText(sql.ref(`${row}.visible_from`)) },
  links: {
    child: { to: 'Child', many: false, where: (row, parent) => sql`${sql.ref(`${row}.record_ids`)} @> array[${sql.ref(`${parent}.child`)}]`, order: (row) => sql.ref(`${row}.id`) },
  },
  identity: (row) => ({
    id: sql.ref(`${row}.id`),
    version: sql`1`,
    // A notice names a person record; who sees the child is written down under the id it is shown by.
    child: sql`coalesce((select child.id from child where child.record_ids @> array[${sql.ref(`${row}.child`)}]), ${sql.ref(`${row}.child`)})`,
    controllers: sql`null`,
  }),
};
