import { Migration } from '@mikro-orm/migrations';

/** The seals over what was shown and done: numbers live here, and the rows they are of are never touched. */
export class Migration0003Seals extends Migration {
  override up(): void {
    // `through`: everything that says it happened before this was in this batch or an earlier one.
    this.addSql(`create table seal_batch (
      number integer primary key, previous text not null, head text not null unique, entries integer not null,
      through timestamptz not null, sealed_at timestamptz not null, kid text not null, signature text not null)`);
    this.addSql(`create table seal_entry (
      log text not null check (log in ('disclosure', 'audit_event')), id uuid not null,
      batch integer not null references seal_batch, place integer not null, hash text not null, primary key (log, id))`);
    this.addSql(`create unique index seal_entry_by_place on seal_entry (batch, place)`);
    this.addSql(`create table seal_anchor (number integer primary key references seal_batch, anchored_at timestamptz not null)`);
    for (const table of ['seal_batch', 'seal_entry', 'seal_anchor']) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`alter table ${table} force row level security`);
      this.addSql(`create policy sealer_reads on ${table} for select to homeward_sealer using (true)`);
      this.addSql(`create policy sealer_adds on ${table} for insert to homeward_sealer with check (true)`);
      this.addSql(`grant select, insert on ${table} to homeward_sealer`);
    }
    // The sealer looks at the latest rows every few seconds, and an auditor at the latest first.
    this.addSql(`create index disclosure_by_time on disclosure (at, id)`);
    this.addSql(`create index audit_event_by_time on audit_event (at, id)`);
  }

  override down(): void {
    throw new Error('Seals are not undone; restore the backup instead.'); // eslint-disable-line no-restricted-syntax
  }
}
