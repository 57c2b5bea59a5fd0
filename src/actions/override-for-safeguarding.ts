import type { Audience } from '../domain/sharing/audience.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { checkRecipient } from './check-recipient.ts';
import { decide } from './decide.ts';
import { requiredText } from './given.ts';
import { overrideEnd } from './override-end.ts';
import { performDecision } from './perform-decision.ts';
import { releaseWarnings } from './release-warnings.ts';
import { seeToAct } from './see-row.ts';

/** An immediate concern for which an approved text goes to a recipient without decision or agreement. */
export interface OverrideForSafeguarding {
  readonly key: string;
  readonly interview: string;
  readonly revision: number;
  readonly audience: Audience;
  readonly recipient: string;
  readonly reason: string;
  readonly until: string;
  /** Was the child told, or why not. */
  readonly childTold: string;
}

/** Releases the approved text for a recipient until the override ends by itself. */
export function overrideForSafeguarding(services: ActionServices, actor: Actor, input: OverrideForSafeguarding, now: number): Promise<Acted> {
  return performDecision(services, { action: 'overrideForSafeguarding', actor, input, now }, async (scene) => {
    const interview = await seeToAct(scene, 'ReturnInterview', input.interview);
    const { audience } = input;
    const reason = requiredText(input.reason, 'reason');
    const childTold = requiredText(input.childTold, 'childTold');
    const recipient = checkRecipient(services.directory(), audience, input.recipient);
    const payload = { audience, recipient, reason, until: overrideEnd(input.until, now), childTold };
    const decided = await decide(scene, { kind: 'OVERRIDE', on: interview, about: interview, matter: `${audience} ${recipient}`, revision: input.revision, payload });
    return { ...decided, child: interview.child, warnings: await releaseWarnings(scene.em, interview, { audience, recipient, level: 'REDACTED' }) };
  });
}
