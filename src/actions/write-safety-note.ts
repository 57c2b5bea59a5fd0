import { HubError } from '../domain/errors.ts';
import { namesLeftIn, type Naming } from '../domain/redaction/names-left-in.ts';
import { mayDo } from '../policy/may-do.ts';
import { factsOfInterview } from '../store/write/read-facts.ts';
import { wordsOfInterviews } from '../store/write/read-words.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { checkRecipient } from './check-recipient.ts';
import { decide, standsAsRead } from './decide.ts';
import { requiredText } from './given.ts';
import type { Scene } from './perform.ts';
import { performDecision } from './perform-decision.ts';
import { readsNames } from './refuse-names-left.ts';
import { recipientStands } from './recipient-stands.ts';
import { seeToAct, type Seen } from './see-row.ts';
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
}

/** Writes a safety note; one written by somebody who may approve it is approved at once. */
export function writeSafetyNote(services: ActionServices, actor: Actor, input: WriteSafetyNote, now: number): Promise<Acted> {
  return performDecision(services, { action: 'writeSafetyNote', actor, input, now }, async (scene) => {
    const child = await seeToAct(scene, 'Child', input.child);
    const recipient = checkRecipient(services.directory(), 'PLACEMENT', input.recipient);
    const said = { watchFor: requiredText(input.watchFor, 'watchFor'), doThis: requiredText(input.doThis, 'doThis'), ring: requiredText(input.ring, 'ring') };
    const matter = { kind: 'SAFETY_NOTE', on: child, about: null, matter: input.key, revision: input.revision } as const;
    await standsAsRead(scene, matter);
    await refuseNames(scene, child, said);
    const approved = mayDo(actor.viewer, 'approveSafetyNote', { family: 'SafetyNote', facts: { ...child.facts, recipient, approved: 'NO' } });
    const decided = await decide(scene, { ...matter, payload: { recipient, ...said, approved } });
    if (!recipientStands(child.facts, 'PLACEMENT', recipient)) {
      return { ...decided, child: child.child, warnings: ['This recipient has nothing to do with the child now, and reads nothing until it has.'] };
    }
    if (approved) {
      await tellRecipient(scene, { child: child.person, note: decided.id, recipient });
    }
    return { ...decided, child: child.child, warnings: [] };
  });
}

/** No names, no source, nothing copied. */
async function refuseNames(scene: Scene, { child }: Seen<'Child'>, said: Readonly<Record<'watchFor' | 'doThis', string>>): Promise<void> {
  const words = await wordsRead(scene, child);
  for (const [field, text] of Object.entries(said)) {
    if (words.some((interview) => namesLeftIn(text, interview).length > 0)) {
      throw new HubError('BAD_INPUT', `"${field}" holds a name or a place out of an interview. Say what to watch and to do without it.`);
    }
  }
}

/** Of the interviews that the writer reads, and of no other: a refusal would tell them what stands in it. */
async function wordsRead(scene: Scene, child: string): Promise<Naming[]> {
  const read: Naming[] = [];
  for (const [id, words] of await wordsOfInterviews(scene.em, child)) {
    const interview = await factsOfInterview(scene.em, id, scene.now);
    if (interview !== null && readsNames(scene, 'ReturnInterview', interview.facts)) {
      read.push(words);
    }
  }
  return read;
}
