import { Migration } from '@mikro-orm/migrations';

/** What an episode still owes once it is closed for editing, and what is said not to be owed; a work tray reads those that owe something beside those that are open. */
export class Migration0029DutiesLeft extends Migration {
  override up(): void {
    this.addSql(`alter table episode add column finalised_not_owed text[] not null default '{}', add column duties_left text[] not null default '{}'`);
    this.addSql('drop index episode_unfinished');
    this.addSql(`create index episode_unfinished on episode (missing_from_at desc, id desc) where (finalised_at is null or duties_left <> '{}') and status in ('RETURNED', 'LOCATED')`);
  }

  override down(): void {
    this.addSql('drop index episode_unfinished');
    this.addSql(`create index episode_unfinished on episode (missing_from_at desc, id desc) where finalised_at is null and status in ('RETURNED', 'LOCATED')`);
    this.addSql('alter table episode drop column duties_left, drop column finalised_not_owed');
  }
}
