import { HubError } from '../domain/errors.ts';
import { personAt } from '../domain/sharing/audience.ts';
import { askReadAgain, dismissEntries, markRead } from '../store/write/mending-store.ts';
import { endUnreadAt } from '../store/write/unread-store.ts';
import type { ActionServices, Actor } from './action-services.ts';
import { checkTexts, type Given } from './given.ts';
import { performAsking } from './perform.ts';
import { entriesToActOn, ownOpenEntries } from './quarantine-seen.ts';

/** What became of entries somebody saw to. */
export interface QuarantineActed {
  /** The entries. */
  readonly entries: readonly string[];
  /** Documents that are read again, or sent in place of another; look at the entries again in a moment. */
  readonly documents: readonly string[];
}

/** Which entries are closed without anything being taken, and why. */
export interface DismissQuarantine {
  readonly key: string;
  readonly entries: readonly string[];
  readonly reason: string;
}

/** Closes entries of which nothing is to be taken: they leave the briefing, and stay to be looked up with who closed them and why. */
export async function dismissQuarantine(services: ActionServices, actor: Actor, input: DismissQuarantine, now: number): Promise<QuarantineActed> {
  checkTexts(input);
  if (input.reason.trim() === '') {
    throw new HubError('BAD_INPUT', '"reason" is empty. Say why nothing of this is to be taken: a missing child may be in it.');
  }
  const deed = { action: 'dismissQuarantine', kind: 'DECISION', actor, input, key: input.key, reason: input.reason, now } as const;
  return performAsking(services, deed, async (scene) => {
    const entries = (await entriesToActOn(scene, input.entries)).map(({ id }) => id);
    await dismissEntries(scene.em, entries, { at: now, by: personAt(actor.viewer.person, actor.viewer.agency), reason: input.reason });
    return { answer: { entries, documents: [] }, child: null };
  });
}

/** Which entries somebody has read. */
export interface ReadQuarantine {
  readonly key: string;
  readonly entries: readonly string[];
}

/** Says that a person has read these entries; for their agency they count as HIGH no more. Nothing is settled by it. */
export async function readQuarantine(services: ActionServices, actor: Actor, input: ReadQuarantine, now: number): Promise<QuarantineActed> {
  const deed = { action: 'readQuarantine', kind: 'DECISION', actor, input, key: input.key, reason: null, now } as const;
  return performAsking(services, deed, async (scene) => {
    const entries = (await entriesToActOn(scene, input.entries)).map(({ id }) => id);
    const { person, agency } = actor.viewer;
    const by = personAt(person, agency);
    await markRead(scene.em, entries, { by, agency });
    await endUnreadAt(scene.em, entries, { by, agency, at: now });
    return { answer: { entries, documents: [] }, child: null };
  });
}

/** Which entries' documents are read again. */
export interface ReplayQuarantine {
  readonly key: string;
  /** Left out: every open entry of the actor's agency, the oldest five hundred. */
  readonly entries?: Given<readonly string[]>;
  /** Of a full extract that waits: take it although it retracts more than a twentieth. */
  readonly acceptRetractions?: Given<boolean>;
}

/** Has the documents of entries read again, after the adapter, the directory or the source was mended; they are taken in a moment. */
export async function replayQuarantine(services: ActionServices, actor: Actor, input: ReplayQuarantine, now: number): Promise<QuarantineActed> {
  const deed = { action: 'replayQuarantine', kind: 'DECISION', actor, input, key: input.key, reason: null, now } as const;
  return performAsking(services, deed, async (scene) => {
    const named = input.entries ?? null;
    const entries = (named === null ? await ownOpenEntries(scene) : await entriesToActOn(scene, named)).map(({ id }) => id);
    const by = personAt(actor.viewer.person, actor.viewer.agency);
    const documents = await askReadAgain(scene.em, entries, { by, acceptRetractions: input.acceptRetractions === true });
    return { answer: { entries, documents }, child: null };
  });
}
