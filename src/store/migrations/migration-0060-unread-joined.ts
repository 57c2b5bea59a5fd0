import { Migration } from '@mikro-orm/migrations';

/** An alert of refused messages goes on with those that join it: it says how many they are, and speaks of the next once the first is seen to. */
export class Migration0060UnreadJoined extends Migration {
  override up(): void {
    this.addSql('grant update (about, text) on briefing_notice to homeward_writer');
  }

  override down(): void {
    this.addSql('revoke update (about, text) on briefing_notice from homeward_writer');
  }
}
