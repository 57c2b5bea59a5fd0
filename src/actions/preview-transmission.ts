import { lockTransmission } from '../store/write/transmissions/happen.ts';
import type { Acted, ActionServices, Actor, Preview } from './action-services.ts';
import { performAsking } from './perform.ts';
import { seeToAct } from './see-row.ts';

/** Says what would go of a transmission if it were sent today, by the names of things alone. Nothing goes. */
export async function previewTransmission(services: ActionServices, actor: Actor, input: Pick<Acted, 'id'>, now: number): Promise<Preview> {
  const deed = { action: 'replayTransmission', kind: 'QUESTION', actor, input, key: null, reason: null, now } as const;
  const { transmission } = await performAsking(services, deed, async (scene) => {
    const row = await seeToAct(scene, 'Transmission', input.id);
    return { answer: { transmission: await lockTransmission(scene.em, row.id) }, child: row.child };
  });
  return transmission === null ? { level: null, fields: [] } : services.preview(transmission, now);
}
