import { noteChain } from '../directory/note-chain.ts';
import { SAFETY_NOTE_NOTICE } from '../domain/workflow/safety-note-notice.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { raiseAlert } from '../store/write/alert-store.ts';
import { tellIfHeldBack } from './held-back.ts';
import type { Scene } from './perform.ts';

/** A safety note for somebody. */
interface NoteFor {
  /** The person record of the child. */
  readonly child: string;
  readonly note: string;
  readonly recipient: string;
  readonly facts: ChildFacts;
  /** Whose words it is in, where that is somebody else than who approves it. */
  readonly writer?: string;
}

/** A note that is held back is told to a manager alone. Any other tells the home or the carer first on their briefing that an approved safety note waits to be acknowledged, and after its time the duty of the service, one after the other. */
export async function tellRecipient(scene: Scene, { child, note, recipient, facts, ...by }: NoteFor): Promise<void> {
  const { em, now, services, actor } = scene;
  if (await tellIfHeldBack(scene, { table: 'safety_note', id: note, child, facts, ...by })) {
    return;
  }
  const chain = noteChain(services.directory(), { recipient, facts, approvedBy: actor.viewer }, now);
  await raiseAlert(em, { ...SAFETY_NOTE_NOTICE, child, about: note, chain, raisedAt: now });
}
