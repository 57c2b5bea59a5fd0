import { markDocuments, type DocumentOutcome } from '../store/write/document-store.ts';
import { addFullExtracts } from '../store/write/full-extract-store.ts';
import { settleMended } from '../store/write/mending-store.ts';
import { addRefused, keepExcerpts, keepRetracting, settleByGood, settleReplayed, type QuarantineEntry } from '../store/write/quarantine-store.ts';
import type { Refusal } from './adapter-contract.ts';
import { alertOfUnread } from './alert-of-unread.ts';
import { absencesFrom, extractsOf, type Retracting } from './check-retractions.ts';
import { decodeWhatCanBeRead } from './decode-document.ts';
import { outcomeOfTaking, outcomeOfWaiting, refusalsOfWaiting } from './document-outcome.ts';
import { excerptsOf } from './excerpt.ts';
import { recordIds, type IngestServices } from './ingest-services.ts';
import { quarantineEntries } from './quarantine-entries.ts';
import type { ReadDocument } from './read-document.ts';
import type { Writing } from '../store/database.ts';
import { refreshPicture } from './refresh-picture.ts';
import { contradiction } from './refused-message.ts';
import type { Sorted } from './sort-messages.ts';
import { writeDownLacking } from './write-down.ts';

/** A document whose messages have been seen to, and what became of them. */
export interface Closing {
  readonly read: ReadDocument;
  readonly sorted: Sorted;
  /** Who reads it again; null at the first reading. */
  readonly replayedBy: string | null;
}

/** Of a document in an encoding it is not in, its beginning. */
const MOST_SHOWN = 64 * 1024;

/** Writes down what became of the documents, quarantines what was refused, and lets a full extract retract what it lacks. */
export async function closeDocuments(em: Writing, services: IngestServices, closings: readonly Closing[]): Promise<DocumentOutcome[]> {
  const ended = closings.map((closing) => ({ ...closing, refusals: [...closing.read.refusals, ...closing.sorted.contradicting.map(contradiction)] }));
  for (const closing of ended) {
    await quarantine(em, services, closing);
    await retractAbsent(em, services, closing.read);
  }
  const outcomes = ended.map(({ read, sorted, refusals }) => outcomeOfTaking(read, sorted, refusals));
  await markDocuments(em, outcomes, new Date(services.clock()).toISOString());
  return outcomes;
}

/** Leaves a full extract that would retract too much for a person to decide about; nothing of it is taken. */
export async function leaveWaiting(em: Writing, services: IngestServices, { read, retracting, replayedBy }: Omit<Closing, 'sorted'> & { readonly retracting: Retracting }): Promise<DocumentOutcome[]> {
  const refusals = refusalsOfWaiting(read);
  await quarantine(em, services, { read, replayedBy, refusals });
  await keepRetracting(em, read.document.id, retracting);
  const waiting = outcomeOfWaiting(read, refusals);
  await markDocuments(em, [waiting], new Date(services.clock()).toISOString());
  return [waiting];
}

async function quarantine(
  em: Writing,
  services: IngestServices,
  { read, replayedBy, refusals }: Omit<Closing, 'sorted'> & { readonly refusals: readonly Refusal[] },
): Promise<void> {
  const entries = quarantineEntries(services, read, refusals);
  const at = new Date(services.clock()).toISOString();
  if (replayedBy !== null) {
    await settleReplayed(em, read.document.id, { still: entries, at, by: replayedBy });
  }
  const { mends } = read.document;
  if (mends && entries.length === 0) {
    await settleMended(em, mends, { at, by: read.document.readAgainBy ?? '', of: recordsOf(services, read) });
  }
  if (entries.length > 0) {
    await addRefused(em, entries);
    await addExcerpts(em, read, entries);
    // What settles a refusal may have been taken before it.
    await settleByGood(em, entries.flatMap(({ record }) => record ?? []), at);
    await alertOfUnread(em, services, read.document);
  }
}

/** The records a document speaks of. */
function recordsOf(services: IngestServices, { messages }: ReadDocument): string[] {
  const recordId = recordIds(services);
  return [...new Set(messages.flatMap(({ record, observations }) => [record, ...observations.flatMap((each) => [each.record, each.subject])]).map(recordId))];
}

/** What the document says at each refused place, for those who sent it; a document that was never decoded shows what can be read of it. */
async function addExcerpts(em: Writing, read: ReadDocument, entries: readonly QuarantineEntry[]): Promise<void> {
  const files = read.files.length > 0 ? read.files : [{ name: '', text: decodeWhatCanBeRead(read.document.bytes.subarray(0, MOST_SHOWN)) }];
  const excerptOf = excerptsOf(files);
  await keepExcerpts(em, entries.map(({ document, code, place }) => ({ document, code, place, agency: read.document.agency, excerpt: excerptOf(place) })));
}

async function retractAbsent(em: Writing, services: IngestServices, read: ReadDocument): Promise<void> {
  const extracts = extractsOf(read);
  if (extracts.length > 0) {
    const absences = await absencesFrom(em, extracts, []);
    await addFullExtracts(em, extracts);
    const retracted = [...new Set(absences.flatMap(({ subjects }) => subjects))];
    await refreshPicture(em, services, retracted);
    await writeDownLacking(em, services, { document: read.document, subjects: retracted });
  }
}
