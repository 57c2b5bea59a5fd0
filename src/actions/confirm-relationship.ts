import { HubError } from '../domain/errors.ts';
import { looksLikeId } from '../gate/looks-like-id.ts';
import { decisionById } from '../store/write/decision-store.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { decide } from './decide.ts';
import { perform } from './perform.ts';
import { seeToAct } from './see-row.ts';

/** A relationship that business support recorded, as the coordinator confirms it. */
export interface ConfirmRelationship {
  readonly key: string;
  /** Id of the relationship as it was recorded. */
  readonly relationship: string;
  readonly revision: number;
}

/** Confirms what business support recorded: only then does it count. */
export async function confirmRelationship(services: ActionServices, actor: Actor, input: ConfirmRelationship, now: number): Promise<Acted> {
  const deed = { action: 'confirmRelationship', kind: 'DECISION', actor, input, key: input.key, reason: null, now } as const;
  return perform(services, deed, async (scene) => {
    const recorded = looksLikeId(input.relationship) ? await decisionById(scene.em, input.relationship) : null;
    if (recorded?.kind !== 'RELATIONSHIP') {
      throw new HubError('NOT_FOUND', 'There is nothing of this id that you may see.');
    }
    const on = await seeToAct(scene, 'Child', recorded.child);
    // Only what stands now can be confirmed, never a word that another has replaced.
    if (recorded.revision !== input.revision) {
      throw new HubError('STALE_REVISION', 'Another word stands in the place of this one now; nothing was stored.');
    }
    const payload = { ...recorded.payload, confirmed: true };
    const decided = await decide(scene, { kind: 'RELATIONSHIP', on, about: null, matter: recorded.matter, revision: input.revision, payload });
    return { ...decided, child: on.child, warnings: [] };
  });
}
