import type { DecisionOf, DecisionPayloads, LeftIn } from '../domain/decision/decision.ts';
import { HubError } from '../domain/errors.ts';
import { decisionById } from '../store/write/decision-store.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import type { Given } from './given.ts';
import { lookedThrough, looking, type Looking } from './left-in-text.ts';
import { mustBeFreeToWrite } from './may-try-again.ts';
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
    const { person: writer, payload } = await writtenNote(scene, note);
    await mustBeFreeToWrite(scene, note.child, writer);
    const leftIn = await leftInNote(scene, note, { payload, looked });
    const acted = await stepOfNote(scene, note, { step: 'APPROVED', revision: input.revision, leftIn });
    const { recipient, approved } = note.facts;
    if (approved === 'NO' && recipientStands(note.facts, 'PLACEMENT', recipient)) {
      await tellRecipient(scene, { child: note.person, note: note.id, recipient, facts: note.facts, writer });
    }
    return acted;
  });
}

async function writtenNote({ em }: Scene, { id }: Seen<'SafetyNote'>): Promise<DecisionOf<'SAFETY_NOTE'>> {
  const written = await decisionById(em, id);
  if (written?.kind !== 'SAFETY_NOTE') {
    throw new HubError('INTERNAL', 'A safety note is shown that nobody wrote.');
  }
  return written;
}

/** Passages of the note that the approver looked at; what they do not read of the child is no part of it. */
async function leftInNote(scene: Scene, { child, facts: { recipient } }: Seen<'SafetyNote'>, { payload, looked }: { readonly payload: DecisionPayloads['SAFETY_NOTE']; readonly looked: Looking }): Promise<LeftIn[]> {
  const { watchFor, doThis, ring } = payload;
  return lookedThrough(scene, { child, recipient, fields: { watchFor, doThis, ring } }, looked);
}
