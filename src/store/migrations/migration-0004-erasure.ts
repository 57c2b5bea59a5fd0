import { Migration } from '@mikro-orm/migrations';
import { ERASING } from './second-wall.ts';

/** The logs are proof: they are read when it is asked who was told, and only added to. */
const LOGS = ['disclosure', 'audit_event'];

/** What is erased is erased by the owner, whom the second wall stops as well unless it is told otherwise. */
export class Migration0004Erasure extends Migration {
  override up(): void {
    // Everything but the proof of what was done: each table that row level security is forced on.
    this.addSql(`do $$ declare walled record; begin
      for walled in select relname from pg_class where relforcerowsecurity and relnamespace = current_schema::regnamespace
        and relname not like 'seal%' and relname not in (${LOGS.map((log) => `'${log}'`).join(', ')}) loop
        execute format('create policy eraser on %I to %I using (%s) with check (%s)', walled.relname, current_user, $erasing$${ERASING}$erasing$, $erasing$${ERASING}$erasing$);
      end loop; end $$`);
    for (const log of LOGS) {
      this.addSql(`create policy eraser_reads on ${log} for select to current_user using (${ERASING})`);
    }
    this.addSql(`create policy eraser_adds on audit_event for insert to current_user with check (${ERASING})`);
    // The document's own row stays, so that the same bytes are known again; what was in them is gone.
    this.addSql(`alter table source_document add column erased_at timestamptz`);
    // What was erased is known again by its hash alone, and refused.
    this.addSql(`create table tombstone (
      hash text primary key, kind text not null check (kind in ('OBSERVATION', 'DECISION')),
      erased_at timestamptz not null, erasure uuid not null)`);
    this.addSql(`grant select on tombstone to homeward_writer`);
    this.addSql(`create table legal_hold (
      id uuid primary key, child uuid not null, agency text not null, reason text not null, set_by text not null, set_with text not null, set_at timestamptz not null,
      lifted_by text, lifted_with text, lifted_at timestamptz, check ((lifted_at is null) = (lifted_by is null)))`);
    this.addSql(`alter table legal_hold enable row level security`);
    this.addSql(`alter table legal_hold force row level security`);
    this.addSql(`create policy eraser on legal_hold to current_user using (${ERASING}) with check (${ERASING})`);
    this.addSql(`create index legal_hold_by_child on legal_hold (child) where lifted_at is null`);
  }

  override down(): void {
    throw new Error('What was erased does not come back; restore the backup instead.'); // eslint-disable-line no-restricted-syntax
  }
}
