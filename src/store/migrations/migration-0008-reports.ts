import { Migration } from '@mikro-orm/migrations';
import { AGENCY, holds, is, PERSON, reaches, relation, setting } from './second-wall.ts';

const RELATIONS = ['responsible', 'hosts', 'forces', 'providers', 'partners', 'intelligence_agencies', 'named'];
const FACTS = `child_id uuid not null, ${RELATIONS.map(relation).join(', ')}, candidates text[] not null default '{}',
  missing_now text not null, agencies text[] not null default '{}', version integer not null, row_hash text not null,
  people text[] not null default '{}', recent_during tstzmultirange not null default '{}', restricted text not null default 'NO',
  awaits_naming text not null default 'NO', keeps text[] not null default '{}', opens text[] not null default '{}'`;

/** Whoever is named round the child, and these. */
const or = (...stands: readonly string[]): string => `(${[...stands, `${PERSON} = any (people)`].join(' or ')})`;
/** Until somebody is named: the service's manager and the allocated social worker. */
const UNRESTRICTED = `(restricted = 'NO' or ${is('ADMITTED')} or (awaits_naming = 'YES'
  and ((${holds('responsible')} and (select ${setting('role')}) = 'TEAM_MANAGER') or ${is('SOCIAL_WORKER')})))`;
const inEmergency = (level: string): string => `(${reaches(level)} or (${reaches('emergency')} and ${is('EMERGENCY')}))`;
const OWN = `(originator = ${AGENCY} or originator = ${PERSON})`;

interface ReportTable {
  readonly table: string;
  readonly columns: string;
  /** What the second wall asks besides that the child is not restricted. */
  readonly wall: string;
}

const TABLES: readonly ReportTable[] = [
  {
    table: 'episode_condition',
    columns: 'id uuid primary key, return_condition text',
    wall: `${inEmergency('condition')} and ${or(...['responsible', 'hosts', 'forces', 'providers'].map(holds))}`,
  },
  {
    // One row for each report that somebody made in the hub; whoever reads it here reads what they reported themselves.
    table: 'episode_report',
    columns: `id uuid primary key, episode uuid not null, record uuid not null, part text not null, happened_from_at timestamptz not null,
      matter text not null, kind text, missing_since json, missing_from text, last_seen_at json, last_seen_with text, last_seen_place text,
      clothing text, circumstances text, risk_factors text, actions_taken text, finding_ideas text, informed_persons text,
      located_at json, located_place text, located_how text, returned_at json, returned_to text, return_method text, received_by text,
      condition text, debrief text, risk text, risk_at json, risk_why text, revision integer not null, originator text not null`,
    wall: `${reaches('reported')} and ${OWN} and ${or(holds('providers'))}`,
  },
  {
    table: 'profile',
    columns: `id uuid primary key, description text, friends text, places text, medical text, phone text, social_media text,
      revision integer not null, originator text not null`,
    wall: `${reaches('reported')} and ${OWN} and ${or(holds('providers'))}`,
  },
  {
    // The police and a host see what is kept ready only while the child is missing.
    table: 'child_profile',
    columns: 'id uuid primary key, profiles json not null',
    wall: `${inEmergency('profiles')} and ${or(holds('responsible'), `(missing_now = 'YES' and (${holds('hosts')} or ${holds('forces')}))`)}`,
  },
];

/** What people report of an episode in the hub, what they keep ready for one, and who reads which. */
export class Migration0008Reports extends Migration {
  override up(): void {
    this.addSql(`alter table episode_circumstances add column clothing text, add column finding_ideas text, add column located_how text,
      add column received_by text, add column return_debrief text, add column assessed_risks json not null default '[]', add column reports json not null default '[]'`);
    this.addSql(`alter table placement add column revision integer`);
    for (const { table, columns, wall } of TABLES) {
      this.addSql(`create table ${table} (${columns}, ${FACTS})`);
      this.addSql(`create index ${table}_by_child on ${table} (child_id)`);
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`alter table ${table} force row level security`);
      this.addSql(`create policy reader on ${table} for select to homeward_reader using (agencies @> array[${AGENCY}] and ${wall} and ${UNRESTRICTED})`);
      this.addSql(`create policy writer on ${table} to homeward_writer using (true) with check (true)`);
      this.addSql(`grant select on ${table} to homeward_reader`);
      this.addSql(`grant select, insert, update, delete on ${table} to homeward_writer`);
    }
    this.addSql(`create index episode_report_by_episode on episode_report (episode)`);
  }

  override down(): void {
    throw new Error('What people reported is not undone; restore the backup instead.'); // eslint-disable-line no-restricted-syntax
  }
}
