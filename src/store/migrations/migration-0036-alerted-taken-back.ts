import { Migration } from '@mikro-orm/migrations';

/** What was alerted of an episode and is not so any more is forgotten, so that it is alerted again once it is. */
export class Migration0036AlertedTakenBack extends Migration {
  override up(): void {
    this.addSql('grant delete on alerted to homeward_writer');
  }

  override down(): void {
    this.addSql('revoke delete on alerted from homeward_writer');
  }
}
