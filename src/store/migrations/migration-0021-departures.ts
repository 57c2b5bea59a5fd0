import { Migration } from '@mikro-orm/migrations';

/** What was tried before a child counted as not reached, who covers meanwhile, and why an authority's practice was not followed. */
export class Migration0021Departures extends Migration {
  override up(): void {
    this.addSql(`alter table offer add column tried text[] not null default '{}', add column covered_by text, add column departure text`);
    this.addSql('alter table interview_full add column departure text');
    this.addSql('alter table episode add column finalised_departure text');
  }

  override down(): void {
    this.addSql('alter table episode drop column finalised_departure');
    this.addSql('alter table interview_full drop column departure');
    this.addSql('alter table offer drop column departure, drop column covered_by, drop column tried');
  }
}
