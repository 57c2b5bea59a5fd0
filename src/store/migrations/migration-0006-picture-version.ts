import { Migration } from '@mikro-orm/migrations';

/** By which fold and which directory the whole picture was made. */
export class Migration0006PictureVersion extends Migration {
  override up(): void {
    this.addSql(`create table picture_version (fold integer not null, directory integer not null, folded_at timestamptz not null, primary key (fold, directory))`);
    this.addSql(`grant select, insert on picture_version to homeward_writer`);
  }

  override down(): void {
    throw new Error('Which fold made the picture is not forgotten; restore the backup instead.'); // eslint-disable-line no-restricted-syntax
  }
}
