import { Migration } from '@mikro-orm/migrations';

/** What every source ever said of child, episode and placement, side by side; and what a full extract that waits would take back. */
export class Migration0014SideBySide extends Migration {
  override up(): void {
    for (const table of ['child_source', 'episode_source']) {
      this.addSql(`alter table ${table} add column statements json not null default '[]'`);
    }
    // A placement's sources stand behind the very wall that an episode's do.
    this.addSql(`create table placement_source (like episode_source including defaults)`);
    this.addSql(`alter table placement_source drop column provenance, drop column conflicts, drop column flags, drop column systems, add primary key (id)`);
    this.addSql(`create index placement_source_by_child on placement_source (child_id)`);
    this.addSql(`alter table placement_source enable row level security`);
    this.addSql(`alter table placement_source force row level security`);
    this.addSql(`do $wall$ begin
      execute format('create policy reader on placement_source for select to homeward_reader using (%s)',
        (select qual from pg_policies where schemaname = current_schema() and tablename = 'episode_source' and policyname = 'reader'));
    end $wall$`);
    this.addSql(`create policy writer on placement_source to homeward_writer using (true) with check (true)`);
    this.addSql(`grant select on placement_source to homeward_reader`);
    this.addSql(`grant select, insert, update, delete on placement_source to homeward_writer`);
    // Its records are the sender's own: they stand beside the document's words, which nobody else reads.
    this.addSql(`alter table quarantine_excerpt add column would_retract json`);
  }

  override down(): void {
    throw new Error('What sources said is worked out anew by a refold; restore the backup instead.'); // eslint-disable-line no-restricted-syntax
  }
}
