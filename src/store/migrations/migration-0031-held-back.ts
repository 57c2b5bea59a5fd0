import { Migration } from '@mikro-orm/migrations';
import { setting } from './second-wall.ts';

const WRITTEN_FOR_CARERS = ['return_step', 'case_action', 'safety_note'];

/** What is written for homes and carers says whether it names nobody; until the fold has looked through it, they read none of it. */
export class Migration0031HeldBack extends Migration {
  override up(): void {
    for (const table of WRITTEN_FOR_CARERS) {
      this.addSql(`alter table ${table} add column tells_nobody text not null default 'NO'`);
      this.addSql(`do $wall$ begin
        execute format($policy$alter policy reader on ${table} using ((%s) and (tells_nobody = 'YES' or coalesce((select ${setting('role')}) not in ('PLACEMENT_PROVIDER', 'PARENT'), false)))$policy$,
          (select qual from pg_policies where schemaname = current_schema() and tablename = '${table}' and policyname = 'reader'));
      end $wall$`);
    }
  }

  override down(): void {
    throw new Error('What was held back is not let go; restore the backup instead.'); // eslint-disable-line no-restricted-syntax
  }
}
