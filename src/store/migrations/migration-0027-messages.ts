import { Migration } from '@mikro-orm/migrations';
import { ERASING } from './second-wall.ts';

const SENT_CONTENT = `create table sent_content (
  transmission uuid not null, content text not null check (content ~ '^[0-9a-f]{64}$'), sent_at timestamptz not null,
  child text not null, keys json not null, primary key (transmission, content))`;
const RECEIVED_MESSAGE = `create table received_message (
  hub text not null, transmission uuid not null, message text not null check (message ~ '^[0-9a-f]{64}$'),
  from_agency text not null, to_agency text not null, documents uuid[] not null, sent json not null, received json not null,
  received_at timestamptz not null, primary key (hub, transmission))`;
const PARTNER_ANCHOR = `create table partner_anchor (
  hub text not null, number bigint not null, head text not null, kid text not null, signature text not null,
  anchored_at timestamptz not null, primary key (hub, number, head))`;

const TABLES = { sent_content: SENT_CONTENT, received_message: RECEIVED_MESSAGE, partner_anchor: PARTNER_ANCHOR } as const;

/**
 * What went to other hubs and what came from them, by ids, hashes and signatures: under which names things were told, so that they can be
 * taken back; which message was received, so that a second try of it is known; and the heads of other hubs' logs. Nobody reads them but the hub.
 */
export class Migration0027Messages extends Migration {
  override up(): void {
    for (const [table, ddl] of Object.entries(TABLES)) {
      this.addSql(ddl);
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`alter table ${table} force row level security`);
      this.addSql(`create policy writer on ${table} to homeward_writer using (true) with check (true)`);
      this.addSql(`create policy eraser on ${table} to current_user using (${ERASING}) with check (${ERASING})`);
      this.addSql(`grant select, insert on ${table} to homeward_writer`);
    }
  }

  override down(): void {
    throw new Error('What was sent and received is not forgotten; restore the backup instead.'); // eslint-disable-line no-restricted-syntax
  }
}
