import { addNotice } from '../store/write/notice-store.ts';
import type { Scene } from './perform.ts';

/** A safety note for somebody. */
interface NoteFor {
  /** The person record of the child. */
  readonly child: string;
  readonly note: string;
  readonly recipient: string;
}

/** Tells the home or the carer first on their briefing that an approved safety note waits to be acknowledged. */
export async function tellRecipient({ em, now }: Scene, { child, note, recipient }: NoteFor): Promise<void> {
  await addNotice(em, {
    to: [recipient.includes('@') ? recipient : `PLACEMENT_PROVIDER:${recipient}`],
    kind: 'SAFETY_NOTE',
    child,
    about: note,
    text: 'A safety note for a child in your care waits to be read and acknowledged.',
    visibleFrom: now,
    raisedAt: now,
  });
}
