import { Migration } from '@mikro-orm/migrations';

/** The concern an item of intelligence was recorded of, so that the form for the FIB which hangs from the same concern leads to it. */
export class Migration0022ItemOfAConcern extends Migration {
  override up(): void {
    this.addSql(`alter table intelligence add column concern uuid`);
    this.addSql(`create index intelligence_by_concern on intelligence (concern) where concern is not null`);
  }

  override down(): void {
    throw new Error('Which concern an item came from is not forgotten; restore the backup instead.'); // eslint-disable-line no-restricted-syntax
  }
}
