import { Migration } from '@mikro-orm/migrations';
import { AGENCY, ERASING, holds, is, PERSON, reaches, setting } from './second-wall.ts';

const ROLE = `(select ${setting('role')})`;
const STANDS = `(${['responsible', 'hosts', 'forces'].map(holds).join(' or ')} or ${PERSON} = any (people))`;
/** Of an interview's item its author's agency and the bureaus; of police's own its force. */
const THEIRS = `(originator = ${AGENCY} or (origin = 'INTERVIEW' and coalesce(${ROLE} = 'POLICE_INTELLIGENCE', false)))`;
const UNRESTRICTED = `(restricted = 'NO' or ${is('ADMITTED')} or (awaits_naming = 'YES' and ((${holds('responsible')} and ${ROLE} = 'TEAM_MANAGER') or ${is('SOCIAL_WORKER')})))`;

/** What a bureau made of an item: not on the table of what the item says, which more read, as it may tell of others, and not opened by an emergency. */
export class Migration0064ResultToAuthor extends Migration {
  override up(): void {
    this.addSql(`create table intelligence_result (like intelligence_source including defaults including constraints)`);
    this.addSql(`alter table intelligence_result drop column source, add column result text, add column result_words text, add primary key (id)`);
    this.addSql(`create index intelligence_result_by_child on intelligence_result (child_id)`);
    this.addSql(`alter table intelligence_result enable row level security`);
    this.addSql(`alter table intelligence_result force row level security`);
    this.addSql(`create policy reader on intelligence_result for select to homeward_reader using (agencies @> array[${AGENCY}]
      and ${reaches('content')} and ${STANDS} and ${THEIRS} and ${UNRESTRICTED})`);
    this.addSql(`create policy writer on intelligence_result to homeward_writer using (true) with check (true)`);
    this.addSql(`create policy eraser on intelligence_result to current_user using (${ERASING}) with check (${ERASING})`);
    this.addSql(`grant select on intelligence_result to homeward_reader`);
    this.addSql(`grant select, insert, update, delete on intelligence_result to homeward_writer`);
  }

  override down(): void {
    throw new Error('What was said of children is not taken out of the picture; restore the backup instead.'); // eslint-disable-line no-restricted-syntax
  }
}
