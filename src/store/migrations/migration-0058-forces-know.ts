import { Migration } from '@mikro-orm/migrations';

/** The forces that say themselves that an episode stands as it does: of what they said nobody has to tell them. */
export class Migration0058ForcesKnow extends Migration {
  override up(): void {
    this.addSql(`alter table episode add column forces_know text[] not null default '{}'`);
  }

  override down(): void {
    this.addSql('alter table episode drop column forces_know');
  }
}
