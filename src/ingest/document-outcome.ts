import type { DocumentOutcome, DocumentState } from '../store/write/document-store.ts';
import type { Refusal, Warning } from './adapter-contract.ts';
import type { ReadDocument } from './read-document.ts';
import { refusal, WHOLE_DOCUMENT } from './refused-message.ts';
import type { Sorted } from './sort-messages.ts';

/** A warning a record is usual in old exports; a document keeps no more than this. */
const MOST_WARNINGS = 500;

/** What becomes of a document whose messages are sorted, with everything of it that is refused. */
export function outcomeOfTaking(read: ReadDocument, { fresh, taken, already }: Sorted, refusals: readonly Refusal[]): DocumentOutcome {
  const counts = { taken: fresh.length + taken.length + read.silent, already: already.length + read.repeated, refused: refusals.length };
  const state: DocumentState = counts.taken + counts.already === 0 && counts.refused > 0 ? 'QUARANTINED' : 'TAKEN';
  return { ...saidOf(read), id: read.document.id, state, ...counts };
}

/** What becomes of a full extract that waits whole for a person. */
export function outcomeOfWaiting(read: ReadDocument, refusals: readonly Refusal[]): DocumentOutcome {
  return { ...saidOf(read), id: read.document.id, state: 'WAITING', taken: 0, already: 0, refused: refusals.length };
}

/** Why a full extract that would retract too much waits, beside what of it is refused. */
export function refusalsOfWaiting({ refusals }: ReadDocument): readonly Refusal[] {
  const reason = 'A full extract and what its source said before differ by more than a twentieth: one of the two may not be whole.';
  return [...refusals, refusal('EXTRACT_WOULD_RETRACT', { place: WHOLE_DOCUMENT, reason })];
}

const WITHHELD: Warning = {
  code: 'NOTHING_RETRACTED',
  place: WHOLE_DOCUMENT,
  reason: 'A row was refused that cannot be told from others, so no record counts as absent from this extract.',
};

function saidOf({ records, warnings: said, full, refusals }: ReadDocument): Pick<DocumentOutcome, 'records' | 'warnings'> {
  const withheld = full && refusals.some(({ record }) => record === null);
  const warnings = withheld ? [WITHHELD, ...said] : said;
  const more = warnings.length - MOST_WARNINGS;
  const left: Warning = { code: 'MORE_WARNINGS', place: WHOLE_DOCUMENT, reason: `There are ${String(more)} more warnings.` };
  return { records, warnings: more > 0 ? [...warnings.slice(0, MOST_WARNINGS), left] : warnings };
}
