import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { DutyReached } from '../../domain/authority/duty-chain.ts';
import { notAnsweredBy, roleInWords } from '../../domain/authority/duty-words.ts';
import { HubError } from '../../domain/errors.ts';
import { personAt } from '../../domain/sharing/audience.ts';
import type { Viewer } from '../../policy/viewer.ts';
import { execute } from '../database.ts';
import { openToOf } from './open-to.ts';

/** Hears, when a step of an alert begins, of the alert and of the notice that is to be seen now: ids alone. */
export const ALERT_CHANNEL = 'homeward_alert';

/** One role of a duty chain; where not everybody in it may know, the people who may, as `person@agency`. */
export interface AlertStep extends DutyReached {
  readonly people?: readonly string[];
}

/** What somebody must answer: as a notice, but before one role of a duty chain after the other. */
export interface Alert {
  readonly kind: string;
  /** The person record of the child it concerns; null where nobody knows which that is. */
  readonly child: string | null;
  /** What it speaks of, such as the concern. */
  readonly about: string;
  /** Fixed words; no child's details. */
  readonly text: string;
  /** Of a duty that is late: which clock. */
  readonly clock?: string;
  /** From whom on it goes to whom, as `dutyOf` works it out; at least one. */
  readonly chain: readonly AlertStep[];
  /** Who sees beside the agency's own coordinator that it waits, as `<role>:<agency>`; nobody where it goes to people by name. */
  readonly watchedBy?: readonly string[];
  /** Epoch milliseconds. */
  readonly raisedAt: number;
}

/** Which alert: one, or every one about one thing, of one kind where that is said. */
export type WhichAlert = { readonly alert: string } | { readonly about: string; readonly kind?: string };

/** Puts an alert before every step of its chain at once, each to be seen from its own time on: nothing has to run for it. Answers its id. */
export async function raiseAlert(em: EntityManager, alert: Alert): Promise<string> {
  const [id = ''] = await raiseAlerts(em, [alert]);
  return id;
}

/** Raises several at once, as they came. Answers their ids. */
export async function raiseAlerts(em: EntityManager, alerts: readonly Alert[]): Promise<readonly string[]> {
  if (alerts.length === 0) {
    return [];
  }
  const raised = alerts.map((alert) => ({ id: randomUUID(), columns: columnsOf(alert), steps: stepsOf(alert) }));
  const rows = raised.map(({ id, columns }) => ({ alert: id, ...columns }));
  const steps = raised.flatMap(({ id, steps: those }) => those.map((step) => ({ alert: id, ...step })));
  await execute(
    em,
    `insert into briefing_notice (id, "to", kind, child, about, text, visible_from, raised_at, alert, step, answer_by, not_answered_by, waits_for, next, watchers, clock, open_to)
     select s.id, s."to", a.kind, a.child, a.about, a.text, s.visible_from, a.raised_at, a.alert, s.step, s.answer_by, s.not_answered_by, s.waits_for, s.next, s.watchers, a.clock, o.open_to
     from json_to_recordset($1::json) as a(alert uuid, kind text, child uuid, about uuid, text text, clock text, raised_at timestamptz)
     cross join lateral (select ${openToOf('a.child', 'a.about')} as open_to offset 0) o
     join json_to_recordset($2::json) as s(alert uuid, id uuid, "to" text[], step integer, visible_from timestamptz, answer_by timestamptz, not_answered_by text, waits_for text, next text, watchers text[]) on s.alert = a.alert`,
    [JSON.stringify(rows), JSON.stringify(steps)],
  );
  await saySeen(em, raised.map(({ id, steps: [first] }) => ({ alert: id, notice: first?.id ?? '' })));
  return raised.map(({ id }) => id);
}

function columnsOf({ kind, child, about, text, clock, raisedAt }: Alert): Readonly<Record<string, unknown>> {
  return { kind, child, about, text, clock: clock ?? null, raised_at: new Date(raisedAt).toISOString() };
}

function stepsOf({ chain, watchedBy = [] }: Alert): readonly { readonly id: string }[] {
  if (chain.length === 0) {
    throw new HubError('INTERNAL', 'An alert was raised before nobody.');
  }
  return chain.map((step, nth) => ({ id: randomUUID(), step: nth + 1, ...stepColumns(step, chain, nth), watchers: watchersOf(step, watchedBy) }));
}

/** Of whom nobody in the role may know, by name, no coordinator has a view who is not one of them. */
function watchersOf({ to, people }: AlertStep, besides: readonly string[]): readonly string[] {
  return people === undefined ? [`HUB_COORDINATOR:${to.slice(to.indexOf(':') + 1)}`, ...besides] : [];
}

/** Of those told at the same time none is late yet. */
function stepColumns({ to, from, until, people }: AlertStep, chain: readonly AlertStep[], nth: number): Readonly<Record<string, unknown>> {
  const next = chain.slice(nth + 1).find((after) => after.from > from);
  return {
    to: people ?? [to],
    visible_from: new Date(from).toISOString(),
    answer_by: new Date(until).toISOString(),
    not_answered_by: notAnsweredBy(chain.slice(0, nth).filter((before) => before.until <= from).map((before) => before.to)),
    waits_for: roleInWords(to),
    next: next === undefined ? null : roleInWords(next.to),
  };
}

/** Says, once the transaction is through, that these notices of alerts are to be seen now. */
export async function saySeen(em: EntityManager, steps: readonly { readonly alert: string; readonly notice: string }[]): Promise<void> {
  if (steps.length > 0) {
    await execute(em, `select pg_notify($1, step) from unnest($2::text[]) as t(step)`, [ALERT_CHANNEL, steps.map((step) => JSON.stringify(step))]);
  }
}

/**
 * Ends an alert for every step of its chain: those who were told see who answered, the others never hear of it. False where
 * nothing was open. Whether `by` may answer is for the caller to ask (`alertsBefore`).
 */
export async function settleAlert(em: EntityManager, which: WhichAlert, { by, at }: { readonly by: string; readonly at: number }): Promise<boolean> {
  const [of, id] = 'alert' in which ? ['alert', which.alert] : ['about', which.about];
  const rows = await execute(
    em,
    `update briefing_notice set acknowledged_at = $2, acknowledged_by = case when visible_from <= $2 then $3 end
     where ${of} = $1::uuid and alert is not null and acknowledged_at is null and kind = coalesce($4, kind) returning id`,
    [id, new Date(at).toISOString(), by, 'kind' in which ? which.kind : null],
  );
  return rows.length > 0;
}

/** The open alerts about one thing that are before somebody at this moment: by name, or before everyone in their role. */
export async function alertsBefore(em: EntityManager, viewer: Viewer, { about, at }: { readonly about: string; readonly at: number }): Promise<readonly string[]> {
  const rows = await execute<{ alert: string }>(
    em,
    `select distinct alert from briefing_notice
     where about = $1::uuid and alert is not null and acknowledged_at is null and visible_from <= $2 and "to" && array[$3, $4]::text[] order by 1`,
    [about, new Date(at).toISOString(), personAt(viewer.person, viewer.agency), `${viewer.role}:${viewer.agency}`],
  );
  return rows.map(({ alert }) => alert);
}
