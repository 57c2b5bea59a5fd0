import { HubError } from '../domain/errors.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { wayTo } from './exchange-for.ts';
import { checkTexts, type Given } from './given.ts';
import { makeTransmission } from './make-transmission.ts';
import { perform } from './perform.ts';
import { seeToAct } from './see-row.ts';
import { personNamed } from './transmit-interview.ts';

/** What can be sent besides interviews, and the family it is. */
export const TRANSMITTED = { EPISODE: 'Episode', OFFER: 'Offer', INTELLIGENCE: 'IntelligenceItem' } as const;
export type TransmittedMatter = keyof typeof TRANSMITTED;

/** An episode, an offer or an item of intelligence that somebody sends to another agency. */
export interface Transmit {
  readonly key: string;
  readonly matter: TransmittedMatter;
  readonly id: string;
  readonly to: string;
  readonly recipient?: Given<string>;
}

/** Sends an episode, an offer or an item: what leaves is what the recipient may see at that moment. */
export function transmit(services: ActionServices, actor: Actor, input: Transmit, now: number): Promise<Acted> {
  checkTexts(input);
  const deed = { action: 'transmit', kind: 'DECISION', actor, input, key: input.key, reason: null, now } as const;
  return perform(services, deed, async (scene) => {
    const row = await seeToAct(scene, TRANSMITTED[input.matter], input.id);
    if (input.to === actor.viewer.agency) {
      throw new HubError('BAD_INPUT', '"to" is your own agency. Only a completed interview goes into its own system.');
    }
    const exchanged = { from: actor.viewer.agency, to: input.to, matter: input.matter } as const;
    const entry = wayTo(services.directory(), exchanged);
    const id = await makeTransmission(scene, { ...exchanged, entry, record: row.id, child: row.person, facts: row.facts, recipient: personNamed(scene, input), because: 'BY_HAND', byHand: true });
    return { id, child: row.child, revision: 1, warnings: [] };
  });
}
