import type { Decision, DecisionOf } from '../decision/decision.ts';
import { ofKind, type FiledDecisions } from '../decision/standing-decisions.ts';
import { personAt } from '../sharing/audience.ts';
import type { TellsCarer } from './tells-carer.ts';
import type { SafetyNotePicture } from './safety-note-picture.ts';
import { compareText } from './standing.ts';

/** The notes written for the child's homes and carers, latest first; a note written anew is approved and acknowledged anew. */
export function foldSafetyNotes(decided: readonly Decision[], filed: FiledDecisions, tells: TellsCarer): SafetyNotePicture[] {
  return ofKind(decided, 'SAFETY_NOTE')
    .map((note) => ({ ...noteOf(note, ofKind(filed.on([note.id]), 'SAFETY_NOTE_STEP')), tellsNobody: !tells(note.payload.recipient, [note.payload.watchFor, note.payload.doThis]) }))
    .sort((first, second) => second.at - first.at || compareText(first.id, second.id));
}

function noteOf(note: DecisionOf<'SAFETY_NOTE'>, steps: readonly DecisionOf<'SAFETY_NOTE_STEP'>[]): Omit<SafetyNotePicture, 'tellsNobody'> {
  const { recipient, watchFor, doThis, ring, approved } = note.payload;
  const acknowledged = steps.find(({ payload }) => payload.step === 'ACKNOWLEDGED');
  return {
    id: note.id,
    recipient,
    watchFor,
    doThis,
    ring,
    approved: approved || steps.some(({ payload }) => payload.step === 'APPROVED'),
    acknowledgedAt: acknowledged?.at ?? null,
    acknowledgedBy: acknowledged === undefined ? null : personAt(acknowledged.person, acknowledged.agency),
    by: personAt(note.person, note.agency),
    at: note.at,
    revision: note.revision,
  };
}
