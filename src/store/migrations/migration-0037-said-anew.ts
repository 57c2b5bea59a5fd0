import { Migration } from '@mikro-orm/migrations';

/** Under one id a partner's hub says one matter, and what it says by now after what it said before: each is kept. */
export class Migration0037SaidAnew extends Migration {
  override up(): void {
    this.addSql('alter table received_message drop constraint received_message_pkey, add primary key (hub, transmission, message)');
  }

  override down(): void {
    throw new Error('What was received is not forgotten; restore the backup instead.'); // eslint-disable-line no-restricted-syntax
  }
}
