import { Migration } from '@mikro-orm/migrations';

/**
 * What a partner's hub says under one id, and then other words, and then the first again, is kept each time, under when it was said: what it said
 * last is what it says. And how many heads of its log a partner laid down of late is counted before there is one more.
 */
export class Migration0049SaidWhen extends Migration {
  override up(): void {
    this.addSql('alter table received_message add column said_at timestamptz');
    // By the wall the owner, too, sees none of its rows.
    this.addSql('alter table received_message no force row level security');
    this.addSql(`update received_message set said_at = (sent #>> '{statement,at}')::timestamptz`);
    this.addSql('alter table received_message force row level security');
    this.addSql('alter table received_message alter column said_at set not null');
    this.addSql('alter table received_message drop constraint received_message_pkey, add primary key (hub, transmission, message, said_at)');
    this.addSql('create index partner_anchor_of_late on partner_anchor (hub, anchored_at)');
  }

  override down(): void {
    throw new Error('What was received is not forgotten; restore the backup instead.'); // eslint-disable-line no-restricted-syntax
  }
}
