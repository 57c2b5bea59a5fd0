import { sql } from 'kysely';
import { aboutAChild, ofSameChild } from './about-a-child.ts';
import { instantText } from './instant-text.ts';
import { holdersNow } from './rule-sql.ts';
import type { Link, Shape } from './shape.ts';
import { slot, type Sql } from './slot.ts';

const at = (column: string) => (row: string): Sql => instantText(sql.ref(`${row}.${column}`));
const lastDone = (row: string): Sql => sql`${sql.ref(`${row}.done_from_at`)} desc, ${sql.ref(`${row}.id`)} desc`;
/** Each agency's of each kind in turn, by turns the latest and the earliest of them: those the reader is shown, since the others are not counted. */
const byKind = (kind: string) => (row: string): Sql => {
  const partition = sql`partition by ${sql.ref(`${row}.${kind}`)}, split_part(${sql.ref(`${row}.by`)}, '@', 2)`;
  const done = sql.ref(`${row}.done_from_at`);
  return sql`least(row_number() over (${partition} order by ${done} desc, ${sql.ref(`${row}.id`)}), row_number() over (${partition} order by ${done}, ${sql.ref(`${row}.id`)})), ${lastDone(row)}`;
};
/** A word whose place a later one takes stands until the time that the later one names has come. */
export const notReplaced = (row: string): Sql => sql`${sql.ref(`${row}.replaced_from_at`)} > ${slot('now')}`;
const ofThisEpisode = (row: string, parent: string): Sql => sql`${sql.ref(`${row}.episode`)} = ${sql.ref(`${parent}.id`)} and ${notReplaced(row)}`;
const toChild: Link = { to: 'Child', many: false, where: ofSameChild, order: (row) => sql.ref(`${row}.id`) };
const toEpisode: Link = { to: 'Episode', many: false, where: (row, parent) => sql`${sql.ref(`${row}.id`)} = ${sql.ref(`${parent}.episode`)}`, order: (row) => sql.ref(`${row}.id`) };

/** The items that were recorded of the concern a record hangs from. */
const ofSameConcern: Link = {
  to: 'IntelligenceItem',
  many: true,
  where: (row, parent) => sql`${ofSameChild(row, parent)} and ${sql.ref(`${row}.concern`)} = ${sql.ref(`${parent}.concern`)}`,
  order: (row) => sql`${sql.ref(`${row}.recorded_from_at`)} desc, ${sql.ref(`${row}.id`)} desc`,
};

/** What is done about one episode, and what is written of it beside the interview. */
export const toReturnSteps: Link = { to: 'ReturnStep', many: true, where: ofThisEpisode, order: lastDone, evenly: byKind('step') };
export const toCaseRecords: Link = { to: 'CaseRecord', many: true, where: ofThisEpisode, order: lastDone, evenly: byKind('record') };
/** How the child is reached safely: whatever was written of it and stands, of whichever episode, the latest first. */
export const toSafeContact: Link = {
  to: 'CaseRecord',
  many: true,
  where: (row, parent) => sql`${ofSameChild(row, parent)} and ${sql.ref(`${row}.record`)} = 'SAFE_CONTACT' and ${notReplaced(row)}`,
  order: (row) => sql`${sql.ref(`${row}.written_at`)} desc, ${sql.ref(`${row}.id`)} desc`,
};
/** What is raised of a child, and what people are to do: what is open first, the next due first. */
export const toConcerns: Link = {
  to: 'Concern',
  many: true,
  where: ofSameChild,
  order: (row) => sql`${sql.ref(`${row}.heard_from_at`)} desc, ${sql.ref(`${row}.id`)} desc`,
  began: (row) => sql.ref(`${row}.written_at`),
};
export const toCaseActions: Link = {
  to: 'CaseAction',
  many: true,
  where: ofSameChild,
  order: (row) => sql`(${sql.ref(`${row}.state`)} = 'OPEN') desc, ${sql.ref(`${row}.due`)}, ${sql.ref(`${row}.id`)}`,
  open: (row) => sql`${sql.ref(`${row}.state`)} = 'OPEN'`,
};

export const returnStepShape: Shape = {
  table: sql.table('return_step'),
  satellites: {},
  columns: { writtenAt: at('written_at') },
  links: { episode: toEpisode },
  identity: aboutAChild,
};

export const caseRecordShape: Shape = {
  table: sql.table('case_record'),
  satellites: {},
  columns: { writtenAt: at('written_at') },
  links: { episode: toEpisode, intelligence: ofSameConcern },
  identity: aboutAChild,
};

export const concernShape: Shape = {
  table: sql.table('concern'),
  satellites: {},
  columns: { writtenAt: at('written_at'), answeredAt: at('answered_at'), due: at('due'), addressed: (row) => holdersNow(row, 'addressed') },
  links: { child: toChild },
  identity: aboutAChild,
};

export const caseActionShape: Shape = {
  table: sql.table('case_action'),
  satellites: {},
  columns: {
    writtenAt: at('written_at'),
    closedAt: at('closed_at'),
    due: at('due'),
    overdue: (row) => sql`${sql.ref(`${row}.state`)} = 'OPEN' and ${sql.ref(`${row}.due`)} <= ${slot('now')}`,
  },
  links: { child: toChild },
  identity: aboutAChild,
};
