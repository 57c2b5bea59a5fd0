import { Migration } from '@mikro-orm/migrations';

/** Source systems from the day the directory names them, with how often they are expected to send. */
export class Migration0013Silence extends Migration {
  override up(): void {
    this.addSql(`alter table source_freshness alter column last_received_at drop not null`);
    this.addSql(`alter table source_freshness add column listed_at timestamptz, add column expected_every_hours integer`);
    this.addSql(`insert into source_freshness as known (agency, system, adapter, listed_at, expected_every_hours)
      select system ->> 'agency', system ->> 'id', system ->> 'adapter', latest.loaded_at, (system ->> 'silentAfterHours')::integer
      from (select body, loaded_at from directory_version order by version desc limit 1) latest, json_array_elements(latest.body -> 'systems') system
      on conflict (agency, system, adapter) do update set listed_at = excluded.listed_at, expected_every_hours = excluded.expected_every_hours`);
  }

  override down(): void {
    throw new Error('Which source is silent is not forgotten; restore the backup instead.'); // eslint-disable-line no-restricted-syntax
  }
}
