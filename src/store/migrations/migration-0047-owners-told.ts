import { Migration } from '@mikro-orm/migrations';

/** Whether the owner of what is to be done was ever told of it is looked up with every change of who may know of the child. */
export class Migration0047OwnersTold extends Migration {
  override up(): void {
    this.addSql(`create index briefing_notice_of_an_action on briefing_notice (about) where kind in ('ACTION', 'ACTION_OVERDUE')`);
  }

  override down(): void {
    this.addSql('drop index briefing_notice_of_an_action');
  }
}
