import { Migration } from '@mikro-orm/migrations';
import { AGENCY, ERASING, holds, is, PERSON, reaches, relation, setting } from './second-wall.ts';

const RELATIONS = ['responsible', 'hosts', 'forces', 'providers', 'partners', 'intelligence_agencies', 'named'];
const FACTS = `child_id uuid not null, ${RELATIONS.map(relation).join(', ')},
  candidates text[] not null default '{}', missing_now text not null, agencies text[] not null default '{}', people text[] not null default '{}',
  recent_during tstzmultirange not null default '{}', restricted text not null default 'NO', awaits_naming text not null default 'NO',
  keeps text[] not null default '{}', opens text[] not null default '{}', version integer not null, row_hash text not null`;
const WRITTEN = 'by text not null, written_at timestamptz not null, revision integer not null';

const or = (...stands: readonly string[]): string => `(${[...stands, `${PERSON} = any (people)`].join(' or ')})`;
/** Until somebody is named: the service's manager and the allocated social worker. */
const UNRESTRICTED = `(restricted = 'NO' or ${is('ADMITTED')} or (awaits_naming = 'YES'
  and ((${holds('responsible')} and (select ${setting('role')}) = 'TEAM_MANAGER') or ${is('SOCIAL_WORKER')})))`;
const inEmergency = (level: string): string => `(${reaches(level)} or (${reaches('emergency')} and ${is('EMERGENCY')}))`;
const OWN = `(owner = ${AGENCY} or owner = ${PERSON})`;
const ROLE = `(select ${setting('role')} || ':' || ${AGENCY})`;
const addressedAs = (name: string): string => `coalesce(addressed_during[array_position(addressed, ${name})] @> (select ${setting('now')}::timestamptz), false)`;

interface CaseTable {
  readonly table: string;
  readonly columns: string;
  /** What the second wall asks besides that the child is not restricted. */
  readonly wall: string;
}

const TABLES: readonly CaseTable[] = [
  {
    table: 'return_step',
    columns: `id uuid primary key, episode uuid, step text not null, at json not null, done_from_at timestamptz not null, addressee text, outcome text,
      words text, departure text, covered_by text, ask_again_on text, ${WRITTEN}`,
    // The placement reads the plan to prevent another episode, and nothing else of what is done.
    wall: `${inEmergency('steps')} and ${or(holds('responsible'), holds('hosts'), holds('forces'), `(step = 'PREVENTION_PLAN' and ${holds('providers')})`)}`,
  },
  {
    table: 'case_record',
    columns: `id uuid primary key, episode uuid, record text not null, at json not null, done_from_at timestamptz not null, outcome text,
      grounds text[] not null, present text[] not null, words text, concern uuid, departure text, originator text not null, ${WRITTEN}`,
    wall: `${inEmergency('assessments')} and ${or(holds('responsible'), `(originator = ${AGENCY} and ${holds('hosts')})`)}`,
  },
  {
    table: 'concern',
    columns: `id uuid primary key, concern text not null, words text not null, at json not null, heard_from_at timestamptz not null, risk text not null,
      interview uuid, answered_at timestamptz, answered_by text, action text, owner text, due timestamptz, given_name text, family_name text,
      date_of_birth json, placement_name text, originator text not null, ${relation('addressed')}, ${WRITTEN}`,
    wall: `${inEmergency('concerns')} and ${or(holds('responsible'), `(originator = ${AGENCY} and ${holds('hosts')})`, addressedAs(ROLE), addressedAs(PERSON))}`,
  },
  {
    table: 'case_action',
    columns: `id uuid primary key, what text not null, owner text not null, due timestamptz not null, state text not null, outcome text, comes_from uuid,
      closed_at timestamptz, ${WRITTEN}`,
    wall: `${inEmergency('steps')} and ${or(...['responsible', 'hosts', 'forces'].map(holds), OWN)}`,
  },
];

/** What is done after a return, what is written and raised beside the interview, and what people are to do. */
export class Migration0018Case extends Migration {
  override up(): void {
    for (const { table, columns, wall } of TABLES) {
      this.addSql(`create table ${table} (${columns}, ${FACTS})`);
      this.addSql(`create index ${table}_by_child on ${table} (child_id)`);
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`alter table ${table} force row level security`);
      this.addSql(`create policy reader on ${table} for select to homeward_reader using (agencies @> array[${AGENCY}] and ${wall} and ${UNRESTRICTED})`);
      this.addSql(`create policy writer on ${table} to homeward_writer using (true) with check (true)`);
      this.addSql(`create policy eraser on ${table} to current_user using (${ERASING}) with check (${ERASING})`);
      this.addSql(`grant select on ${table} to homeward_reader`);
      this.addSql(`grant select, insert, update, delete on ${table} to homeward_writer`);
    }
    this.addSql(`alter table episode add column finalised_at timestamptz`);
    this.addSql(`create index return_step_by_episode on return_step (episode)`);
    this.addSql(`create index case_record_by_episode on case_record (episode)`);
    this.addSql(`create index case_action_by_owner on case_action (owner) where state = 'OPEN'`);
    this.addSql(`create index concern_unanswered on concern (heard_from_at) where answered_at is null`);
  }

  override down(): void {
    throw new Error('What was done after a return is not undone; restore the backup instead.'); // eslint-disable-line no-restricted-syntax
  }
}
