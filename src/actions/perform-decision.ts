import type { ActionName } from '../policy/action-rules.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { checkTexts } from './given.ts';
import { perform, type Scene } from './perform.ts';

/** Somebody decides something: who, what, and what they sent. */
interface Decides {
  readonly action: ActionName;
  readonly actor: Actor;
  readonly input: { readonly key: string };
  readonly now: number;
}

/** Keeps one decision of a person, once, with its place in the log; the reasons are in the decision itself. */
export async function performDecision<A extends Acted>(services: ActionServices, decides: Decides, work: (scene: Scene) => Promise<A>): Promise<A> {
  checkTexts(decides.input);
  return perform(services, { ...decides, kind: 'DECISION', key: decides.input.key, reason: null }, work);
}
