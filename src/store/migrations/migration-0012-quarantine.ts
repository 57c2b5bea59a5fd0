import { Migration } from '@mikro-orm/migrations';
import { AGENCY } from './second-wall.ts';

const REACHES = `(select array_position(nullif(current_setting('app.ceiling', true), '')::text[], 'quarantine')) is not null`;

/** Quarantine that people work through: who read an entry, what the document says there, how it was settled; documents sent to mend one, or to be read again. */
export class Migration0012Quarantine extends Migration {
  override up(): void {
    this.addSql(`alter table quarantine drop constraint quarantine_state_check`);
    this.addSql(`alter table quarantine add constraint quarantine_state_check check (state in ('OPEN', 'REPLAYED', 'MENDED', 'DISMISSED'))`);
    this.addSql(`alter table quarantine
      -- 'person@agency' of those who read it, and their agencies: for each agency it counts as HIGH until one of its own did
      add column read_by text[] not null default '{}', add column read_agencies text[] not null default '{}',
      add column settled_reason text`);
    this.addSql(`grant update (read_by, read_agencies, settled_reason) on quarantine to homeward_writer`);
    this.addSql(`create index quarantine_settled on quarantine (settled_at desc, id) where state <> 'OPEN'`);
    // The document's own words go no further than to the agency that sent them.
    this.addSql(`create table quarantine_excerpt (
      id uuid primary key references quarantine on delete cascade, agency text not null, excerpt text not null)`);
    this.addSql(`alter table quarantine_excerpt enable row level security`);
    this.addSql(`alter table quarantine_excerpt force row level security`);
    this.addSql(`create policy writer on quarantine_excerpt to homeward_writer using (true) with check (true)`);
    this.addSql(`create policy reader on quarantine_excerpt for select to homeward_reader using (${REACHES} and agency = ${AGENCY})`);
    this.addSql(`grant select, insert, update on quarantine_excerpt to homeward_writer`);
    this.addSql(`grant select on quarantine_excerpt to homeward_reader`);
    this.addSql(`alter table source_document
      add column mends uuid references quarantine on delete set null, add column read_again_by text,
      add column accept_retractions boolean not null default false`);
    this.addSql(`grant update (read_again_by, accept_retractions) on source_document to homeward_writer`);
  }

  override down(): void {
    throw new Error('What people wrote on quarantine entries is not undone; restore the backup instead.'); // eslint-disable-line no-restricted-syntax
  }
}
