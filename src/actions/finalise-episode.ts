import type { Acted, ActionServices, Actor } from './action-services.ts';
import { decide } from './decide.ts';
import { finaliseWarnings } from './finalise-warnings.ts';
import { checkTexts, optionalText, type Given } from './given.ts';
import { knownReturn } from './known-return.ts';
import { perform, type Scene } from './perform.ts';
import { inWords, practiceFor } from './practice-for.ts';
import { seeToAct, type Seen } from './see-row.ts';

/** That an episode is closed for editing, or open again, as the client sends it. */
export interface FinaliseEpisode {
  readonly key: string;
  readonly episode: string;
  readonly revision: number;
  readonly finalised: boolean;
  /** Why the authority's practice was not followed. */
  readonly departure?: Given<string>;
}

/** Closes an episode for editing: whoever held its interview sees it no longer as its author. */
export async function finaliseEpisode(services: ActionServices, actor: Actor, input: FinaliseEpisode, now: number): Promise<Acted> {
  checkTexts(input);
  const deed = { action: 'finaliseEpisode', kind: 'DECISION', actor, input, key: input.key, reason: null, now } as const;
  return perform(services, deed, async (scene) => {
    const on = await seeToAct(scene, 'Episode', input.episode);
    const about = { id: on.id, records: on.episodeRecords };
    const payload = { finalised: input.finalised, departure: optionalText(input.departure) };
    const { id, revision } = await decide(scene, { kind: 'FINALISED', on, about, matter: '', revision: input.revision, payload });
    return { id, child: on.child, revision, warnings: payload.finalised ? await warningsOf(scene, on, payload.departure) : [] };
  });
}

/** What the practice asks for before an episode is closed: it is closed either way. */
async function warningsOf(scene: Scene, on: Seen<'Episode'>, departure: string | null): Promise<string[]> {
  const { practice, of } = practiceFor(scene.services.directory(), on.facts);
  return inWords(finaliseWarnings(await knownReturn(scene, on), { id: on.id, facts: on.facts, departure }, { practice, now: scene.now }), of);
}
