import { Migration } from '@mikro-orm/migrations';

/** What is written beside an interview says in which role its writer acted; null until it is folded again. */
export class Migration0032RoleOfAWriter extends Migration {
  override up(): void {
    this.addSql('alter table case_record add column by_role text');
  }

  override down(): void {
    this.addSql('alter table case_record drop column by_role');
  }
}
