import { HubError } from '../domain/errors.ts';
import type { Payloads } from '../domain/observation/observation.ts';
import { recordId } from '../domain/record/record-id.ts';
import type { RecordKind, RecordRef } from '../domain/record/record.ts';
import { personAt } from '../domain/sharing/audience.ts';
import { looksLikeId } from '../gate/looks-like-id.ts';
import { addHubStatement, HUB_SYSTEM, recordById, statedRevision, type HubStatement } from '../store/write/hub-statement-store.ts';
import { keyOf, type Scene } from './perform.ts';

/** The child as `seeRow` answered. */
export interface ChildSeen {
  readonly person: string;
  readonly childRecords: readonly string[];
}

/** A record of the hub's own that is about to be stated, new or again. */
export interface StatedRecord {
  readonly id: string;
  readonly ref: RecordRef;
  /** The revision it gets. */
  readonly revision: number;
}

/** The record an edit names, at the revision the client read; a new one where it names none. */
export async function recordToState(scene: Scene, kind: RecordKind, asked: { on: ChildSeen; id: string | null; revision: number | null }): Promise<StatedRecord> {
  const { id, revision, on } = asked;
  if (id === null) {
    const ref = { agency: scene.actor.viewer.agency, system: HUB_SYSTEM, kind, key: keyOf(scene) };
    return { id: recordId(scene.services.idKey, ref), ref, revision: 1 };
  }
  const ref = await ownRecord(scene, kind, { on, id });
  const standing = (await statedRevision(scene.em, id)).revision;
  if (revision !== standing) {
    throw new HubError('STALE_REVISION', `This stands at revision ${String(standing)} now; nothing was stored.`);
  }
  return { id, ref, revision: standing + 1 };
}

/** A record of this child that the actor's agency keeps in the hub: nobody writes in another agency's records. */
export async function ownRecord(scene: Scene, kind: RecordKind, asked: { on: ChildSeen; id: string }): Promise<RecordRef> {
  const ref = await recordOfChild(scene, kind, asked);
  if (ref.agency !== scene.actor.viewer.agency || ref.system !== HUB_SYSTEM) {
    throw new HubError('FORBIDDEN', 'Another agency, or another system of yours, keeps this record; it is changed there.');
  }
  return ref;
}

/** A record of this kind of this child. */
export async function recordOfChild({ em }: Scene, kind: RecordKind, { on, id }: { on: ChildSeen; id: string }): Promise<RecordRef> {
  const ref = looksLikeId(id) ? await recordById(em, id) : null;
  const subject = ref === null ? null : (await statedRevision(em, id)).subject;
  if (ref?.kind !== kind || subject === null || !on.childRecords.includes(subject)) {
    throw new HubError('NOT_FOUND', 'There is nothing of this id that you may see.');
  }
  return ref;
}

/** What an action states of a record. */
interface Stating<K extends StatedKind> {
  readonly on: ChildSeen;
  readonly record: Pick<StatedRecord, 'ref' | 'revision'>;
  readonly part?: string;
  readonly kind: K;
  readonly payload: Payloads[K];
}
type StatedKind = HubStatement<'offer' | 'attempt' | 'interview' | 'intelligence'>['kind'];

/** Keeps a statement as a message with the hub as source, and folds the child anew. */
export async function state<K extends StatedKind>(scene: Scene, { on, record, part = '', kind, payload }: Stating<K>): Promise<void> {
  const { em, services, actor, now } = scene;
  const subject = await recordById(em, on.person);
  if (subject === null) {
    throw new HubError('INTERNAL', 'A child is shown that has no person record.');
  }
  const by = personAt(actor.viewer.person, actor.viewer.agency);
  const { ref, revision } = record;
  const outcome = await addHubStatement(em, { subject, record: ref, part, revision, kind, payload, by, at: now }, (named) => recordId(services.idKey, named));
  if (outcome !== 'ADDED') {
    throw new HubError('KEY_REUSED', 'Something else was stated under this key before.');
  }
  await services.refold(em, [on.person]);
}
