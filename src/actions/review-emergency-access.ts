import { HubError } from '../domain/errors.ts';
import { personAt } from '../domain/sharing/audience.ts';
import { looksLikeId } from '../gate/looks-like-id.ts';
import { decisionById } from '../store/write/decision-store.ts';
import type { DecisionPayloads } from '../domain/decision/decision.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { decide } from './decide.ts';
import { checkTexts, requiredText } from './given.ts';
import { perform } from './perform.ts';
import { seeToAct } from './see-row.ts';

/** What came of looking at an emergency access afterwards, as the client sends it. */
export interface ReviewEmergencyAccess {
  readonly key: string;
  /** Id of the emergency access. */
  readonly emergency: string;
  readonly revision: number;
  readonly outcome: DecisionPayloads['EMERGENCY_REVIEW']['outcome'];
  readonly note: string;
}

/** Says whether an emergency access was justified; nobody reviews their own. */
export async function reviewEmergencyAccess(services: ActionServices, actor: Actor, input: ReviewEmergencyAccess, now: number): Promise<Acted> {
  checkTexts(input);
  const payload = { outcome: input.outcome, note: requiredText(input.note, 'note') };
  const deed = { action: 'reviewEmergencyAccess', kind: 'DECISION', actor, input, key: input.key, reason: null, now } as const;
  return perform(services, deed, async (scene) => {
    const opened = looksLikeId(input.emergency) ? await decisionById(scene.em, input.emergency) : null;
    if (opened?.kind !== 'EMERGENCY') {
      throw new HubError('NOT_FOUND', 'There is nothing of this id that you may see.');
    }
    const on = await seeToAct(scene, 'Child', opened.child);
    if (opened.person === actor.viewer.person || opened.payload.person === personAt(actor.viewer.person, actor.viewer.agency)) {
      throw new HubError('FORBIDDEN', 'Somebody else reviews the access you opened.');
    }
    const about = { id: opened.id, records: [opened.id] };
    const decided = await decide(scene, { kind: 'EMERGENCY_REVIEW', on, about, matter: '', revision: input.revision, payload });
    return { ...decided, child: on.child, warnings: [] };
  });
}
