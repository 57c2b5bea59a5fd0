import { asWriter, execute, type Writing } from '../store/database.ts';
import type { DocumentOutcome, DocumentState } from '../store/write/document-store.ts';
import type { Message } from '../store/write/observation-store.ts';
import { ownMessages, sentBefore } from '../store/write/own-words.ts';
import type { Refusal } from './adapter-contract.ts';
import { tooMuchRetracted } from './check-retractions.ts';
import { outcomeOfTaking, outcomeOfWaiting, refusalsOfWaiting } from './document-outcome.ts';
import { recordIds, type IngestServices } from './ingest-services.ts';
import { openDelivery, type Delivery } from './open-delivery.ts';
import { ownChanges, type OwnChanges } from './own-changes.ts';
import { readDocument, type ReadDocument } from './read-document.ts';
import { sha256Of } from './receive.ts';
import { contradiction } from './refused-message.ts';
import { NOTHING_SORTED, sortMessages, type Sorted } from './sort-messages.ts';

/** What would become of a document if it were sent now. Every count is of all; lists end after the first hundreds. */
export interface DryRun extends Omit<DocumentOutcome, 'id'> {
  readonly dryRun: true;
  readonly adapter: string;
  readonly version: string;
  /** The sender's own document of the very same bytes: sending them again would change nothing. */
  readonly sentBefore: { readonly document: string; readonly state: DocumentState } | null;
  /** How much it says, by kind of observation. */
  readonly observations: Readonly<Record<string, number>>;
  /** Where the messages stand that would be taken, and those that the sender has sent before. */
  readonly places: { readonly taken: readonly string[]; readonly already: readonly string[] };
  readonly refusals: readonly Pick<Refusal, 'code' | 'place' | 'reason' | 'remedy'>[];
  /** In the records of the sender itself. */
  readonly changes: OwnChanges;
}

/** Of a great document a person reads the first of them. */
const MOST_LISTED = 500;

/**
 * Reads a document exactly as if it had been sent, and says what would become of it; nothing of it is kept. What it is
 * compared with is what the same source system sent itself and nothing else: neither what another system said, nor whom
 * else the hub knows, nor what was erased makes any difference to the answer.
 */
export async function tryDelivery(services: IngestServices, delivery: Delivery): Promise<DryRun> {
  const document = await openDelivery(services, delivery);
  await services.refreshDirectory();
  const { agency, system, adapter, bytes } = document;
  const read = await readDocument({ ...services, log: asTried(services) }, document);
  const answer = await asWriter(services.database, async (em) => {
    // Whatever is done in here, PostgreSQL itself refuses to change anything.
    await execute(em, 'set transaction read only');
    return wouldBecome(em, services, read);
  });
  services.log.info('document-tried', { agency, system, adapter, bytes: bytes.length, records: answer.records, refused: answer.refused });
  return answer;
}

/** A document that is only tried is neither stored nor quarantined, and the log does not say so. */
function asTried({ log }: IngestServices): IngestServices['log'] {
  return {
    ...log,
    warn: (_event, { agency, system } = {}, error) => {
      log.warn('document-tried', { agency, system }, error);
    },
  };
}

async function wouldBecome(em: Writing, services: IngestServices, read: ReadDocument): Promise<DryRun> {
  const before = await sentBefore(em, read.document, sha256Of(read.document.bytes));
  if (before !== null) {
    return { ...described(services, read, { sorted: { ...NOTHING_SORTED, already: read.messages }, changes: {} }), state: before.state, sentBefore: before };
  }
  if ((await tooMuchRetracted(em, services, read)) !== null) {
    const refusals = refusalsOfWaiting(read);
    return { ...described(services, read, { sorted: NOTHING_SORTED, changes: {} }), ...withoutId(outcomeOfWaiting(read, refusals)), refusals: worded(refusals) };
  }
  const recordId = recordIds(services);
  const { messages } = read;
  const sorted = sortMessages(messages, await ownMessages(em, read.document, { messages, recordId }), recordId);
  return described(services, read, { sorted, changes: await ownChanges(em, services, { read, fresh: sorted.fresh }) });
}

function described({ adapters }: IngestServices, read: ReadDocument, { sorted, changes }: { readonly sorted: Sorted; readonly changes: OwnChanges }): DryRun {
  const { adapter } = read.document;
  const refusals = [...read.refusals, ...sorted.contradicting.map(contradiction)];
  return {
    dryRun: true,
    adapter,
    version: adapters.get(adapter)?.manifest.version ?? '',
    ...withoutId(outcomeOfTaking(read, sorted, refusals)),
    sentBefore: null,
    observations: kindsIn(read.messages),
    places: { taken: placesOf(sorted.fresh), already: placesOf(sorted.already) },
    refusals: worded(refusals),
    changes,
  };
}

function withoutId({ state, records, taken, already, refused, warnings }: DocumentOutcome): Omit<DocumentOutcome, 'id'> {
  return { state, records, taken, already, refused, warnings };
}

function kindsIn(messages: readonly Message[]): Record<string, number> {
  const kinds = Map.groupBy(messages.flatMap(({ observations }) => observations), ({ kind }) => kind);
  return Object.fromEntries([...kinds].map(([kind, those]) => [kind, those.length] as const).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function placesOf(messages: readonly Message[]): string[] {
  return messages.slice(0, MOST_LISTED).map(({ place }) => place);
}

/** Code, place and words; never the identity that could be read of a refused child. */
function worded(refusals: readonly Refusal[]): DryRun['refusals'] {
  return refusals.slice(0, MOST_LISTED).map(({ code, place, reason, remedy }) => ({ code, place, reason, remedy }));
}
