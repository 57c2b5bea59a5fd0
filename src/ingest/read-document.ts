import { setImmediate as breathe } from 'node:timers/promises';
import { HubError } from '../domain/errors.ts';
import type { SourceDocument } from '../store/write/document-store.ts';
import type { Adapter, AdapterFile, Refusal } from './adapter-contract.ts';
import type { SourceSystem } from '../directory/directory.ts';
import { checkSignature } from './check-signature.ts';
import { decodeWhatCanBeRead } from './decode-document.ts';
import { refuseTooManyParts } from './count-parts.ts';
import { openFiles } from './open-files.ts';
import { recordIds, type IngestServices } from './ingest-services.ts';
import { Reading, type Contents } from './reading.ts';
import { refusal, refusalOf, WHOLE_DOCUMENT } from './refused-message.ts';
import { DAY } from '../domain/interval/durations.ts';

/** A document as it was understood. */
export interface ReadDocument extends Contents {
  readonly document: SourceDocument;
  /** Its files as text; none where it could not be opened. */
  readonly files: readonly AdapterFile[];
  /** Is it one of a series of full extracts? */
  readonly full: boolean;
}

/** Records mapped before other work gets a turn. */
const RECORDS_AT_A_TIME = 200;
/** Text in an archive may be this much larger than the largest document. */
const MOST_INFLATION = 4;
/** A sender's clock may be ahead by this much. */
const AHEAD = DAY;

/** Decodes, parses and maps a document. Whatever is wrong with it becomes a refusal: reading never fails. */
export async function readDocument(services: IngestServices, document: SourceDocument): Promise<ReadDocument> {
  const adapter = services.adapters.get(document.adapter);
  if (adapter === undefined) {
    return wholeRefused(document, refusal('ADAPTER_UNKNOWN', { place: WHOLE_DOCUMENT, reason: 'The hub no longer has the adapter this document came by.' }));
  }
  try {
    const contents = await readContents(services, document, adapter);
    return { document, full: adapter.manifest.extract === 'full', ...contents };
  } catch (error) {
    const { id, agency, system } = document;
    services.log.warn('document-quarantined', { document: id, agency, system }, error);
    return wholeRefused(document, { ...refusalOf(error, WHOLE_DOCUMENT), readable: readableOf(adapter, document) });
  }
}

/** A document of which nothing is taken. */
export function wholeRefused(document: SourceDocument, refused: Refusal): ReadDocument {
  return { document, files: [], full: false, messages: [], records: 1, silent: 0, repeated: 0, refusals: [refused], warnings: [], coverage: [] };
}

async function readContents(services: IngestServices, stored: SourceDocument, adapter: Adapter): Promise<Contents & Pick<ReadDocument, 'files'>> {
  const { id, agency, system, extracted, fileName, bytes, signature, receivedAt } = stored;
  const { manifest } = adapter;
  const sender = systemOf(services, stored);
  // Proven at the door, and again whenever it is read: the key may have been taken away since.
  if (manifest.signed === true) {
    await checkSignature(sender, bytes, signature);
  }
  const { settings, personKeys } = sender;
  const { files, warnings } = await openFiles(bytes, { manifest, fileName, mostBytes: services.maxDocumentBytes * MOST_INFLATION });
  refuseTooManyParts(files);
  const document = { text: files[0]?.text ?? '', files, agency, settings, extracted, fileName };
  const parsed = adapter.parse(document);
  const latestOrder = manifest.order === 'sentAt' ? new Date(Date.parse(receivedAt) + AHEAD).toISOString() : null;
  const source = { document: id, agency, system, personKeys, manifest, receivedAt };
  const reading = new Reading({ adapter, document, source, recordId: recordIds(services), latestOrder }, parsed, warnings);
  for (const [index, record] of parsed.records.entries()) {
    reading.take(record);
    if (index % RECORDS_AT_A_TIME === RECORDS_AT_A_TIME - 1) {
      await breathe();
    }
  }
  return { ...reading.contents(), files };
}

/** A system that has left the directory has no key space any more; guessing one would name other records. */
function systemOf({ directory }: IngestServices, { system, agency }: SourceDocument): SourceSystem {
  const known = directory().systems.get(system);
  if (known?.agency !== agency) {
    throw new HubError('SOURCE_UNKNOWN', 'The source system is no longer in the directory.');
  }
  return known;
}

function readableOf(adapter: Adapter, { bytes }: SourceDocument): Refusal['readable'] {
  try {
    return adapter.readIdentity(decodeWhatCanBeRead(bytes));
  } catch {
    // Whatever made the document unreadable may make it unreadable here too.
    return null;
  }
}
