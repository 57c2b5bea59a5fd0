import { openAbout, type OpenAction } from '../store/write/read-open-work.ts';
import type { Scene } from './perform.ts';
import { readsOf } from './return-as-read.ts';

/** What is open about a child as far as the actor reads it: actions, and how many concerns nobody has answered. */
export async function openWork(scene: Scene, child: string): Promise<{ readonly actions: readonly OpenAction[]; readonly concerns: number }> {
  const { actions, concerns } = await openAbout(scene.em, child);
  const [action, concern] = [await readsOf(scene, 'CaseAction', child), await readsOf(scene, 'Concern', child)];
  return { actions: actions.filter(({ id }) => action(id, 'owner')), concerns: concerns.filter((id) => concern(id, 'answeredAt')).length };
}
