import { Migration } from '@mikro-orm/migrations';
import { AGENCY, holds, is, reaches } from './second-wall.ts';

/** How a host may reach its guest safely, whoever wrote it; of a restricted child for whom the restriction names. */
const TO_ITS_HOST = `record = 'SAFE_CONTACT' and agencies @> array[${AGENCY}] and ${reaches('assessments')} and ${holds('hosts')} and (restricted = 'NO' or ${is('ADMITTED')})`;

/**
 * How a child may be reached safely stands beside what else is written of it, and whoever hosts the child reads that too; what was agreed
 * for a placement can be recorded in the hub, so that it has a revision.
 */
export class Migration0061SafeContact extends Migration {
  override up(): void {
    this.addSql('alter table case_record add column contact json');
    this.addSql(`create index case_record_safe_contact on case_record (child_id, written_at desc) where record = 'SAFE_CONTACT'`);
    this.addSql(`do $do$ begin
        execute format($policy$alter policy reader on case_record using ((%s) or (${TO_ITS_HOST}))$policy$,
          (select qual from pg_policies where schemaname = current_schema() and tablename = 'case_record' and policyname = 'reader'));
      end $do$`);
    this.addSql('alter table placement_agreement add column revision integer');
  }

  override down(): void {
    throw new Error('A wall is not taken down; restore the backup instead.'); // eslint-disable-line no-restricted-syntax
  }
}
