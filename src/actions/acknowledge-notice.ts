import { HubError } from '../domain/errors.ts';
import { personAt } from '../domain/sharing/audience.ts';
import { looksLikeId } from '../gate/looks-like-id.ts';
import { mayDo } from '../policy/may-do.ts';
import { acknowledgeNotice as markAcknowledged } from '../store/write/notice-store.ts';
import type { ActionServices, Actor } from './action-services.ts';
import { performAsking } from './perform.ts';

/** Which notice somebody says they know of. */
export interface AcknowledgeNotice {
  readonly id: string;
}

/** Takes a notice off the briefing of everyone it was for: one of them says that they know. */
export async function acknowledgeNotice(services: ActionServices, actor: Actor, input: AcknowledgeNotice, now: number): Promise<{ readonly id: string }> {
  const deed = { action: 'acknowledgeNotice', kind: 'DECISION', actor, input, key: null, reason: null, now } as const;
  return performAsking(services, deed, async ({ em }) => {
    const { person, agency } = actor.viewer;
    // By role alone: the store marks it only where it is for this person, or for everyone in their role.
    if (!mayDo(actor.viewer, 'acknowledgeNotice', { family: 'BriefingNotice', facts: { to: [personAt(person, agency)] } })) {
      throw new HubError('FORBIDDEN', 'Your role is told nothing first.');
    }
    if (!looksLikeId(input.id) || !(await markAcknowledged(em, { id: input.id, viewer: actor.viewer, at: now }))) {
      throw new HubError('NOT_FOUND', 'There is no open notice of this id for you.');
    }
    return { answer: { id: input.id }, child: null };
  });
}
