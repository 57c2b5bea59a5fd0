import { HubError } from '../domain/errors.ts';
import { instantOfOrder } from '../domain/observation/order-instant.ts';
import type { ReportedMatter } from '../domain/observation/observation.ts';
import { canonicalInstant } from '../domain/observation/source-time.ts';
import { reportId } from '../domain/fold/fold-reports.ts';
import { recordId } from '../domain/record/record-id.ts';
import { HUB_SYSTEM, type RecordRef } from '../domain/record/record.ts';
import { personAt } from '../domain/sharing/audience.ts';
import { looksLikeId } from '../gate/looks-like-id.ts';
import { addHubMessage, lastStated, recordById, type Said } from '../store/write/hub-statement-store.ts';
import { ownAmong, reportById } from '../store/write/report-store.ts';
import type { Acted } from './action-services.ts';
import { mustBeOwn, originatorOf } from './originator.ts';
import { keyOf, type Scene } from './perform.ts';
import { seeToAct } from './see-row.ts';

/** Where a report of an episode stands, new or again. */
export interface ReportPlace {
  readonly matter: ReportedMatter;
  /** The episode's record that the actor's agency keeps in the hub, and the part of it that is this report's own. */
  readonly ref: RecordRef;
  readonly part: string;
  readonly subject: RecordRef;
  /** Another system's record of the episode it is reported of; null where there is none. */
  readonly episode: string | null;
  /** The revision it gets. */
  readonly revision: number;
}

/** What every report of an episode answers. */
export interface Reported extends Acted {
  /** A record of the episode. */
  readonly episode: string;
}

/** A new report: in the record the agency already keeps of one of these episode records, else in one of its own key. */
export async function newReport(
  scene: Scene,
  matter: ReportedMatter,
  { subject, records, episode }: { readonly subject: RecordRef; readonly records: readonly string[]; readonly episode: string | null },
): Promise<ReportPlace> {
  const { em, actor } = scene;
  const key = keyOf(scene);
  const own = await ownAmong(em, records, actor.viewer.agency);
  const kept = own === null ? null : await recordById(em, own);
  const ref = kept ?? { agency: actor.viewer.agency, system: HUB_SYSTEM, kind: 'episode', key };
  const others = records.filter((record) => record !== own);
  return { matter, ref, part: `${matter}:${key}`, subject, episode: episode === own ? (others[0] ?? null) : episode, revision: 1 };
}

/** A report that the actor made, at the revision they read, of an episode they still see. */
export async function ownReport(scene: Scene, matter: ReportedMatter, { id, revision }: { readonly id: string; readonly revision: number | null }): Promise<ReportPlace> {
  const report = looksLikeId(id) ? await reportById(scene.em, id) : null;
  const ref = report?.matter === matter ? await recordById(scene.em, report.record) : null;
  if (report === null || ref === null) {
    throw new HubError('NOT_FOUND', 'There is nothing of this id that you may see.');
  }
  const { person } = await seeToAct(scene, 'Episode', report.record);
  mustBeOwn(scene, report.originator);
  if (revision !== report.revision) {
    throw new HubError('STALE_REVISION', `This stands at revision ${String(report.revision)} now; nothing was stored.`);
  }
  return { matter, ref, part: report.part, subject: await subjectRef(scene, person), episode: report.episode, revision: report.revision + 1 };
}

/** The person record of this id. */
export async function subjectRef({ em }: Scene, person: string): Promise<RecordRef> {
  const subject = await recordById(em, person);
  if (subject === null) {
    throw new HubError('INTERNAL', 'A child is shown that has no person record.');
  }
  return subject;
}

/** Keeps a report as a message with the hub as source, and folds the child anew; nothing said withdraws it. */
export async function stateReport(scene: Scene, place: ReportPlace, said: readonly Said[]): Promise<{ readonly id: string; readonly record: string; readonly subject: string }> {
  const { em, services, actor, now } = scene;
  const { ref, part, subject, revision, matter, episode } = place;
  const idOf = (named: RecordRef): string => recordId(services.idKey, named);
  const filed: Said<'filed'> = { kind: 'filed', payload: { matter, originator: originatorOf(scene), episode, revision } };
  const { order } = await lastStated(em, idOf(ref), part);
  const message = {
    subject,
    record: ref,
    part,
    order: laterThan(order, now),
    corrects: revision > 1,
    said: said.some(({ kind }) => kind === 'retraction') ? said : [filed, ...said],
    by: personAt(actor.viewer.person, actor.viewer.agency),
    at: now,
  };
  if ((await addHubMessage(em, message, idOf)) !== 'ADDED') {
    throw new HubError('KEY_REUSED', 'Something else was stated under this key before.');
  }
  await services.refold(em, [idOf(subject)]);
  // The id is made from the names of record and part alone.
  return { id: reportId(ref, part, { recordId: idOf as Parameters<typeof reportId>[2]['recordId'] }), record: idOf(ref), subject: idOf(subject) };
}

/** Reports are ordered by when they were made, as the files of the same agency are; two within a moment one after the other. */
function laterThan(order: string | null, now: number): string {
  const before = order === null ? null : instantOfOrder(order);
  return canonicalInstant(before === null ? now : Math.max(now, before + 1));
}

/** Takes the report back: it was entered by mistake. */
export const WITHDRAWN: Said<'retraction'> = { kind: 'retraction', payload: { scope: 'part' } };
