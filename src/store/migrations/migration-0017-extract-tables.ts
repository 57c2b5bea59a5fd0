import { Migration } from '@mikro-orm/migrations';

/** One document may speak for several tables in full, each over a period of its own. */
export class Migration0017ExtractTables extends Migration {
  override up(): void {
    this.addSql(`alter table full_extract drop constraint full_extract_pkey`);
    this.addSql(`alter table full_extract add primary key (document, kind)`);
  }

  override down(): void {
    throw new Error('A document would speak for one table alone; restore the backup instead.'); // eslint-disable-line no-restricted-syntax
  }
}
