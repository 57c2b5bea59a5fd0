import type { Acted, ActionServices, Actor } from './action-services.ts';
import { performDecision } from './perform-decision.ts';
import { recipientStands } from './recipient-stands.ts';
import { seeToAct } from './see-row.ts';
import { stepOfNote, type StepOfNote } from './step-of-note.ts';
import { tellRecipient } from './tell-recipient.ts';

/** A senior worker, the decision-maker or EDT approves a safety note; only then does its recipient read it. */
export function approveSafetyNote(services: ActionServices, actor: Actor, input: StepOfNote, now: number): Promise<Acted> {
  return performDecision(services, { action: 'approveSafetyNote', actor, input, now }, async (scene) => {
    const note = await seeToAct(scene, 'SafetyNote', input.note);
    const acted = await stepOfNote(scene, note, { step: 'APPROVED', revision: input.revision });
    const { recipient, approved } = note.facts;
    if (approved === 'NO' && recipientStands(note.facts, 'PLACEMENT', recipient)) {
      await tellRecipient(scene, { child: note.person, note: note.id, recipient, facts: note.facts });
    }
    return acted;
  });
}
