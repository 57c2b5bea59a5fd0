import type { DocumentOutcome } from '../store/write/document-store.ts';
import type { Message } from '../store/write/observation-store.ts';
import { wouldRetractTooMuch } from './check-retractions.ts';
import { closeDocuments, leaveWaiting, type Closing } from './close-documents.ts';
import { inTurn } from './in-turn.ts';
import type { IngestServices } from './ingest-services.ts';
import type { ReadDocument } from './read-document.ts';
import type { Writing } from './in-turn.ts';
import { type Sorted, NOTHING_SORTED, together } from './sort-messages.ts';
import { takeMessages } from './take-messages.ts';

/** How documents are taken: for the first time, or again because somebody asked. */
export interface TakingTerms {
  readonly replayedBy: string | null;
  readonly acceptRetractions: boolean;
}

/** So many messages keep the writer's lock for about a quarter of a second. */
export const MESSAGES_AT_A_TIME = 150;

/**
 * Takes what was read into the picture: a batch of documents in one transaction, or a single great one in several.
 * Wherever it is cut off, taking the documents again adds only what is missing.
 */
export async function takeBatch(services: IngestServices, reads: readonly ReadDocument[], terms: TakingTerms): Promise<DocumentOutcome[]> {
  const portions = portionsOf(reads.flatMap(({ messages }) => messages));
  let before = NOTHING_SORTED;
  for (const [index, portion] of portions.entries()) {
    const last = index === portions.length - 1;
    const step = await inTurn(services, async (em) => {
      const waiting = index === 0 ? await stopBefore(em, services, { reads, terms }) : null;
      if (waiting !== null) {
        return { outcomes: waiting, sorted: before };
      }
      const sorted = together(before, await takeMessages(em, services, portion));
      return { sorted, outcomes: last ? await closeDocuments(em, services, closingsOf(reads, sorted, terms)) : null };
    });
    if (step.outcomes !== null) {
      return step.outcomes;
    }
    before = step.sorted;
  }
  return [];
}

/** Full extracts are taken one at a time, so the first is the only one. */
async function stopBefore(
  em: Writing,
  services: IngestServices,
  { reads: [read], terms }: { readonly reads: readonly ReadDocument[]; readonly terms: TakingTerms },
): Promise<DocumentOutcome[] | null> {
  const stop = read !== undefined && !terms.acceptRetractions && (await wouldRetractTooMuch(em, services, read));
  return stop ? leaveWaiting(em, services, { read, replayedBy: terms.replayedBy }) : null;
}

function closingsOf(reads: readonly ReadDocument[], sorted: Sorted, { replayedBy }: TakingTerms): Closing[] {
  return reads.map((read) => {
    const own = (messages: readonly Message[]): Message[] => messages.filter(({ document }) => document === read.document.id);
    const { fresh, taken, already, contradicting } = sorted;
    return { read, replayedBy, sorted: { fresh: own(fresh), taken: own(taken), already: own(already), contradicting: own(contradicting) } };
  });
}

/** At least one portion: a document without messages is closed too. */
function portionsOf(messages: readonly Message[]): Message[][] {
  const count = Math.max(1, Math.ceil(messages.length / MESSAGES_AT_A_TIME));
  return Array.from({ length: count }, (_, index) => messages.slice(index * MESSAGES_AT_A_TIME, (index + 1) * MESSAGES_AT_A_TIME));
}
