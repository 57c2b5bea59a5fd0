import { HubError } from '../domain/errors.ts';
import { personAt } from '../domain/sharing/audience.ts';
import { mayPause } from '../policy/may-do.ts';
import { pausePartner as keepPause } from '../store/write/transmissions/pause-store.ts';
import type { ActionServices, Actor } from './action-services.ts';
import { checkTexts, requiredText } from './given.ts';
import { performAsking } from './perform.ts';

/** A partner to whom nothing goes for now, or to whom it goes again, and why. */
export interface PausePartner {
  readonly key: string;
  /** Directory id. */
  readonly agency: string;
  readonly reason: string;
}

/** How many transmissions that changed. */
export interface Paused {
  readonly agency: string;
  readonly paused: boolean;
  readonly transmissions: number;
}

/** Holds everything one's own agency sends to a partner until it is resumed; what is under way goes on. */
export function pausePartner(services: ActionServices, actor: Actor, input: PausePartner, now: number): Promise<Paused> {
  return say(services, { action: 'pausePartner', actor, input, now });
}

/** Lets what waits for a partner go again. */
export function resumePartner(services: ActionServices, actor: Actor, input: PausePartner, now: number): Promise<Paused> {
  return say(services, { action: 'resumePartner', actor, input, now });
}

interface Says {
  readonly action: 'pausePartner' | 'resumePartner';
  readonly actor: Actor;
  readonly input: PausePartner;
  readonly now: number;
}

function say(services: ActionServices, { action, actor, input, now }: Says): Promise<Paused> {
  checkTexts(input);
  const reason = requiredText(input.reason, 'reason');
  return performAsking(services, { action, kind: 'DECISION', actor, input, key: input.key, reason, now }, async ({ em }) => {
    if (!mayPause(actor.viewer)) {
      throw new HubError('FORBIDDEN', 'Your role does not include this.');
    }
    if (!services.directory().agencies.has(input.agency)) {
      throw new HubError('BAD_INPUT', '"agency" names no agency of the directory. Send its id.');
    }
    const paused = action === 'pausePartner';
    const { person, agency } = actor.viewer;
    const transmissions = await keepPause(em, { from: agency, partner: input.agency, paused, by: personAt(person, agency), reason, at: now });
    return { answer: { agency: input.agency, paused, transmissions }, child: null };
  });
}
