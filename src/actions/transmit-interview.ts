import type { Acted, ActionServices, Actor } from './action-services.ts';
import { sendByHand, type SentTo } from './send-by-hand.ts';

/** An interview that somebody sends to another agency, or into their own authority's system. */
export interface TransmitInterview extends SentTo {
  readonly interview: string;
}

/** Sends an interview: what leaves is what the recipient may see at that moment (BHM: the lead practitioner decides). */
export function transmitInterview(services: ActionServices, actor: Actor, input: TransmitInterview, now: number): Promise<Acted> {
  return sendByHand(services, actor, { action: 'transmitInterview', matter: 'INTERVIEW', id: input.interview, input }, now);
}
