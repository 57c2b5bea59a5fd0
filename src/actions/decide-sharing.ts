import { personAt } from '../domain/sharing/audience.ts';
import { holdBack } from '../store/write/transmissions/hold-back.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { decide } from './decide.ts';
import { performDecision } from './perform-decision.ts';
import { releaseWarnings } from './release-warnings.ts';
import { seeToAct } from './see-row.ts';
import { sharingDecided, type SharingAsked } from './sharing-decided.ts';

/** To whom the decision-maker gives or withholds an interview. */
export interface DecideSharing extends SharingAsked {
  readonly key: string;
  readonly interview: string;
  readonly revision: number;
}

/** The decision-maker decides on one recipient of one interview; never the hub (BHM). */
export function decideSharing(services: ActionServices, actor: Actor, input: DecideSharing, now: number): Promise<Acted> {
  return performDecision(services, { action: 'decideSharing', actor, input, now }, async (scene) => {
    const interview = await seeToAct(scene, 'ReturnInterview', input.interview);
    const payload = sharingDecided(services.directory(), input, now);
    const matter = `${payload.audience} ${payload.recipient}`;
    const decided = await decide(scene, { kind: 'SHARING', on: interview, about: interview, matter, revision: input.revision, payload });
    if (payload.decision === 'WITHHOLD') {
      await holdBack(scene.em, { records: interview.records, to: [payload.recipient], by: personAt(actor.viewer.person, actor.viewer.agency), code: 'WITHHELD', at: now });
    }
    const warnings = payload.decision === 'SHARE' ? await releaseWarnings(scene.em, interview, payload) : [];
    return { ...decided, child: interview.child, warnings };
  });
}
