import { Migration } from '@mikro-orm/migrations';
import { ERASING } from './second-wall.ts';

/** What a later version of its adapter reads otherwise no longer stands; it is not taken away, and who replaced it and why stands beside it. */
export class Migration0010Superseded extends Migration {
  override up(): void {
    this.addSql(`create table superseded (
      observation text primary key references observation on delete cascade,
      replay uuid not null, superseded_at timestamptz not null, superseded_by text not null, why text not null,
      -- said again by a version that reads it as it was read before
      lifted_at timestamptz)`);
    this.addSql(`alter table superseded enable row level security`);
    this.addSql(`alter table superseded force row level security`);
    this.addSql(`create policy writer on superseded to homeward_writer using (true) with check (true)`);
    this.addSql(`create policy eraser on superseded to current_user using (${ERASING}) with check (${ERASING})`);
    this.addSql(`grant select, insert, update on superseded to homeward_writer`);
    this.addSql(`create view standing_observation with (security_invoker = true) as
      select o.* from observation o where not exists (select from superseded s where s.observation = o.id and s.lifted_at is null)`);
    this.addSql(`grant select on standing_observation to homeward_writer`);
    // A replay corrects what a document covers.
    this.addSql(`grant delete on full_extract to homeward_writer`);
    // A statement read otherwise has another name: what is not to come back is known by its record too.
    this.addSql(`alter table tombstone drop constraint tombstone_kind_check`);
    this.addSql(`alter table tombstone add constraint tombstone_kind_check check (kind in ('OBSERVATION', 'DECISION', 'RECORD'))`);
  }

  override down(): void {
    throw new Error('What was superseded would stand again; restore the backup instead.'); // eslint-disable-line no-restricted-syntax
  }
}
