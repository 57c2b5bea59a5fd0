import type { DocumentOutcome } from '../store/write/document-store.ts';
import type { Message } from '../store/write/observation-store.ts';
import { tooMuchRetracted } from './check-retractions.ts';
import { closeDocuments, leaveWaiting, type Closing } from './close-documents.ts';
import { inTurn } from './in-turn.ts';
import type { Writing } from '../store/database.ts';
import type { IngestServices } from './ingest-services.ts';
import type { Pace } from './pace.ts';
import type { ReadDocument } from './read-document.ts';
import { type Sorted, NOTHING_SORTED, together } from './sort-messages.ts';
import { takeMessages } from './take-messages.ts';
import { writeDownTaken } from './write-down.ts';

/** How documents are taken: for the first time, or again because somebody asked. */
export interface TakingTerms {
  readonly replayedBy: string | null;
  readonly acceptRetractions: boolean;
  readonly pace: Pace;
}

/**
 * Takes what was read into the picture: a batch of documents in one transaction, or a single great one in several.
 * Wherever it is cut off, taking the documents again adds only what is missing.
 */
export async function takeBatch(services: IngestServices, reads: readonly ReadDocument[], terms: TakingTerms): Promise<DocumentOutcome[]> {
  const messages = reads.flatMap((read) => read.messages);
  let sorted = NOTHING_SORTED;
  // At least one turn: a document without messages is closed too.
  for (let start = 0; ; ) {
    const portion = messages.slice(start, start + terms.pace.messages);
    const [first, last] = [start === 0, start + portion.length === messages.length];
    const outcomes = await atPace(services, { pace: terms.pace, messages: portion.length }, async (em) => {
      const waiting = first ? await stopBefore(em, services, { reads, terms }) : null;
      if (waiting !== null) {
        return waiting;
      }
      const taken = await takeMessages(em, services, portion);
      await writeDownTaken(em, services, taken.fresh);
      sorted = together(sorted, taken);
      return last ? closeDocuments(em, services, closingsOf(reads, sorted, terms)) : null;
    });
    if (outcomes !== null) {
      return outcomes;
    }
    start += portion.length;
  }
}

async function atPace<T>(
  services: IngestServices,
  { pace, messages }: { readonly pace: Pace; readonly messages: number },
  work: (em: Writing) => Promise<T>,
): Promise<T> {
  let began = 0;
  const result = await inTurn(services, (em) => {
    began = performance.now();
    return work(em);
  });
  pace.learn({ messages, milliseconds: performance.now() - began });
  return result;
}

/** Full extracts are taken one at a time, so the first is the only one. */
async function stopBefore(
  em: Writing,
  services: IngestServices,
  { reads: [read], terms }: { readonly reads: readonly ReadDocument[]; readonly terms: TakingTerms },
): Promise<DocumentOutcome[] | null> {
  const accepted = terms.acceptRetractions || read?.document.acceptRetractions === true;
  const retracting = read === undefined || accepted ? null : await tooMuchRetracted(em, services, read);
  return read === undefined || retracting === null ? null : leaveWaiting(em, services, { read, retracting, replayedBy: replayedBy(read, terms) });
}

/** Who has it read again: whoever is at it now, or asked for it. */
function replayedBy({ document }: ReadDocument, terms: TakingTerms): string | null {
  return terms.replayedBy ?? document.readAgainBy ?? null;
}

function closingsOf(reads: readonly ReadDocument[], sorted: Sorted, terms: TakingTerms): Closing[] {
  return reads.map((read) => {
    const own = (messages: readonly Message[]): Message[] => messages.filter(({ document }) => document === read.document.id);
    const { fresh, taken, already, contradicting } = sorted;
    return { read, replayedBy: replayedBy(read, terms), sorted: { fresh: own(fresh), taken: own(taken), already: own(already), contradicting: own(contradicting) } };
  });
}
