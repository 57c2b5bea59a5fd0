import { Migration } from '@mikro-orm/migrations';
import { ERASING } from './second-wall.ts';

/** What a partner signed that it holds of this hub's own log. */
const ANCHOR_RECEIPT = `create table anchor_receipt (
  hub text not null, number bigint not null, head text not null, sent json not null, received json not null,
  received_at timestamptz not null, primary key (hub, number, head))`;

/** The heads of other hubs' logs as they were signed, and what partners answered to this hub's own: rows are only ever added. */
export class Migration0038AnchorsHeld extends Migration {
  override up(): void {
    // Nothing was held before; the instant is part of what the sealer signed.
    this.addSql(`alter table partner_anchor add column sealed_at timestamptz not null, add column sent json not null`);
    this.addSql(ANCHOR_RECEIPT);
    this.addSql(`alter table anchor_receipt enable row level security`);
    this.addSql(`alter table anchor_receipt force row level security`);
    this.addSql(`create policy writer on anchor_receipt to homeward_writer using (true) with check (true)`);
    this.addSql(`create policy eraser on anchor_receipt to current_user using (${ERASING}) with check (${ERASING})`);
    this.addSql(`grant select, insert on anchor_receipt to homeward_writer`);
    this.addSql(`create index anchor_receipt_by_hub on anchor_receipt (hub, received_at desc)`);
  }

  override down(): void {
    throw new Error('What partners signed is not forgotten; restore the backup instead.'); // eslint-disable-line no-restricted-syntax
  }
}
