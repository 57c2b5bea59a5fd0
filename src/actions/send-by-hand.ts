import type { Directory } from '../directory/directory.ts';
import { recipientAt, wayTo, type Exchanged } from '../directory/exchange-for.ts';
import { makeTransmission } from '../directory/make-transmission.ts';
import { HubError } from '../domain/errors.ts';
import { hubId } from '../domain/record/hub-id.ts';
import { personAt } from '../domain/sharing/audience.ts';
import type { ChildFacts } from '../policy/facts.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { checkTexts, optionalText, type Given } from './given.ts';
import { namedPersonAt } from './named-person.ts';
import { perform } from './perform.ts';
import { isShownAnything } from './is-shown-anything.ts';
import { seeToAct } from './see-row.ts';

/** What a person sends, and the family it is. */
const FAMILIES = { EPISODE: 'Episode', OFFER: 'Offer', INTERVIEW: 'ReturnInterview', INTELLIGENCE: 'IntelligenceItem' } as const;

/** What somebody sends, by which name of the deed, and all that they said of it. */
export interface ByHand {
  readonly action: 'transmit' | 'transmitInterview';
  readonly matter: keyof typeof FAMILIES;
  /** The row. */
  readonly id: string;
  readonly input: SentTo;
}

/** To whom somebody sends something. */
export interface SentTo {
  readonly key: string;
  /** Directory id of the agency. */
  readonly to: string;
  /** For whom there, `person@agency`; left out: the child's social worker there, else whoever takes such things in. */
  readonly recipient?: Given<string>;
}

/** Sends something by a person's decision: what leaves is what the recipient may see at that moment. What they may see nothing of waits, and whoever sends it is told. */
export function sendByHand(services: ActionServices, actor: Actor, { action, matter, id, input }: ByHand, now: number): Promise<Acted> {
  checkTexts(input);
  const { key, to } = input;
  return perform(services, { action, kind: 'DECISION', actor, input, key, reason: null, now }, async (scene) => {
    const family = FAMILIES[matter];
    const { id: record, child, person, facts } = await seeToAct(scene, family, id);
    const exchanged = exchangedWith(actor, { to, matter });
    const directory = services.directory();
    const entry = wayTo(directory, exchanged);
    const recipient = recipientNamed(directory, exchanged, { facts, named: optionalText(input.recipient) });
    const reached = isShownAnything(directory, recipient, { family, facts });
    const { agency, person: sender } = actor.viewer;
    const made = hubId(services.idKey, { agency, kind: 'transmission', key });
    const decided = { decision: hubId(services.idKey, { agency, kind: 'action', key }), by: personAt(sender, agency), released: reached };
    await makeTransmission(scene.em, { directory, now }, { ...exchanged, id: made, entry, record, child: person, recipient, because: 'BY_HAND', ...decided });
    return { id: made, child, revision: 1, warnings: reached ? [] : [NOTHING_FOR_THEM] };
  });
}

const NOTHING_FOR_THEM = 'Whoever it is for may see nothing of it as things stand: it waits, and goes only if you release it once they may.';

function exchangedWith({ viewer }: Actor, { to, matter }: Pick<Exchanged, 'to' | 'matter'>): Exchanged {
  if (to === viewer.agency && matter !== 'INTERVIEW') {
    throw new HubError('BAD_INPUT', '"to" is your own agency. Only a completed interview goes into its own system.');
  }
  return { from: viewer.agency, to, matter };
}

/** Of another agency only whom it goes to anyway may be named: by others one could try out who there is near the child, or shut out. */
function recipientNamed(directory: Directory, exchanged: Exchanged, { facts, named }: { readonly facts: Pick<ChildFacts, 'named'>; readonly named: string | null }): string {
  const { from, to } = exchanged;
  const usual = recipientAt(directory, exchanged, facts);
  if (named === null || named === usual) {
    return usual;
  }
  if (to !== from) {
    throw new HubError('BAD_INPUT', '"recipient" is not whom this goes to at another agency: the child\'s social worker there, else whoever takes such things in. Leave it out.');
  }
  return namedPersonAt(directory, { named, agency: to, where: 'recipient' }).id;
}
