import { Migration } from '@mikro-orm/migrations';

/** The returns that still need a hand are few among all episodes there ever were: a work tray reads them alone, the latest first. */
export class Migration0023UnfinishedReturns extends Migration {
  override up(): void {
    this.addSql(`create index episode_unfinished on episode (missing_from_at desc, id desc) where finalised_at is null and status in ('RETURNED', 'LOCATED')`);
  }

  override down(): void {
    this.addSql(`drop index episode_unfinished`);
  }
}
