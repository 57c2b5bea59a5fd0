import { Migration } from '@mikro-orm/migrations';

/** Whether something waits of an episode is looked up with every document of its child. */
export class Migration0041NewsByEpisode extends Migration {
  override up(): void {
    this.addSql('create index briefing_notice_by_about on briefing_notice (about) where acknowledged_at is null');
  }

  override down(): void {
    this.addSql('drop index briefing_notice_by_about');
  }
}
