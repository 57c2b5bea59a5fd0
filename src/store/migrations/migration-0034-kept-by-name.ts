import { Migration } from '@mikro-orm/migrations';
import { AGENCY, holds, NOW, PERSON, reaches, setting } from './second-wall.ts';

const ROLE = `(select ${setting('role')} || ':' || ${AGENCY})`;
const PERSON_IN_ROLE = `(select ${setting('role')} || ':' || ${PERSON})`;
const LEVELS = { child: 'identity', placement: 'identity', episode: 'identity', interview_locating: 'locating' } as const;
const STANDS = `(${['responsible', 'hosts', 'forces'].map(holds).join(' or ')})`;
/** A home reads no notice of an action that it does not read: by it alone it would learn that there was a concern. */
const READS_THE_ACTION = `(kind not in ('ACTION', 'ACTION_OVERDUE') or coalesce((select ${setting('role')}) not in ('PLACEMENT_PROVIDER', 'PARENT'), false)
  or exists (select from case_action a where a.id = briefing_notice.about))`;

/** What a restriction leaves while a child is missing is left to people by name too, where one of their team is shut out; and a home is told of no action it does not read. */
export class Migration0034KeptByName extends Migration {
  override up(): void {
    for (const [table, level] of Object.entries(LEVELS)) {
      const byName = `agencies @> array[${AGENCY}] and restricted = 'YES' and missing_now = 'YES' and ${PERSON} = any (keeps) and ${reaches(level)} and ${STANDS}`;
      this.addSql(`do $wall$ begin
        execute format($policy$alter policy reader on ${table} using ((%s) or (${byName}))$policy$,
          (select qual from pg_policies where schemaname = current_schema() and tablename = '${table}' and policyname = 'reader'));
      end $wall$`);
    }
    this.addSql(`drop policy reader on briefing_notice`);
    this.addSql(`create policy reader on briefing_notice for select to homeward_reader using (${reaches('notices')}
      and ("to" && array[${PERSON}, ${ROLE}] or watchers && array[${ROLE}]) and open_to && array['ALL', ${PERSON}, ${ROLE}, ${PERSON_IN_ROLE}]
      and visible_from <= ${NOW} and (acknowledged_at is null or acknowledged_at >= visible_from) and ${READS_THE_ACTION})`);
  }

  override down(): void {
    throw new Error('Whom a restriction shuts out is not let in again; restore the backup instead.'); // eslint-disable-line no-restricted-syntax
  }
}
