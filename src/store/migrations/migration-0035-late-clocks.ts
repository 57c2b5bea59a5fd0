import { Migration } from '@mikro-orm/migrations';

/** Which clock an alert is about that says that a duty is late, and when it was seen to have stopped. */
export class Migration0035LateClocks extends Migration {
  override up(): void {
    this.addSql(`alter table briefing_notice add column clock text, add column clock_stopped_at timestamptz`);
    this.addSql(`create index briefing_notice_of_a_clock on briefing_notice (about) where clock is not null and acknowledged_at is null`);
    this.addSql(`grant update (clock_stopped_at) on briefing_notice to homeward_writer`);
  }

  override down(): void {
    throw new Error('What was alerted is not taken back; restore the backup instead.'); // eslint-disable-line no-restricted-syntax
  }
}
