import { HubError } from '../domain/errors.ts';
import type { Audience } from '../domain/sharing/audience.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { checkRecipient } from './check-recipient.ts';
import { decide } from './decide.ts';
import { optionalText, type Given } from './given.ts';
import type { Scene } from './perform.ts';
import { performDecision } from './perform-decision.ts';
import { seeToAct } from './see-row.ts';
import { transmitReleased } from './transmit-by-rule.ts';

/** The senior's word on a sharing decision, or on the release of routine intelligence. */
export interface AuthoriseSharing {
  readonly key: string;
  /** One of the two. */
  readonly interview?: Given<string>;
  readonly intelligence?: Given<string>;
  readonly revision: number;
  readonly audience?: Given<Audience>;
  readonly recipient?: Given<string>;
  readonly authorised: boolean;
  readonly reason?: Given<string>;
}

/** The senior worker authorises what goes to partners (MOS), or releases intelligence. */
export function authoriseSharing(services: ActionServices, actor: Actor, input: AuthoriseSharing, now: number): Promise<Acted> {
  return performDecision(services, { action: 'authoriseSharing', actor, input, now }, (scene) => {
    const { interview = null, intelligence = null } = input;
    if (interview !== null && intelligence === null) {
      return authoriseRecipient(scene, input, interview);
    }
    if (intelligence !== null && interview === null) {
      return release(scene, input, intelligence);
    }
    throw new HubError('BAD_INPUT', 'Give either "interview" or "intelligence".');
  });
}

async function authoriseRecipient(scene: Scene, input: AuthoriseSharing, id: string): Promise<Acted> {
  const { audience = null, authorised, revision } = input;
  const named = optionalText(input.recipient);
  const interview = await seeToAct(scene, 'ReturnInterview', id);
  if (audience === null || named === null) {
    throw new HubError('BAD_INPUT', '"audience" and "recipient" must say for whom sharing is authorised.');
  }
  const recipient = checkRecipient(scene.services.directory(), audience, named);
  const payload = { audience, recipient, authorised, reason: optionalText(input.reason) ?? '' };
  const decided = await decide(scene, { kind: 'AUTHORISATION', on: interview, about: interview, matter: `${audience} ${recipient}`, revision, payload });
  return { ...decided, child: interview.child, warnings: [] };
}

async function release(scene: Scene, { audience = null, recipient = null, authorised, reason, revision }: AuthoriseSharing, id: string): Promise<Acted> {
  const item = await seeToAct(scene, 'IntelligenceItem', id);
  if (audience !== null || recipient !== null) {
    throw new HubError('BAD_INPUT', 'Intelligence is released as a whole: leave "audience" and "recipient" out.');
  }
  const about = { id: item.id, records: [item.id] };
  const payload = { audience, recipient, authorised, reason: optionalText(reason) ?? '' };
  const decided = await decide(scene, { kind: 'AUTHORISATION', on: item, about, matter: 'RELEASE', revision, payload });
  await transmitReleased(scene, item.id);
  return { ...decided, child: item.child, warnings: [] };
}
