import { HubError } from '../domain/errors.ts';
import { personAt } from '../domain/sharing/audience.ts';
import { addMendingDocument } from '../store/write/mending-store.ts';
import type { ActionServices, Actor } from './action-services.ts';
import { performAsking } from './perform.ts';
import { entriesToActOn } from './quarantine-seen.ts';
import type { QuarantineActed } from './settle-quarantine.ts';

/** A corrected text in place of what was refused. */
export interface MendDocument {
  readonly key: string;
  readonly entry: string;
  /** The document, or the one record of it, as it should have been. */
  readonly text: string;
  readonly reason: string;
}

/** What one text holds at most; larger files are mended where they come from. */
const MOST_TEXT = 5_000_000;

/**
 * Sends a corrected text in place of a refused document, of the same source and the same order: it goes through everything
 * that any document goes through. The entry is settled when nothing of the text is refused and it
 * speaks of the record that was; the first document stays as it came.
 */
export async function mendDocument(services: ActionServices, actor: Actor, input: MendDocument, now: number): Promise<QuarantineActed> {
  if (input.text.trim() === '' || input.text.length > MOST_TEXT) {
    throw new HubError('BAD_INPUT', `"text" is the mended document, of at most ${String(MOST_TEXT)} characters. Mend a larger file where it comes from, and send it again.`);
  }
  if (input.reason.trim() === '') {
    throw new HubError('BAD_INPUT', '"reason" is empty. Say what was mended, and how it is known.');
  }
  const deed = { action: 'mendDocument', kind: 'ALTERATION', actor, input, key: input.key, reason: input.reason, now } as const;
  return performAsking(services, deed, async (scene) => {
    const [entry] = await entriesToActOn(scene, [input.entry]);
    if (entry?.state !== 'OPEN') {
      throw new HubError('BAD_INPUT', 'The entry is settled already; there is nothing to mend.');
    }
    const by = personAt(actor.viewer.person, actor.viewer.agency);
    const added = await addMendingDocument(scene.em, { entry: entry.id, document: entry.document, bytes: Buffer.from(input.text, 'utf8'), by });
    if (added === null) {
      throw new HubError('BAD_INPUT', 'This very text was sent before, and the hub has it. Change what was refused of it, or replay the entry.');
    }
    return { answer: { entries: [entry.id], documents: [added] }, child: null };
  });
}
