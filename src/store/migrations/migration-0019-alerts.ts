import { Migration } from '@mikro-orm/migrations';

/** Alerts: a notice for each step of a duty chain, written at once and each seen from its own time on, so that none waits for a job to run. */
export class Migration0019Alerts extends Migration {
  override up(): void {
    this.addSql(`alter table briefing_notice add column alert uuid, add column step integer, add column answer_by timestamptz,
      add column not_answered_by text, add column escalated_at timestamptz`);
    this.addSql(`alter table briefing_notice add constraint briefing_notice_of_an_alert
      check ((alert is null) = (step is null) and (alert is null) = (answer_by is null) and (alert is not null or (not_answered_by is null and escalated_at is null)))`);
    this.addSql(`create unique index briefing_notice_step on briefing_notice (alert, step) where alert is not null`);
    this.addSql(`create index briefing_notice_unanswered on briefing_notice (answer_by) where alert is not null and acknowledged_at is null and escalated_at is null`);
    this.addSql(`grant update (escalated_at) on briefing_notice to homeward_writer`);
    // Answered before its time came, a step is never seen by anybody.
    this.addSql(`do $wall$ begin
      execute format('alter policy reader on briefing_notice using ((%s) and (acknowledged_at is null or acknowledged_at >= visible_from))',
        (select qual from pg_policies where schemaname = current_schema() and tablename = 'briefing_notice' and policyname = 'reader'));
    end $wall$`);
    this.addSql(`alter table audit_event drop constraint audit_event_kind_check`);
    this.addSql(`alter table audit_event add constraint audit_event_kind_check
      check (kind in ('COLLECTION', 'ALTERATION', 'COMBINATION', 'DECISION', 'QUESTION', 'ERASURE', 'ESCALATION'))`);
  }

  override down(): void {
    throw new Error('An alert is not taken back; restore the backup instead.'); // eslint-disable-line no-restricted-syntax
  }
}
