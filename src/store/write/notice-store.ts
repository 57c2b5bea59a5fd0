import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { personAt } from '../../domain/sharing/audience.ts';
import type { Viewer } from '../../policy/viewer.ts';
import { execute } from '../database.ts';
import { openToOf } from './open-to.ts';

/** What somebody is to be told first on their briefing. */
export interface BriefingNotice {
  /** `person@agency`, or `<role>:<agency>`. */
  readonly to: readonly string[];
  readonly kind: string;
  /** The person record of the child it concerns; null where nobody knows which that is. */
  readonly child: string | null;
  /** The decision, interview or item it speaks of. */
  readonly about: string;
  /** Fixed words; no child's details. */
  readonly text: string;
  /** Epoch milliseconds. */
  readonly visibleFrom: number;
  readonly raisedAt: number;
}

/** Puts a notice up; it stays until one of those it is for says that they know. */
export async function addNotice(em: EntityManager, notice: BriefingNotice): Promise<string> {
  const [id = ''] = await addNotices(em, [notice]);
  return id;
}

/** Puts several up at once. Answers their ids. */
export async function addNotices(em: EntityManager, notices: readonly BriefingNotice[]): Promise<readonly string[]> {
  const rows = notices.map(rowOf);
  if (rows.length > 0) {
    await execute(
      em,
      `insert into briefing_notice (id, "to", kind, child, about, text, visible_from, raised_at, open_to)
       select id, "to", kind, child, about, text, visible_from, raised_at, ${openToOf('n.child', 'n.about')}
       from json_to_recordset($1::json) as n(id uuid, "to" text[], kind text, child uuid, about uuid, text text, visible_from timestamptz, raised_at timestamptz)`,
      [JSON.stringify(rows)],
    );
  }
  return rows.map(({ id }) => id);
}

function rowOf({ to, kind, child, about, text, visibleFrom, raisedAt }: BriefingNotice): { readonly id: string } & Readonly<Record<string, unknown>> {
  return { id: randomUUID(), to: [...new Set(to)], kind, child, about, text, visible_from: new Date(visibleFrom).toISOString(), raised_at: new Date(raisedAt).toISOString() };
}

/** What a notice told of is taken back: whoever has not said that they know is not told any more. */
export async function takeNoticesBack(em: EntityManager, about: string, { by, at }: { readonly by: string; readonly at: number }): Promise<void> {
  await execute(
    em,
    `update briefing_notice set acknowledged_at = $2, acknowledged_by = case when visible_from <= $2 then $3 end where about = $1::uuid and acknowledged_at is null`,
    [about, new Date(at).toISOString(), by],
  );
}

/** Somebody it is for says that they know; false where no such notice is open to them. */
export async function acknowledgeNotice(em: EntityManager, { id, viewer, at }: { readonly id: string; readonly viewer: Viewer; readonly at: number }): Promise<boolean> {
  const person = personAt(viewer.person, viewer.agency);
  const rows = await execute(
    em,
    `update briefing_notice set acknowledged_at = $2, acknowledged_by = $3
     where id = $1::uuid and "to" && array[$3, $4]::text[] and open_to && array['ALL', $3, $4, $5]::text[] and visible_from <= $2 and acknowledged_at is null
       and (kind not in ('ACTION', 'ACTION_OVERDUE') or $6 not in ('PLACEMENT_PROVIDER', 'PARENT') or exists (select from case_action a where a.id = about and a.tells_nobody = 'YES')) returning id`,
    [id, new Date(at).toISOString(), person, `${viewer.role}:${viewer.agency}`, `${viewer.role}:${person}`, viewer.role],
  );
  return rows.length > 0;
}

/** Takes what was told about one thing off every briefing, where it is told anew. */
export async function takeOff(em: EntityManager, { about, kind, by, at }: { readonly about: string; readonly kind: string; readonly by: string; readonly at: number }): Promise<void> {
  await execute(em, `update briefing_notice set acknowledged_at = $3, acknowledged_by = $4 where about = $1::uuid and kind = $2 and acknowledged_at is null`, [about, kind, new Date(at).toISOString(), by]);
}

/** Was somebody told of something since an instant, or have they not said yet that they know? */
export async function isToldSince(em: EntityManager, { to, kind, about }: { readonly to: string; readonly kind: string; readonly about: readonly string[] }, since: number): Promise<boolean> {
  const rows = await execute(
    em,
    `select from briefing_notice where "to" && array[$1]::text[] and kind = $2 and about = any ($3::uuid[]) and (acknowledged_at is null or raised_at > $4) limit 1`,
    [to, kind, about, new Date(since).toISOString()],
  );
  return rows.length > 0;
}

/** What kind of notice one is, what it speaks of, and the alert it is a step of. */
export interface NoticeSubject {
  readonly kind: string;
  readonly about: string;
  readonly alert: string | null;
}

/** What a notice speaks of; null where there is none. */
export async function subjectOfNotice(em: EntityManager, id: string): Promise<NoticeSubject | null> {
  const [row] = await execute<NoticeSubject>(em, `select kind, about, alert from briefing_notice where id = $1::uuid`, [id]);
  return row ?? null;
}
