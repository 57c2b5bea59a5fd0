import { Migration } from '@mikro-orm/migrations';

/** What is read of a child or an episode as "the latest so many": whose, and in which order; the last is the tie. */
const LATEST: readonly { readonly table: string; readonly of: 'child_id' | 'episode'; readonly order: string }[] = [
  { table: 'offer', of: 'child_id', order: 'offered_from_at desc, id desc' },
  { table: 'interview', of: 'child_id', order: 'held_from_at desc, id desc' },
  { table: 'interview_locating', of: 'child_id', order: 'held_from_at desc, id desc' },
  { table: 'risk_assessment', of: 'child_id', order: 'assessed_from_at desc, id desc' },
  { table: 'placement_agreement', of: 'child_id', order: 'agreed_from_at desc, id desc' },
  { table: 'intelligence', of: 'child_id', order: 'recorded_from_at desc, id desc' },
  { table: 'safety_note', of: 'child_id', order: 'at desc, id desc' },
  { table: 'concern', of: 'child_id', order: 'heard_from_at desc, id desc' },
  { table: 'case_action', of: 'child_id', order: `(state = 'OPEN') desc, due, id` },
  { table: 'placement', of: 'child_id', order: 'from_at desc, id desc' },
  { table: 'return_step', of: 'episode', order: 'done_from_at desc, id desc' },
  { table: 'case_record', of: 'episode', order: 'done_from_at desc, id desc' },
];

const former = ({ table, of }: (typeof LATEST)[number]): string => `${table}_by_${of === 'child_id' ? 'child' : 'episode'}`;

/**
 * The latest of a child are read from their end, however long the child's history is. What is told of an episode is found by
 * the episode it names first; what names several, which is rare, among its child's own. An index of whole arrays would
 * not do: the second wall comes before every comparison that is not known to keep its operands to itself.
 */
export class Migration0025LatestOfAChild extends Migration {
  override up(): void {
    for (const latest of LATEST) {
      this.addSql(`create index ${latest.table}_latest on ${latest.table} (${latest.of}, ${latest.order})`);
      this.addSql(`drop index ${former(latest)}`);
    }
    this.addSql(`create index placement_not_ended on placement (child_id, (case when until_at is null then timestamptz 'infinity' else until_at end))`);
    this.addSql(`create index concern_written on concern (child_id, written_at desc, id desc)`);
    this.addSql(`create index case_action_open on case_action (child_id, due, id) where state = 'OPEN'`);
    for (const table of ['offer', 'interview']) {
      this.addSql(`create index ${table}_by_first_episode on ${table} ((episode_ids[1]))`);
      this.addSql(`create index ${table}_of_several on ${table} (child_id) where episode_ids[2] is not null`);
    }
  }

  override down(): void {
    for (const table of ['offer', 'interview']) {
      this.addSql(`drop index ${table}_of_several`);
      this.addSql(`drop index ${table}_by_first_episode`);
    }
    this.addSql(`drop index case_action_open`);
    this.addSql(`drop index concern_written`);
    this.addSql(`drop index placement_not_ended`);
    for (const latest of LATEST) {
      this.addSql(`create index ${former(latest)} on ${latest.table} (${latest.of})`);
      this.addSql(`drop index ${latest.table}_latest`);
    }
  }
}
