import { Migration } from '@mikro-orm/migrations';
import { AGENCY, ERASING, is, PERSON, reaches, relation, setting } from './second-wall.ts';

const ROLE = `(select ${setting('role')} || ':' || ${AGENCY})`;
const UNRESTRICTED = `(restricted = 'NO' or ${is('ADMITTED')} or (awaits_naming = 'YES' and (select ${setting('role')}) = 'TEAM_MANAGER'))`;
/** The sender's people whenever it was made; the receiver's coordinator, and whom it is for, once it came. Whoever checks the logs reads no content here. */
const WALL = `${reaches('transmissions')} and (from_agency = ${AGENCY}
  or (came = 'YES' and (to_agency = ${AGENCY} or recipient = ${PERSON} or recipient = ${ROLE})))
  and (${reaches('disclosures')} or ${UNRESTRICTED})`;

const TRANSMISSION = `create table transmission (
  id uuid primary key, matter text not null, act text not null check (act in ('assert', 'correct', 'retract')), corrects uuid references transmission,
  records uuid[] not null check (cardinality(records) > 0), child uuid not null,
  from_agency text not null, to_agency text not null, recipient text not null, channel text not null,
  decision uuid, because text not null, revision integer not null, made_at timestamptz not null, made_by text not null,
  state text not null check (state in ('HELD', 'QUEUED', 'SENT', 'ACKNOWLEDGED', 'REFUSED', 'DEAD')), holds text[] not null, tries integer not null,
  has_left boolean not null, withdrawn_too_late boolean not null, fence integer not null, lease_until timestamptz, next_try_at timestamptz not null, fault text,
  held_from_at timestamptz, held_until_at timestamptz, deadline json, result_by text, due_at timestamptz, overdue_told_at timestamptz,
  version_seen text, sent_digest text, sent json, received json, sent_at timestamptz, acknowledged_at timestamptz,
  level text, fields text[] not null default '{}', came text not null default 'NO',
  restricted text not null default 'NO', awaits_naming text not null default 'NO', ${relation('named')})`;

const EVENT = `create table transmission_event (number bigint generated always as identity primary key, transmission uuid not null references transmission,
  event text not null, at timestamptz not null, by text not null, code text)`;
const PAUSE = `create table exchange_pause (number bigint generated always as identity primary key, from_agency text not null, partner text not null,
  paused boolean not null, by text not null, reason text not null, at timestamptz not null)`;

const TABLES = [
  { table: 'transmission', ddl: TRANSMISSION, wall: WALL, verbs: 'select, insert, update' },
  // Whoever sees the transmission sees what became of it.
  { table: 'transmission_event', ddl: EVENT, wall: `exists (select from transmission as whole where whole.id = transmission_event.transmission)`, verbs: 'select, insert' },
  { table: 'exchange_pause', ddl: PAUSE, wall: null, verbs: 'select, insert' },
] as const;

/** What travels to other agencies: ids, how far it has come and both signatures, never what was said. */
export class Migration0026Transmissions extends Migration {
  override up(): void {
    for (const { table, ddl, wall, verbs } of TABLES) {
      this.addSql(ddl);
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`alter table ${table} force row level security`);
      if (wall !== null) {
        this.addSql(`create policy reader on ${table} for select to homeward_reader using (${wall})`);
        this.addSql(`grant select on ${table} to homeward_reader`);
      }
      this.addSql(`create policy writer on ${table} to homeward_writer using (true) with check (true)`);
      this.addSql(`create policy eraser on ${table} to current_user using (${ERASING}) with check (${ERASING})`);
      this.addSql(`grant ${verbs} on ${table} to homeward_writer`);
    }
    this.addSql(`create index transmission_by_child on transmission (child)`);
    this.addSql(`create index transmission_by_sender on transmission (from_agency, made_at desc, id desc)`);
    this.addSql(`create index transmission_by_receiver on transmission (to_agency, made_at desc, id desc)`);
    this.addSql(`create index transmission_by_record on transmission using gin (records)`);
    this.addSql(`create index transmission_under_way on transmission (next_try_at) where state in ('QUEUED', 'SENT')`);
    this.addSql(`create index transmission_due on transmission (due_at) where due_at is not null and overdue_told_at is null and acknowledged_at is null`);
    this.addSql(`create index transmission_event_of on transmission_event (transmission, number)`);
    this.addSql(`create index exchange_pause_of on exchange_pause (from_agency, partner, number desc)`);
  }

  override down(): void {
    throw new Error('What was sent is not forgotten; restore the backup instead.'); // eslint-disable-line no-restricted-syntax
  }
}
