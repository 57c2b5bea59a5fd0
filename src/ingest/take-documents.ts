import { HubError } from '../domain/errors.ts';
import type { DocumentOutcome } from '../store/write/document-store.ts';
import type { IngestServices } from './ingest-services.ts';
import { wholeRefused, type ReadDocument } from './read-document.ts';
import { refusalOf, WHOLE_DOCUMENT } from './refused-message.ts';
import { takeBatch, type TakingTerms } from './take-batch.ts';

/** Takes documents that were read; one that cannot be taken is quarantined and stands in nobody's way. */
export async function takeDocuments(services: IngestServices, reads: readonly ReadDocument[], terms: TakingTerms): Promise<DocumentOutcome[]> {
  const outcomes: DocumentOutcome[] = [];
  for (const batch of batchesOf(reads, terms.pace.messages)) {
    outcomes.push(...(await takeOrSeparate(services, batch, terms)));
  }
  outcomes.forEach((outcome) => {
    report(services, outcome);
  });
  return outcomes;
}

/** Small documents share a transaction, whatever of them was refused; a great one and a full extract have their own. */
function batchesOf(reads: readonly ReadDocument[], messages: number): ReadDocument[][] {
  const batches: ReadDocument[][] = [];
  let room = 0;
  for (const read of reads) {
    const shares = !read.full;
    const last = batches.at(-1);
    if (shares && last !== undefined && read.messages.length <= room) {
      last.push(read);
      room -= read.messages.length;
    } else {
      batches.push([read]);
      room = shares ? messages - read.messages.length : 0;
    }
  }
  return batches;
}

async function takeOrSeparate(services: IngestServices, batch: readonly ReadDocument[], terms: TakingTerms): Promise<DocumentOutcome[]> {
  try {
    return await takeBatch(services, batch, terms);
  } catch (error) {
    rethrowIfAway(error);
    services.log.warn('document-failed', { count: batch.length }, error);
  }
  const outcomes: DocumentOutcome[] = [];
  for (const read of batch) {
    outcomes.push(...(await takeAlone(services, read, terms)));
  }
  return outcomes;
}

/** The last try: what fails alone is the document's own fault, or the hub's fault with this document. */
async function takeAlone(services: IngestServices, read: ReadDocument, terms: TakingTerms): Promise<DocumentOutcome[]> {
  try {
    return await takeBatch(services, [read], terms);
  } catch (error) {
    rethrowIfAway(error);
    const { id: document, agency, system } = read.document;
    services.log.error('document-quarantined', { document, agency, system }, error);
    return takeBatch(services, [wholeRefused(read.document, refusalOf(error, WHOLE_DOCUMENT))], terms);
  }
}

/** A database that is away says nothing about a document: it stays as it is until the database is back. */
function rethrowIfAway(error: unknown): void {
  if (error instanceof HubError && error.code === 'DATABASE_UNAVAILABLE') {
    throw error;
  }
}

function report({ log }: IngestServices, { id, records, taken, already, refused }: DocumentOutcome): void {
  log.info('document-taken', { document: id, records, taken, already, refused });
  if (refused > 0) {
    log.warn('document-quarantined', { document: id, refused });
  }
}
