import { Migration } from '@mikro-orm/migrations';

/** An alert of refused messages that is answered goes on for what joined it after it was read: since when, it says of itself. */
export class Migration0067UnreadLeft extends Migration {
  override up(): void {
    this.addSql('grant update (raised_at) on briefing_notice to homeward_writer');
  }

  override down(): void {
    this.addSql('revoke update (raised_at) on briefing_notice from homeward_writer');
  }
}
