import type { DecisionOf } from '../domain/decision/decision.ts';
import { HubError } from '../domain/errors.ts';
import type { CaseRecordKind } from '../domain/interview/return-steps.ts';
import { looksLikeId } from '../gate/looks-like-id.ts';
import { decisionById, standingDecision } from '../store/write/decision-store.ts';
import type { Given } from './given.ts';
import type { Scene } from './perform.ts';
import { seeRow, type Seen } from './see-row.ts';

/** A change of a record beside the interview, as the client sends it. */
interface Change {
  readonly id: string;
  readonly revision?: Given<number>;
  readonly record: CaseRecordKind;
}

/** Which record is changed among those of its episode: seen, of the same kind and of the actor's own agency. An older id leads to what stands now. */
export async function caseRecordChanged(scene: Scene, on: Seen<'Episode'>, { id, revision, record }: Change): Promise<{ matter: string; revision: number }> {
  const standing = await standingRecord(scene, on, id);
  if (standing === null) {
    throw new HubError('NOT_FOUND', 'There is nothing of this id that you may see.');
  }
  await seeRow(scene, 'CaseRecord', standing.id);
  if (standing.agency !== scene.actor.viewer.agency) {
    throw new HubError('FORBIDDEN', 'Another agency wrote this; they change it.');
  }
  if (standing.payload.record !== record) {
    throw new HubError('BAD_INPUT', '"record" is not what this was recorded as. Record another beside it.');
  }
  return { matter: standing.matter, revision: revision ?? 0 };
}

async function standingRecord({ em }: Scene, on: Seen<'Episode'>, id: string): Promise<DecisionOf<'CASE_RECORD'> | null> {
  const named = looksLikeId(id) ? await decisionById(em, id) : null;
  if (named?.kind !== 'CASE_RECORD' || !on.episodeRecords.includes(named.about ?? '')) {
    return null;
  }
  const standing = await standingDecision(em, { kind: 'CASE_RECORD', children: on.childRecords, abouts: on.episodeRecords, matter: named.matter });
  return standing?.kind === 'CASE_RECORD' ? standing : null;
}
