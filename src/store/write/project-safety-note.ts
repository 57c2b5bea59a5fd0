import type { ChildPicture } from '../../domain/fold/picture.ts';
import type { SafetyNotePicture } from '../../domain/fold/safety-note-picture.ts';
import { childFacts, withHash, type PictureRow } from './project-facts.ts';

/** A short text written fresh for one home or carer. */
export function projectSafetyNote(child: ChildPicture, note: SafetyNotePicture): PictureRow {
  const { acknowledgedAt } = note;
  return withHash({
    id: note.id,
    recipient: note.recipient,
    watch_for: note.watchFor,
    do_this: note.doThis,
    ring: note.ring,
    approved: note.approved ? 'YES' : 'NO',
    tells_nobody: note.tellsNobody ? 'YES' : 'NO',
    acknowledged_at: acknowledgedAt === null ? null : new Date(acknowledgedAt).toISOString(),
    acknowledged_by: note.acknowledgedBy,
    by: note.by,
    at: new Date(note.at).toISOString(),
    revision: note.revision,
    ...childFacts(child),
  });
}
