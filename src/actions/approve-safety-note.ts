import type { LeftIn } from '../domain/decision/decision.ts';
import { decisionById } from '../store/write/decision-store.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import type { Given } from './given.ts';
import { lookedThrough, looking, type Looking } from './left-in-text.ts';
import type { Scene } from './perform.ts';
import { performDecision } from './perform-decision.ts';
import { recipientStands } from './recipient-stands.ts';
import { seeToAct, type Seen } from './see-row.ts';
import { mustBeAsRead, stepOfNote, type StepOfNote } from './step-of-note.ts';
import { tellRecipient } from './tell-recipient.ts';

/** The approval of a note, as the client sends it. */
export interface ApproveSafetyNote extends StepOfNote {
  /** Where each passage begins that reads like somebody or somewhere and may stand. */
  readonly confirmed?: Given<readonly number[]>;
}

/** A senior worker, the decision-maker or EDT approves a safety note; only then does its recipient read it. */
export async function approveSafetyNote(services: ActionServices, actor: Actor, input: ApproveSafetyNote, now: number): Promise<Acted> {
  const looked = await looking(input.confirmed);
  return performDecision(services, { action: 'approveSafetyNote', actor, input, now }, async (scene) => {
    const note = await seeToAct(scene, 'SafetyNote', input.note);
    mustBeAsRead(note, input.revision);
    const leftIn = await leftInNote(scene, note, looked);
    const acted = await stepOfNote(scene, note, { step: 'APPROVED', revision: input.revision, leftIn });
    const { recipient, approved } = note.facts;
    if (approved === 'NO' && recipientStands(note.facts, 'PLACEMENT', recipient)) {
      await tellRecipient(scene, { child: note.person, note: note.id, recipient, facts: note.facts });
    }
    return acted;
  });
}

/** Passages of the note that the approver looked at; what they do not read of the child is no part of it. */
async function leftInNote(scene: Scene, { id, child, facts: { recipient } }: Seen<'SafetyNote'>, looked: Looking): Promise<LeftIn[]> {
  const written = await decisionById(scene.em, id);
  if (written?.kind !== 'SAFETY_NOTE') {
    return [];
  }
  const { watchFor, doThis, ring } = written.payload;
  return lookedThrough(scene, { child, recipient, fields: { watchFor, doThis, ring } }, looked);
}
