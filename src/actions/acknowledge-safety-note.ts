import { personAt } from '../domain/sharing/audience.ts';
import { settleAlert } from '../store/write/alert-store.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { performDecision } from './perform-decision.ts';
import { seeToAct } from './see-row.ts';
import { stepOfNote, type StepOfNote } from './step-of-note.ts';

/** The home or the carer says that the note was read: nobody of the service is told any more that it was not. */
export function acknowledgeSafetyNote(services: ActionServices, actor: Actor, input: StepOfNote, now: number): Promise<Acted> {
  return performDecision(services, { action: 'acknowledgeSafetyNote', actor, input, now }, async (scene) => {
    const note = await seeToAct(scene, 'SafetyNote', input.note);
    const acted = await stepOfNote(scene, note, { step: 'ACKNOWLEDGED', revision: input.revision });
    await settleAlert(scene.em, { about: note.id }, { by: personAt(actor.viewer.person, actor.viewer.agency), at: now });
    return acted;
  });
}
