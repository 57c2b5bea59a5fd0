import { Migration } from '@mikro-orm/migrations';
import { AGENCY, ERASING, holds, is, NOW, PERSON, reaches, setting } from './second-wall.ts';

const ROLE = `(select ${setting('role')} || ':' || ${AGENCY})`;
const UNRESTRICTED = `(restricted = 'NO' or ${is('ADMITTED')} or (awaits_naming = 'YES'
  and ((${holds('responsible')} and (select ${setting('role')}) = 'TEAM_MANAGER') or ${is('SOCIAL_WORKER')})))`;
/** Who of those a notice is for may still read of its child; who has an alert in view until it is answered; what was alerted once; and what an agency said itself. */
export class Migration0024Heard extends Migration {
  override up(): void {
    this.addSql(`alter table briefing_notice add column open_to text[] not null default '{ALL}', add column watchers text[] not null default '{}',
      add column waits_for text, add column next text`);
    this.addSql(`create index briefing_notice_of_child on briefing_notice (child) where acknowledged_at is null`);
    this.addSql(`create index briefing_notice_watched on briefing_notice using gin (watchers) where acknowledged_at is null`);
    this.addSql(`grant update (open_to, watchers) on briefing_notice to homeward_writer`);
    this.addSql(`drop policy reader on briefing_notice`);
    this.addSql(`create policy reader on briefing_notice for select to homeward_reader using (${reaches('notices')}
      and ("to" && array[${PERSON}, ${ROLE}] or watchers && array[${ROLE}]) and open_to && array['ALL', ${PERSON}, ${ROLE}]
      and visible_from <= ${NOW} and (acknowledged_at is null or acknowledged_at >= visible_from))`);

    this.addSql(`create table alerted (record uuid not null, event text not null, at timestamptz not null, primary key (record, event))`);
    this.addSql(`alter table alerted enable row level security`);
    this.addSql(`alter table alerted force row level security`);
    this.addSql(`create policy writer on alerted to homeward_writer using (true) with check (true)`);
    this.addSql(`create policy eraser on alerted to current_user using (${ERASING}) with check (${ERASING})`);
    this.addSql(`grant select, insert on alerted to homeward_writer`);

    this.addSql(`alter table return_step add column originator text not null default ''`);
    this.addSql(`do $wall$ begin
      execute format($policy$alter policy reader on return_step using ((%s) or (agencies @> array[${AGENCY}] and ${UNRESTRICTED}
        and ${reaches('steps')} and step = 'BRIEFING_ANSWER' and originator = ${AGENCY}))$policy$,
        (select qual from pg_policies where schemaname = current_schema() and tablename = 'return_step' and policyname = 'reader'));
    end $wall$`);
  }

  override down(): void {
    throw new Error('What was told and answered is not taken back; restore the backup instead.'); // eslint-disable-line no-restricted-syntax
  }
}
