import { Migration } from '@mikro-orm/migrations';

/** When it was last tried to ring somebody: an operator who asks whether a phone rings is told of the last try. */
export class Migration0070Tried extends Migration {
  override up(): void {
    this.addSql(`alter table alert_ring add column tried_at timestamptz`);
  }

  override down(): void {
    throw new Error('Who was rung is not forgotten; restore the backup instead.'); // eslint-disable-line no-restricted-syntax
  }
}
