import type { Acted, ActionServices, Actor } from './action-services.ts';
import { sendByHand, type ByHand, type SentTo } from './send-by-hand.ts';

/** What can be sent besides interviews. */
export type TransmittedMatter = Exclude<ByHand['matter'], 'INTERVIEW'>;

/** An episode, an offer or an item of intelligence that somebody sends to another agency. */
export interface Transmit extends SentTo {
  readonly matter: TransmittedMatter;
  readonly id: string;
}

/** Sends an episode, an offer or an item: what leaves is what the recipient may see at that moment. */
export function transmit(services: ActionServices, actor: Actor, input: Transmit, now: number): Promise<Acted> {
  return sendByHand(services, actor, { action: 'transmit', matter: input.matter, id: input.id, input }, now);
}
