import type { Acted, ActionServices, Actor } from './action-services.ts';
import { wayTo } from './exchange-for.ts';
import { checkTexts, optionalText, type Given } from './given.ts';
import { makeTransmission } from './make-transmission.ts';
import { namedPerson } from './named-person.ts';
import { perform, type Scene } from './perform.ts';
import { seeToAct } from './see-row.ts';
import { HubError } from '../domain/errors.ts';

/** An interview that somebody sends to another agency, or into their own authority's system. */
export interface TransmitInterview {
  readonly key: string;
  readonly interview: string;
  /** Directory id of the agency. */
  readonly to: string;
  /** For whom there, `person@agency`; left out: the child's social worker there, else whoever takes such things in. */
  readonly recipient?: Given<string>;
}

/** Sends an interview: what leaves is what the recipient may see at that moment, and nothing where that is nothing (BHM: the lead practitioner decides). */
export function transmitInterview(services: ActionServices, actor: Actor, input: TransmitInterview, now: number): Promise<Acted> {
  checkTexts(input);
  const deed = { action: 'transmitInterview', kind: 'DECISION', actor, input, key: input.key, reason: null, now } as const;
  return perform(services, deed, async (scene) => {
    const interview = await seeToAct(scene, 'ReturnInterview', input.interview);
    const exchanged = { from: actor.viewer.agency, to: input.to, matter: 'INTERVIEW' } as const;
    const entry = wayTo(services.directory(), exchanged);
    const { person: child, facts } = interview;
    const id = await makeTransmission(scene, { ...exchanged, entry, record: interview.id, child, facts, recipient: personNamed(scene, input), because: 'BY_HAND', byHand: true });
    return { id, child: interview.child, revision: 1, warnings: [] };
  });
}

/** Somebody of the receiving agency, by name. */
export function personNamed({ services }: Scene, { to, recipient }: { readonly to: string; readonly recipient?: Given<string> }): string | null {
  const named = optionalText(recipient);
  if (named === null) {
    return null;
  }
  const { id, agency } = namedPerson(services.directory(), named, 'recipient');
  if (agency !== to) {
    throw new HubError('BAD_INPUT', '"recipient" must be somebody of the agency it is sent to.');
  }
  return id;
}
