import { Migration } from '@mikro-orm/migrations';
import { setting } from './second-wall.ts';

/**
 * What people state in the hub is kept as documents, but is no source to any reader: how many there are and when the last
 * came would tell of what is restricted.
 */
export class Migration0005HubStatements extends Migration {
  override up(): void {
    this.addSql(`drop trigger source_document_received on source_document`);
    this.addSql(`create trigger source_document_received after insert on source_document
      for each row when (new.adapter <> 'homeward') execute function keep_source_freshness()`);
    this.addSql(`drop policy reader on source_document`);
    this.addSql(`create policy reader on source_document for select to homeward_reader using (
      (select array_position(${setting('ceiling')}::text[], 'provenance')) is not null and agency = ${setting('agency')} and adapter <> 'homeward')`);
  }

  override down(): void {
    throw new Error('What is hidden stays hidden; restore the backup instead.'); // eslint-disable-line no-restricted-syntax
  }
}
