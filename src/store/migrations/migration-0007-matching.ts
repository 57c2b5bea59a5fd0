import { Migration } from '@mikro-orm/migrations';
import { AGENCY, ERASING, NOW, PERSON, setting } from './second-wall.ts';

const holds = (names: string, held: string): string => `coalesce(${names}_during[array_position(${names}, ${held})] @> ${NOW}, false)`;
/** Of a child on either side: whose it is or may be, and not restricted but for those whom the restriction names. */
const SEES_REVIEW = `(select array_position(${setting('ceiling')}::text[], 'likeness')) is not null
  and agencies @> array[${AGENCY}] and (${holds('responsible', AGENCY)} or ${AGENCY} = any (candidates))
  and (restricted = 'NO' or ${holds('named', `(select 'ADMITTED:' || ${PERSON})`)})`;

/** Who may be the same child, and what people say to it; and which episodes are of children missing together. */
export class Migration0007Matching extends Migration {
  override up(): void {
    // What likeness is judged by, so that two records are compared without reading all that was said under them.
    this.addSql(`create table match_person (record uuid primary key, person json not null)`);
    this.addSql(`create table match_key (record uuid not null, key text not null, primary key (record, key))`);
    this.addSql(`create index match_key_by_key on match_key (key)`);
    this.addSql(`create table likeness (
      first uuid not null, second uuid not null, verdict text not null, score double precision not null, evidence json not null,
      since timestamptz not null, primary key (first, second), check (first < second))`);
    this.addSql(`create index likeness_by_second on likeness (second)`);
    // A pair that a person is to look at, or decided on, with the facts of the children on both sides.
    this.addSql(`create table match_review (
      id uuid primary key, first uuid not null, second uuid not null, state text not null, verdict text, evidence json not null,
      since timestamptz not null, joined_by text[] not null, separated_by text[] not null, revisions json not null,
      first_agency text not null, second_agency text not null,
      responsible text[] not null, responsible_during tstzmultirange[] not null, candidates text[] not null,
      restricted text not null, named text[] not null, named_during tstzmultirange[] not null, agencies text[] not null)`);
    this.addSql(`create index match_review_by_first on match_review (first)`);
    this.addSql(`create index match_review_by_second on match_review (second)`);
    this.addSql(`create index match_review_by_agency on match_review using gin (agencies)`);
    for (const table of ['match_person', 'match_key', 'likeness', 'match_review']) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`alter table ${table} force row level security`);
      this.addSql(`create policy writer on ${table} to homeward_writer using (true) with check (true)`);
      this.addSql(`grant select, insert, update, delete on ${table} to homeward_writer`);
      this.addSql(`create policy eraser on ${table} to current_user using (${ERASING}) with check (${ERASING})`);
    }
    this.addSql(`create policy reader on match_review for select to homeward_reader using (${SEES_REVIEW})`);
    this.addSql(`grant select on match_review to homeward_reader`);
    this.addSql(`alter table child_likeness drop column possibly_same, add column person_records json not null default '[]'`);
    this.addSql(`delete from person_key where kind = 'likeness'`);
    // Keyed words for what ties episodes of several children: a step, a report, an incident.
    this.addSql(`alter table episode add column together uuid[] not null default '{}'`);
    this.addSql(`create index episode_together on episode using gin (together)`);
    // Who was put together and taken apart again is looked up when somebody asks who was shown it.
    this.addSql(`create index audit_event_combination on audit_event (at) where kind = 'COMBINATION'`);
  }

  override down(): void {
    throw new Error('What may be the same child is worked out anew by a refold; restore the backup instead.'); // eslint-disable-line no-restricted-syntax
  }
}
