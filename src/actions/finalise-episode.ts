import { hasReturnForm } from '../store/write/return-form.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { decide } from './decide.ts';
import { perform } from './perform.ts';
import { seeToAct } from './see-row.ts';

/** That an episode is closed for editing, or open again, as the client sends it. */
export interface FinaliseEpisode {
  readonly key: string;
  readonly episode: string;
  readonly revision: number;
  readonly finalised: boolean;
}

/** Closes an episode for editing: whoever held its interview sees it no longer as its author. */
export async function finaliseEpisode(services: ActionServices, actor: Actor, input: FinaliseEpisode, now: number): Promise<Acted> {
  const deed = { action: 'finaliseEpisode', kind: 'DECISION', actor, input, key: input.key, reason: null, now } as const;
  return perform(services, deed, async (scene) => {
    const on = await seeToAct(scene, 'Episode', input.episode);
    const about = { id: on.id, records: on.episodeRecords };
    const payload = { finalised: input.finalised };
    const { id, revision } = await decide(scene, { kind: 'FINALISED', on, about, matter: '', revision: input.revision, payload });
    const early = input.finalised && !(await hasReturnForm(scene.em, on.id));
    return { id, child: on.child, revision, warnings: early ? ['There is no return form on this episode yet (KNT).'] : [] };
  });
}
