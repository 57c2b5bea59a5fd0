import type { EntityManager } from '@mikro-orm/postgresql';
import type { Risk } from '../../domain/observation/observation.ts';
import { UNREAD_NOTICE } from '../../domain/workflow/unread-notice.ts';
import { execute } from '../database.ts';
import { isSentAfter } from './sent-of-late.ts';

/** A refused message about a missing child of which nobody was told. */
export interface Untold {
  readonly id: string;
  readonly shownTo: readonly string[];
  readonly messageKind: string | null;
  readonly risk: Risk | null;
}

/** Our figure, as of news that are read: what was sent longer ago is history that is being taken in. */
const SENT_FOR = '7 days';
const ALERTED = `'${UNREAD_NOTICE.kind}'`;
const IS_LATE_WORD = isSentAfter('q.record_order', `$2::timestamptz - interval '${SENT_FOR}'`, 'true');

/** The open entries of a document about a missing child, sent of late, of which nobody was told yet. */
export async function untoldOf(em: EntityManager, document: string, now: number): Promise<readonly Untold[]> {
  return execute<Untold>(
    em,
    `select q.id, q.shown_to as "shownTo", q.message_kind as "messageKind", q.risk from quarantine q
     where q.document = $1 and q.state = 'OPEN' and (q.absence is not null or q.message_kind in ('MISSING', 'UPDATE', 'FOUND')) and (${IS_LATE_WORD})
       and not exists (select from alerted a where a.record = q.id and a.event = ${ALERTED}) order by q.id`,
    [document, new Date(now).toISOString()],
  );
}

/** Keeps that these entries were told. */
export async function markUnreadTold(em: EntityManager, entries: readonly string[], at: number): Promise<void> {
  if (entries.length > 0) {
    await execute(em, `insert into alerted (record, event, at) select unnest($1::uuid[]), ${ALERTED}, $2 on conflict do nothing`, [entries, new Date(at).toISOString()]);
  }
}

const WAITS = `n.kind = ${ALERTED} and n.acknowledged_at is null`;

/** Somebody of an agency has read these entries: nobody else of theirs is asked about them. */
export async function endUnreadAt(em: EntityManager, entries: readonly string[], { by, agency, at }: { readonly by: string; readonly agency: string; readonly at: number }): Promise<void> {
  await execute(
    em,
    `update briefing_notice n set acknowledged_at = $2, acknowledged_by = case when n.visible_from <= $2 then $3 end
     where n.about = any ($1::uuid[]) and ${WAITS} and regexp_replace(n."to"[1], '^.*[:@]', '') = $4`,
    [entries, new Date(at).toISOString(), by, agency],
  );
}

/** What is settled, by whomever and however, is asked of nobody any more. */
export async function endUnreadSettled(em: EntityManager, at: string): Promise<void> {
  await execute(
    em,
    `update briefing_notice n set acknowledged_at = $1, acknowledged_by = case when n.visible_from <= $1 then q.settled_by end
     from quarantine q where q.id = n.about and q.state <> 'OPEN' and ${WAITS}`,
    [at],
  );
}
