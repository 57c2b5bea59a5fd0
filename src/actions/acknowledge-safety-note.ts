import type { Acted, ActionServices, Actor } from './action-services.ts';
import { performDecision } from './perform-decision.ts';
import { seeToAct } from './see-row.ts';
import { stepOfNote, type StepOfNote } from './step-of-note.ts';

/** The home or the carer says that the note was read. */
export function acknowledgeSafetyNote(services: ActionServices, actor: Actor, input: StepOfNote, now: number): Promise<Acted> {
  return performDecision(services, { action: 'acknowledgeSafetyNote', actor, input, now }, async (scene) => {
    const note = await seeToAct(scene, 'SafetyNote', input.note);
    return stepOfNote(scene, note, { step: 'ACKNOWLEDGED', revision: input.revision });
  });
}
