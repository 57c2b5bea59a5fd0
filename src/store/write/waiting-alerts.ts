import type { EntityManager } from '@mikro-orm/postgresql';
import { ACT_NOW } from '../../domain/workflow/act-now-notice.ts';
import { EPISODE_NEWS } from '../../domain/workflow/episode-news.ts';
import { CONCERN_NOTICE, OVERDUE_NOTICE } from '../../domain/workflow/concern-notice.ts';
import { SAFETY_NOTE_NOTICE } from '../../domain/workflow/safety-note-notice.ts';
import { execute } from '../database.ts';

/** An alert that waits for an answer: before whom each of its steps is, and from when on, in epoch milliseconds. */
export interface OpenAlert {
  readonly alert: string;
  readonly steps: readonly { readonly to: readonly string[]; readonly from: number }[];
}

/** Before whom something waits for an answer: as a rule one alert for each agency. */
export interface Waiting {
  readonly alerts: readonly OpenAlert[];
  /** Of the row it is about. */
  readonly restricted: 'YES' | 'NO';
}

/** The open alerts of some notices `n`, each under what they are about: a statement for the statement it stands in. */
export const openAlerts = (notices: string, about = 'n.about'): string => `
  select a.about, json_agg(json_build_object('alert', a.alert, 'steps', a.steps) order by a.alert) as alerts from (
    select ${about} as about, n.alert, json_agg(json_build_object('to', n."to", 'from', (extract(epoch from n.visible_from) * 1000)::float8) order by n.visible_from, n.step) as steps
    from ${notices} and n.alert is not null and n.acknowledged_at is null group by ${about}, n.alert) a group by a.about`;

/** What waits of these children by notices of one kind; `children` and `kind` are parameters of the statement it stands in. */
export const waitingOf = (children: string, kind: string): string =>
  openAlerts(`briefing_notice n where n.child = any (select unnest(c.record_ids) from child c where c.id = any (${children}::uuid[])) and n.kind = ${kind}`);

/** A child with something to look at again where it changes who may know of them. */
export interface LookedAt {
  readonly id: string;
  /** Their person records. */
  readonly records: readonly string[];
  /** The kinds of what waits for an answer. */
  readonly waits: readonly string[];
  /** A risk assessment is asked for and waits. */
  readonly asks: boolean;
  /** Somebody has something to do about them. */
  readonly acts: boolean;
  readonly restricted: boolean;
  /** A source that has nothing to do with them marks them as restricted, and nobody has decided on it. */
  readonly marked: boolean;
}

const WAIT_FOR_AN_ANSWER = [...EPISODE_NEWS, CONCERN_NOTICE, OVERDUE_NOTICE, ACT_NOW.kind, SAFETY_NOTE_NOTICE.kind];

/** Looked up by each record: a list of records, of which the planner knows nothing, has it read everything that waits for every child. */
const STANDING = `
  select array(select distinct n.kind from unnest(c.record_ids) as of(record) cross join lateral (
      select kind from briefing_notice b where b.child = of.record and b.kind = any ($2::text[]) and b.alert is not null and b.acknowledged_at is null offset 0) n order by 1) as waits,
    exists (select from unnest(c.record_ids) as of(record) cross join lateral (select from assessment_request r where r.child = of.record and r.outcome is null offset 0) asked) as asks,
    exists (select from (select from case_action a where a.child_id = c.id and a.state = 'OPEN' offset 0) open) as acts,
    exists (select from child_source s where s.id = c.id and s.flags::text like '%"MARKED_BY_ANOTHER"%') as marked offset 0`;

/** Those of these children, all where none are named, who are restricted, who are marked by a stranger, of whom something waits or about whom something is to be done: news, a concern, what was to be done about one, what cannot wait, a safety note, a risk assessment asked for. */
export async function childrenToLookAt(em: EntityManager, children: readonly string[] | null): Promise<readonly LookedAt[]> {
  return execute<LookedAt>(
    em,
    `select c.id, c.record_ids as records, s.waits, s.asks, s.acts, s.marked, c.restricted = 'YES' as restricted from child c cross join lateral (${STANDING}) s
     where ${children === null ? '$1::uuid[] is null' : 'c.id = any ($1::uuid[])'} and (c.restricted = 'YES' or s.waits <> '{}' or s.asks or s.acts or s.marked) order by c.id`,
    [children, WAIT_FOR_AN_ANSWER],
  );
}
