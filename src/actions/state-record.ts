import { HubError } from '../domain/errors.ts';
import type { Payloads } from '../domain/observation/observation.ts';
import { recordId } from '../domain/record/record-id.ts';
import { HUB_SYSTEM, type RecordKind, type RecordRef } from '../domain/record/record.ts';
import { personAt } from '../domain/sharing/audience.ts';
import { looksLikeId } from '../gate/looks-like-id.ts';
import { addHubMessage, addHubStatement, orderOf, recordById, statedRevision, type HubStatement, type Said, type StatementOutcome } from '../store/write/hub-statement-store.ts';
import type { Given } from './given.ts';
import { keyOf, type Scene } from './perform.ts';

/** The child as `seeRow` answered. */
export interface ChildSeen {
  readonly person: string;
  readonly childRecords: readonly string[];
  /** The person record itself, where it is made with what is stated. */
  readonly ref?: RecordRef;
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
    mustBeNew(revision);
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

/** Whoever names a revision means to change what stands, and would write it down twice. */
export function mustBeNew(revision: Given<number>): void {
  if (revision) {
    throw new HubError('BAD_INPUT', '"revision" is of something that is changed, and "id" does not say of what. Send its id, or leave "revision" out.');
  }
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
interface Stating<K extends StatedKind | ToldKind> {
  readonly on: ChildSeen;
  readonly record: Pick<StatedRecord, 'ref' | 'revision'>;
  readonly part?: string;
  readonly kind: K;
  readonly payload: Payloads[K];
  /** What is said with it of other records. */
  readonly besides?: readonly Said[];
}
type StatedKind = HubStatement<'offer' | 'attempt' | 'interview' | 'intelligence'>['kind'];
/** Kinds of which one message may say more. */
type ToldKind = 'placement' | 'placementAgreement' | 'profile';

/** Keeps a statement as a message with the hub as source, and folds the child anew. */
export async function state<K extends StatedKind | ToldKind>(scene: Scene, { on, record, part = '', kind, payload, besides = [] }: Stating<K>): Promise<void> {
  const { ref, revision } = record;
  const said = { subject: await subjectOfStatement(scene, on), record: ref, part, by: byOf(scene), at: scene.now };
  const idOf = (named: RecordRef): string => recordId(scene.services.idKey, named);
  const outcome = isTold(kind)
    ? await addHubMessage(scene.em, { ...said, order: orderOf(revision), corrects: revision > 1, said: [{ kind, payload }, ...besides] }, idOf)
    : // One of the kinds that are stated one by one.
      await addHubStatement(scene.em, { ...said, revision, kind, payload } as HubStatement<StatedKind>, idOf);
  await stated(scene, on, outcome);
}

/** Takes a whole record back, which was entered by mistake, at the revision that follows. */
export async function withdrawRecord(scene: Scene, { on, record, besides = [] }: Pick<Stating<StatedKind>, 'on' | 'record' | 'besides'>): Promise<void> {
  const { ref, revision } = record;
  const subject = await subjectOfStatement(scene, on);
  const said: Said[] = [{ kind: 'retraction', payload: { scope: 'record' } }, ...besides];
  const message = { subject, record: ref, part: '', order: orderOf(revision), corrects: false, said, by: byOf(scene), at: scene.now };
  await stated(scene, on, await addHubMessage(scene.em, message, (named) => recordId(scene.services.idKey, named)));
}

function isTold(kind: StatedKind | ToldKind): kind is ToldKind {
  return kind === 'placement' || kind === 'placementAgreement' || kind === 'profile';
}

const byOf = ({ actor: { viewer } }: Scene): string => personAt(viewer.person, viewer.agency);

async function subjectOfStatement({ em }: Scene, { person, ref }: ChildSeen): Promise<RecordRef> {
  const subject = ref ?? (await recordById(em, person));
  if (subject === null) {
    throw new HubError('INTERNAL', 'A child is shown that has no person record.');
  }
  return subject;
}

async function stated({ em, services }: Scene, on: ChildSeen, outcome: StatementOutcome): Promise<void> {
  if (outcome !== 'ADDED') {
    throw new HubError('KEY_REUSED', 'Something else was stated under this key before.');
  }
  await services.refold(em, [on.person]);
}
