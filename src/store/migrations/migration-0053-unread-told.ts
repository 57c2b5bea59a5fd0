import { Migration } from '@mikro-orm/migrations';

/** That a message about a missing child was refused is told too: nobody knows of which child. Whether it still waits is looked up whenever something is settled. */
export class Migration0053UnreadTold extends Migration {
  override up(): void {
    this.addSql('alter table briefing_notice alter column child drop not null');
    this.addSql(`create index briefing_notice_unread on briefing_notice (about) where kind = 'UNREAD' and acknowledged_at is null`);
  }

  override down(): void {
    throw new Error('What was told of no child cannot name one; restore the backup instead.'); // eslint-disable-line no-restricted-syntax
  }
}
