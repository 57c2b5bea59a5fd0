import { Migration } from '@mikro-orm/migrations';
import { ERASING } from './second-wall.ts';

/** That a host asked the authority that placed a child for its risk assessment; `known`: what that authority had assessed by then, by ids and times. */
const REQUEST = `create table assessment_request (
  id uuid primary key, child uuid not null, episode uuid not null, from_agency text not null, to_agency text not null,
  asked_by text not null, asked_at timestamptz not null, due_at timestamptz not null, agreed json not null, known text[] not null,
  restricted text not null, outcome text check (outcome in ('ANSWERED', 'NOT_NEEDED')), settled_at timestamptz, check ((outcome is null) = (settled_at is null)))`;

/** Ids, agencies and times; nobody reads them but the hub, whose notices say what is to be said. */
export class Migration0039AssessmentRequests extends Migration {
  override up(): void {
    this.addSql(REQUEST);
    this.addSql(`alter table assessment_request enable row level security`);
    this.addSql(`alter table assessment_request force row level security`);
    this.addSql(`create policy writer on assessment_request to homeward_writer using (true) with check (true)`);
    this.addSql(`create policy eraser on assessment_request to current_user using (${ERASING}) with check (${ERASING})`);
    this.addSql(`grant select, insert, update on assessment_request to homeward_writer`);
    this.addSql(`create index assessment_request_of on assessment_request (episode, to_agency)`);
    this.addSql(`create index assessment_request_open on assessment_request (child) where outcome is null`);
  }

  override down(): void {
    throw new Error('What was asked is not forgotten; restore the backup instead.'); // eslint-disable-line no-restricted-syntax
  }
}
