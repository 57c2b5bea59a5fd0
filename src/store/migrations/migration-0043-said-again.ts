import { Migration } from '@mikro-orm/migrations';

/** What a transmission says again, once it said something else, it says from then on: of a row of what was said the time alone may change. */
export class Migration0043SaidAgain extends Migration {
  override up(): void {
    this.addSql('grant update (sent_at) on sent_content to homeward_writer');
  }

  override down(): void {
    this.addSql('revoke update (sent_at) on sent_content from homeward_writer');
  }
}
