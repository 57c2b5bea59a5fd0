import { Migration } from '@mikro-orm/migrations';
import { ERASING } from './second-wall.ts';

/** Logs and seals are proof: nobody erases them. */
const PROOF = `relname not like 'seal%' and relname not in ('disclosure', 'audit_event')`;

/** Tables that came after the eraser's own policies and have none yet: what they say of a child is erased like the rest. */
export class Migration0015ErasingAll extends Migration {
  override up(): void {
    this.addSql(`do $$ declare walled record; begin
      for walled in select relname from pg_class where relforcerowsecurity and relnamespace = current_schema::regnamespace and ${PROOF}
        and not exists (select from pg_policy where polrelid = pg_class.oid and polname = 'eraser') loop
        execute format('create policy eraser on %I to %I using (%s) with check (%s)', walled.relname, current_user, $erasing$${ERASING}$erasing$, $erasing$${ERASING}$erasing$);
      end loop; end $$`);
  }

  override down(): void {
    throw new Error('What was erased does not come back; restore the backup instead.'); // eslint-disable-line no-restricted-syntax
  }
}
