import { Migration } from '@mikro-orm/migrations';
import { AGENCY, ERASING, holds, is, PERSON, reaches, relation, setting } from './second-wall.ts';

const RELATIONS = ['responsible', 'hosts', 'forces', 'providers', 'partners', 'intelligence_agencies', 'named'];

const FACTS = `
  child_id uuid not null, ${RELATIONS.map(relation).join(', ')},
  candidates text[] not null default '{}', missing_now text not null, agencies text[] not null default '{}', people text[] not null default '{}',
  recent_during tstzmultirange not null default '{}', restricted text not null default 'NO', awaits_naming text not null default 'NO',
  keeps text[] not null default '{}', opens text[] not null default '{}', version integer not null, row_hash text not null`;

/** Each at a level of its own: police and conference coordinators reach a FULL interview that is released to them, and none of this. */
const TABLES = [
  {
    table: 'risk_assessment',
    level: 'assessments',
    columns: `id uuid primary key, at json not null, assessed_from_at timestamptz not null, risk text, word text not null, factors text, plan text,
      assessor text, valid_until json, made_by text not null, episode_ids uuid[] not null, ${FACTS}`,
  },
  {
    table: 'placement_agreement',
    level: 'agreements',
    columns: `id uuid primary key, from_date json not null, agreed_from_at timestamptz not null, urn text, host_authority text, host_officer text,
      host_contact text, who_interviews text, result_how text, result_by text, made_by text not null, ${FACTS}`,
  },
] as const;

/** The second wall: the responsible and the host authority, and people named round the child; closed where a setting is missing. */
const wallAt = (level: string): string => `(${reaches(level)} or (${reaches('emergency')} and ${is('EMERGENCY')}))
  and agencies @> array[${AGENCY}] and (${holds('responsible')} or ${holds('hosts')} or ${PERSON} = any (people))
  and (restricted = 'NO' or ${is('ADMITTED')}
    or (awaits_naming = 'YES' and ((${holds('responsible')} and (select ${setting('role')}) = 'TEAM_MANAGER') or ${is('SOCIAL_WORKER')})))`;

/** What comes from other authorities' hubs: risk assessments, placement agreements, and the signature a document came with. */
export class Migration0009Exchange extends Migration {
  override up(): void {
    this.addSql(`alter table source_document add column signature text`);
    for (const { table, level, columns } of TABLES) {
      this.addSql(`create table ${table} (${columns})`);
      this.addSql(`create index ${table}_by_child on ${table} (child_id)`);
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`alter table ${table} force row level security`);
      this.addSql(`create policy reader on ${table} for select to homeward_reader using (${wallAt(level)})`);
      this.addSql(`create policy writer on ${table} to homeward_writer using (true) with check (true)`);
      this.addSql(`create policy eraser on ${table} to current_user using (${ERASING}) with check (${ERASING})`);
      this.addSql(`grant select on ${table} to homeward_reader`);
      this.addSql(`grant select, insert, update, delete on ${table} to homeward_writer`);
    }
  }

  override down(): void {
    throw new Error('What other authorities sent is not undone; restore the backup instead.'); // eslint-disable-line no-restricted-syntax
  }
}
