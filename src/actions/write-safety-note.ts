import { HubError } from '../domain/errors.ts';
import { mayDo } from '../policy/may-do.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { checkRecipient } from './check-recipient.ts';
import { decide, standsAsRead } from './decide.ts';
import { requiredText, type Given } from './given.ts';
import { readOnceSafe } from './held-back.ts';
import { knowsWhoReads, WHO_READS_UNSAID } from './knows-who-reads.ts';
import { lookedThrough, looking } from './left-in-text.ts';
import { mustBeFreeToWrite } from './may-try-again.ts';
import { ownMatter, type Scene } from './perform.ts';
import { performDecision } from './perform-decision.ts';
import { recipientStands } from './recipient-stands.ts';
import { seeToAct } from './see-row.ts';
import { stillTells } from './still-tells.ts';
import { tellRecipient } from './tell-recipient.ts';

/** A short text for a home or a carer: what to watch, what to do, whom to ring. */
export interface WriteSafetyNote {
  readonly key: string;
  readonly child: string;
  readonly revision: number;
  /** The home's agency, or a carer as person@agency. */
  readonly recipient: string;
  readonly watchFor: string;
  readonly doThis: string;
  readonly ring: string;
  /** Where the writer may approve it, and it is read at once: where each passage begins that reads like somebody or somewhere and may stand. */
  readonly confirmed?: Given<readonly number[]>;
}

const HAS_NO_PART = 'This recipient has nothing to do with the child now, and reads nothing until it has.';

/** Writes a safety note; one written by somebody who may approve it is approved at once. */
export async function writeSafetyNote(services: ActionServices, actor: Actor, input: WriteSafetyNote, now: number): Promise<Acted> {
  const looked = await looking(input.confirmed);
  return performDecision(services, { action: 'writeSafetyNote', actor, input, now }, async (scene) => {
    const child = await seeToAct(scene, 'Child', input.child);
    const recipient = checkRecipient(services.directory(), 'PLACEMENT', input.recipient);
    const said = { watchFor: requiredText(input.watchFor, 'watchFor'), doThis: requiredText(input.doThis, 'doThis'), ring: requiredText(input.ring, 'ring') };
    const matter = { kind: 'SAFETY_NOTE', on: child, about: null, matter: ownMatter(scene), revision: input.revision } as const;
    await standsAsRead(scene, matter);
    await mustBeFreeToWrite(scene, child.child);
    await refuseTelling(scene, { child: child.child, recipient }, said);
    const approved = mayDo(actor.viewer, 'approveSafetyNote', { family: 'SafetyNote', facts: { ...child.facts, recipient, approved: 'NO' } });
    const kept = approved ? { leftIn: await lookedThrough(scene, { child: child.child, recipient, fields: said }, looked) } : {};
    const decided = await decide(scene, { ...matter, payload: { recipient, ...said, approved, ...kept } });
    const stands = recipientStands(child.facts, 'PLACEMENT', recipient);
    if (approved && stands) {
      await tellRecipient(scene, { child: child.person, note: decided.id, recipient, facts: child.facts });
    }
    const warnings = knowsWhoReads(scene, recipient, child.facts) ? (stands ? [] : [HAS_NO_PART]) : [WHO_READS_UNSAID];
    return { ...decided, child: child.child, warnings: [...warnings, readOnceSafe(scene)] };
  });
}

/** No names, no source, nothing copied; whom the writer does not read holds the note back without a word. */
async function refuseTelling(scene: Scene, to: { readonly child: string; readonly recipient: string }, said: Readonly<Record<'watchFor' | 'doThis', string>>): Promise<void> {
  for (const [field, text] of Object.entries(said)) {
    const told = await stillTells(scene, { ...to, audience: 'PLACEMENT', text });
    if (told !== null) {
      throw new HubError('BAD_INPUT', `"${field}" tells of ${told}. Say what to watch and to do without it.`);
    }
  }
}
