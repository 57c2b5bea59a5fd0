import type { EntityManager } from '@mikro-orm/postgresql';
import { ACT_NOW } from '../../domain/workflow/act-now-notice.ts';
import { CONCERN_NOTICE, OVERDUE_NOTICE } from '../../domain/workflow/concern-notice.ts';
import { SAFETY_NOTE_NOTICE } from '../../domain/workflow/safety-note-notice.ts';
import { execute } from '../database.ts';

/** Before whom something waits for an answer. */
export interface Waiting {
  /** From when on the first of them were to see it; epoch milliseconds. */
  readonly since: number;
  /** Whom each step of its alerts is before. */
  readonly before: readonly (readonly string[])[];
}

/** What waits of these children by notices of one kind: a statement for the statement it stands in; `children` and `kind` are its parameters. */
export const waitingOf = (children: string, kind: string): string => `
  select n.about, (extract(epoch from min(n.visible_from)) * 1000)::float8 as since,
    json_agg(n."to" order by n.visible_from, n.step) as before
  from briefing_notice n where n.child = any (select unnest(c.record_ids) from child c where c.id = any (${children}::uuid[]))
    and n.kind = ${kind} and n.alert is not null and n.acknowledged_at is null group by n.about`;

/** A child with something to look at again where it changes who may know of them. */
export interface LookedAt {
  readonly id: string;
  /** Their person records. */
  readonly records: readonly string[];
  readonly waits: boolean;
  readonly restricted: boolean;
}

/** Those of these children, all where none are named, who are restricted or of whom something waits: a concern, what was to be done about one, what cannot wait, a safety note, a risk assessment asked for. */
export async function childrenToLookAt(em: EntityManager, children: readonly string[] | null): Promise<readonly LookedAt[]> {
  const waits = `(exists (select from briefing_notice n where n.child = any (c.record_ids) and n.kind = any ($2::text[]) and n.alert is not null and n.acknowledged_at is null)
    or exists (select from assessment_request r where r.child = any (c.record_ids) and r.outcome is null))`;
  return execute<LookedAt>(
    em,
    `select c.id, c.record_ids as records, ${waits} as waits, c.restricted = 'YES' as restricted from child c
     where ($1::uuid[] is null or c.id = any ($1::uuid[])) and (c.restricted = 'YES' or ${waits}) order by c.id`,
    [children, [CONCERN_NOTICE, OVERDUE_NOTICE, ACT_NOW.kind, SAFETY_NOTE_NOTICE.kind]],
  );
}
