import { Migration } from '@mikro-orm/migrations';

/** What comes with an item of police intelligence besides its words: at the level of its content, behind the wall that stands there. */
export class Migration0011GradedIntelligence extends Migration {
  override up(): void {
    this.addSql(`alter table intelligence_content add column entities json not null default '[]', add column protective_marking text,
      add column flags text[] not null default '{}'`);
  }

  override down(): void {
    throw new Error('What was said of children is not taken out of the picture; restore the backup instead.'); // eslint-disable-line no-restricted-syntax
  }
}
