import { Migration } from '@mikro-orm/migrations';

/** By which versions of the fold the whole picture was made. */
export class Migration0006PictureVersion extends Migration {
  override up(): void {
    this.addSql(`create table picture_version (version integer primary key, folded_at timestamptz not null)`);
    this.addSql(`grant select, insert on picture_version to homeward_writer`);
  }

  override down(): void {
    throw new Error('Which fold made the picture is not forgotten; restore the backup instead.'); // eslint-disable-line no-restricted-syntax
  }
}
