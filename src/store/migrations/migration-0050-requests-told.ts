import { Migration } from '@mikro-orm/migrations';

/** A request that another hub told: its answer goes back there. And which partner was told of a child under a name is looked up by the name. */
export class Migration0050RequestsTold extends Migration {
  override up(): void {
    this.addSql('alter table assessment_request add column told boolean not null default false');
    this.addSql('create index sent_content_child on sent_content (child)');
  }

  override down(): void {
    throw new Error('What was asked is not forgotten; restore the backup instead.'); // eslint-disable-line no-restricted-syntax
  }
}
