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

/** `<role>:<agency>` or `person@agency`: the agency a notice is before. */
const AGENCY = `regexp_replace(n."to"[1], '^.*[:@]', '')`;
const WAITS = `n.kind = ${ALERTED} and n.acknowledged_at is null`;
/** The entries \`m\` an alert stands for: of the source of the one it speaks of, \`q\`, shown to the agency it is before, and told since it was raised. */
const BEHIND = `quarantine m join alerted told on told.record = m.id and told.event = ${ALERTED}
  where (m.agency, m.system) = (q.agency, q.system) and ${AGENCY} = any (m.shown_to) and told.at >= n.raised_at`;
/** Of those the next that nobody of the agency has read and that is not settled. */
const NEXT = `(select m.id from ${BEHIND} and m.state = 'OPEN' and not ${AGENCY} = any (m.read_agencies) order by told.at, m.id limit 1)`;

/** An alert of refused messages of one source that an agency has not answered. */
export interface OpenUnread {
  readonly alert: string;
  readonly agency: string;
  /** The entry it speaks of. */
  readonly about: string;
  readonly messageKind: string | null;
  readonly risk: Risk | null;
  /** Epoch milliseconds; until when it is still put before one after the other. */
  readonly raisedAt: number;
  readonly until: number;
}

/** The alerts of what was refused of one source that nobody has answered. */
export async function openUnread(em: EntityManager, { agency, system }: { readonly agency: string; readonly system: string }): Promise<readonly OpenUnread[]> {
  return execute<OpenUnread>(
    em,
    `select n.alert, min(${AGENCY}) as agency, n.about, q.message_kind as "messageKind", q.risk,
       (extract(epoch from min(n.raised_at)) * 1000)::float8 as "raisedAt", (extract(epoch from max(n.answer_by)) * 1000)::float8 as until
     from briefing_notice n join quarantine q on q.id = n.about where ${WAITS} and n.alert is not null and (q.agency, q.system) = ($1, $2)
     group by n.alert, n.about, q.message_kind, q.risk order by min(n.raised_at), n.alert`,
    [agency, system],
  );
}

/** For how many messages an alert stands by now, those among them that were seen to since. */
export async function countBehind(em: EntityManager, alert: string): Promise<number> {
  const [row] = await execute<{ count: number }>(
    em,
    `select (select count(*)::integer from ${BEHIND}) as count from briefing_notice n join quarantine q on q.id = n.about where n.alert = $1::uuid order by n.step limit 1`,
    [alert],
  );
  return row?.count ?? 0;
}

/**
 * Of an answered alert (`notice` is the step that was answered) leaves what joined it after whoever answered had read it, where nobody of
 * the agency has read that: it stays before the same people, and stands for that alone. False where nothing joined.
 */
export async function leaveJoinedAfter(em: EntityManager, { alert, notice, read }: { readonly alert: string; readonly notice: string; readonly read: number }): Promise<boolean> {
  const rows = await execute(
    em,
    `update briefing_notice n set acknowledged_at = null, acknowledged_by = null, about = s.next, raised_at = s.since
     from (select n.id, later.next, later.since from briefing_notice n join quarantine q on q.id = n.about cross join lateral (
         select m.id as next, told.at as since from ${BEHIND} and told.at > $3 and m.state = 'OPEN' and not ${AGENCY} = any (m.read_agencies) order by told.at, m.id limit 1) later
       where n.alert = $1::uuid and (n.acknowledged_at is null or n.id = $2::uuid)) s
     where n.id = s.id returning n.id`,
    [alert, notice, new Date(read).toISOString()],
  );
  return rows.length > 0;
}

/** When an alert was raised (epoch milliseconds): by then whoever answers it has read of it. */
export async function raisedUnread(em: EntityManager, alert: string): Promise<number> {
  const [row] = await execute<{ at: number }>(em, `select (extract(epoch from max(raised_at)) * 1000)::float8 as at from briefing_notice where alert = $1::uuid`, [alert]);
  return row?.at ?? 0;
}

/** Says of an alert, before whomever it is, for how many it stands. */
export async function sayUnread(em: EntityManager, { alert, text }: { readonly alert: string; readonly text: string }): Promise<void> {
  await execute(em, `update briefing_notice n set text = $2 where n.alert = $1::uuid and ${WAITS} and n.text <> $2`, [alert, text]);
}

/** Where an alert spoke of what is seen to: it speaks of the next, and ends where there is none. */
const SEEN_TO = (ended: string, by: string): string => `
  set about = coalesce(s.next, n.about), acknowledged_at = case when s.next is null then ${ended}::timestamptz end,
    acknowledged_by = case when s.next is null and n.visible_from <= ${ended} then ${by} end
  from (select n.id, q.settled_by, ${NEXT} as next from briefing_notice n join quarantine q on q.id = n.about where ${WAITS}`;

/** Somebody of an agency has read these entries: nobody else of theirs is asked about them. */
export async function endUnreadAt(em: EntityManager, entries: readonly string[], { by, agency, at }: { readonly by: string; readonly agency: string; readonly at: number }): Promise<void> {
  await execute(
    em,
    `update briefing_notice n ${SEEN_TO('$2', '$3')} and n.about = any ($1::uuid[]) and ${AGENCY} = $4) s where n.id = s.id`,
    [entries, new Date(at).toISOString(), by, agency],
  );
}

/** What is settled, by whomever and however, is asked of nobody any more. */
export async function endUnreadSettled(em: EntityManager, at: string): Promise<void> {
  await execute(em, `update briefing_notice n ${SEEN_TO('$1', 's.settled_by')} and q.state <> 'OPEN') s where n.id = s.id`, [at]);
}

/** Lets the alerts that speak of entries that go (a condition on an entry \`q\`, by the person records \`$1\`) speak of another they stand for. */
export async function passUnreadOn(em: EntityManager, records: readonly string[], going: string): Promise<void> {
  await execute(
    em,
    `update briefing_notice n set about = s.next
     from (select n.id, (select m.id from ${BEHIND} and m.state = 'OPEN' and not ${AGENCY} = any (m.read_agencies)
         and m.id not in (select q.id from quarantine q where ${going}) order by told.at, m.id limit 1) as next
       from briefing_notice n join quarantine q on q.id = n.about where ${WAITS} and (${going})) s
     where n.id = s.id and s.next is not null`,
    [records],
  );
}
