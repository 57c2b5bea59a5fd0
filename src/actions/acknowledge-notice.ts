import { HubError } from '../domain/errors.ts';
import { personAt } from '../domain/sharing/audience.ts';
import { looksLikeId } from '../gate/looks-like-id.ts';
import { mayDo } from '../policy/may-do.ts';
import { decisionById } from '../store/write/decision-store.ts';
import { acknowledgeNotice as markAcknowledged, subjectOfNotice } from '../store/write/notice-store.ts';
import type { ActionServices, Actor } from './action-services.ts';
import { performAsking, type Scene } from './perform.ts';

/** Which notice somebody says they know of. */
export interface AcknowledgeNotice {
  readonly id: string;
}

/** Takes a notice off the briefing of everyone it was for: one of them says that they know. */
export async function acknowledgeNotice(services: ActionServices, actor: Actor, input: AcknowledgeNotice, now: number): Promise<{ readonly id: string }> {
  const deed = { action: 'acknowledgeNotice', kind: 'DECISION', actor, input, key: null, reason: null, now } as const;
  return performAsking(services, deed, async (scene) => {
    const { person, agency } = actor.viewer;
    // By role alone: the store marks it only where it is for this person, or for everyone in their role.
    if (!mayDo(actor.viewer, 'acknowledgeNotice', { family: 'BriefingNotice', facts: { to: [personAt(person, agency)] } })) {
      throw new HubError('FORBIDDEN', 'Your role is told nothing first.');
    }
    if (!looksLikeId(input.id) || !(await markAcknowledged(scene.em, { id: input.id, viewer: actor.viewer, at: now }))) {
      throw new HubError('NOT_FOUND', 'There is no open notice of this id for you.');
    }
    await refuseOwnAccess(scene, input.id);
    return { answer: { id: input.id }, child: null };
  });
}

/** Whoever opened emergency access cannot take it off the briefing of those who are to look at it. */
async function refuseOwnAccess({ em, actor }: Scene, notice: string): Promise<void> {
  const about = await subjectOfNotice(em, notice);
  const decision = about === null ? null : await decisionById(em, about);
  if (decision?.kind === 'EMERGENCY' && decision.person === actor.viewer.person) {
    throw new HubError('FORBIDDEN', 'Somebody else looks at the access you opened.');
  }
}
