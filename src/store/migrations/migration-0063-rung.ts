import { Migration } from '@mikro-orm/migrations';
import { ERASING } from './second-wall.ts';

/** That somebody is to be rung because a step of an alert has come before them: `addressee` is one of those whom the notice is for. */
const ALERT_RING = `create table alert_ring (
  id uuid primary key, notice uuid not null references briefing_notice on delete cascade, addressee text not null,
  tries integer not null default 0, next_try_at timestamptz not null, fault text, rung_at timestamptz, told_at timestamptz, unique (notice, addressee))`;

/** Ids, addressees and times; nobody reads them but the hub, whose notices say what is to be said. */
export class Migration0063Rung extends Migration {
  override up(): void {
    this.addSql(ALERT_RING);
    this.addSql(`alter table alert_ring enable row level security`);
    this.addSql(`alter table alert_ring force row level security`);
    this.addSql(`create policy writer on alert_ring to homeward_writer using (true) with check (true)`);
    this.addSql(`create policy eraser on alert_ring to current_user using (${ERASING}) with check (${ERASING})`);
    this.addSql(`grant select, insert, update on alert_ring to homeward_writer`);
    this.addSql(`create index alert_ring_due on alert_ring (next_try_at) where rung_at is null`);
  }

  override down(): void {
    throw new Error('Who was rung is not forgotten; restore the backup instead.'); // eslint-disable-line no-restricted-syntax
  }
}
