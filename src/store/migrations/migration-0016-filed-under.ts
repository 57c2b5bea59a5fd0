import { Migration } from '@mikro-orm/migrations';

/** Whom a record is filed under follows from what was said of it; kept beside it, it was whatever happened to arrive first. */
export class Migration0016FiledUnder extends Migration {
  override up(): void {
    this.addSql(`alter table record drop column subject`);
  }

  override down(): void {
    throw new Error('Which statement arrived first is not known any more; restore the backup instead.'); // eslint-disable-line no-restricted-syntax
  }
}
