import { Migration } from '@mikro-orm/migrations';

const SAID_AGAIN = ['return_step', 'case_record'] as const;

/** From when on a later word takes the place of a step or record, whose time lies ahead; and until when a closed episode owes what such a step ends. */
export class Migration0044ReplacedFrom extends Migration {
  override up(): void {
    SAID_AGAIN.forEach((table) => {
      this.addSql(`alter table ${table} add column replaced_from_at timestamptz not null default 'infinity'`);
    });
    this.addSql('alter table episode add column owing_until_at timestamptz');
    this.addSql('drop index episode_unfinished');
    this.addSql(`create index episode_unfinished on episode (missing_from_at desc, id desc) where (finalised_at is null or duties_left <> '{}' or owing_until_at is not null) and status in ('RETURNED', 'LOCATED')`);
  }

  override down(): void {
    this.addSql('drop index episode_unfinished');
    this.addSql(`create index episode_unfinished on episode (missing_from_at desc, id desc) where (finalised_at is null or duties_left <> '{}') and status in ('RETURNED', 'LOCATED')`);
    this.addSql('alter table episode drop column owing_until_at');
    SAID_AGAIN.forEach((table) => {
      this.addSql(`alter table ${table} drop column replaced_from_at`);
    });
  }
}
