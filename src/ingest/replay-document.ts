import { HubError } from '../domain/errors.ts';
import type { Writing } from '../store/database.ts';
import { erasedAmong } from '../store/write/erase/erasure-store.ts';
import type { FullExtract } from '../store/write/full-extract-store.ts';
import { addMessages, knownMessages, type Message } from '../store/write/observation-store.ts';
import { childrenShownFor, type PictureChanges } from '../store/write/picture-store.ts';
import { refusalsOf, settleByGood } from '../store/write/quarantine-store.ts';
import { dropExtract, extractsKept, isReadInTwoWays, statementsOf, supersede, type StoredStatement, type Superseding } from '../store/write/replay-store.ts';
import { addAuditEvent } from '../store/write/audit-store.ts';
import { absencesFrom, extractsOf, speakForTheSame, type LackingTable } from './check-retractions.ts';
import { closeDocuments } from './close-documents.ts';
import { recordIds, type IngestServices } from './ingest-services.ts';
import type { ReadDocument } from './read-document.ts';
import { refreshPicture } from './refresh-picture.ts';
import { changedFields, type ChangedFields } from './replay-difference.ts';
import { sortMessages, type Sorted } from './sort-messages.ts';

/** What reading one document again changes, in counts, ids and names of fields. */
export interface DocumentDifference {
  readonly withdrawn: number;
  readonly said: number;
  readonly refusedNow: number;
  readonly takenNow: number;
  readonly fields: ChangedFields;
  /** Shown ids of the children it concerns. */
  readonly children: readonly string[];
  readonly changes: PictureChanges;
}

/** A full extract read again may not retract more than this share of what it speaks for without a person's word. */
const GREATEST_SHARE = 0.05;

/** Puts what a document is read as today in the place of what it was read as before, inside one transaction; null where nothing differs. */
export async function replayDocument(
  em: Writing,
  services: IngestServices,
  { read, as, acceptRetractions }: { readonly read: ReadDocument; readonly as: Superseding; readonly acceptRetractions: boolean },
): Promise<DocumentDifference | null> {
  const { id } = read.document;
  const before = { said: await statementsOf(em, id), open: await openRefusals(em, id), extracts: await extractsKept(em, id) };
  const still = new Set(read.messages.map(({ hash }) => hash));
  const gone = before.said.filter(({ hash }) => !still.has(hash));
  const lacking = await absencesFrom(em, before.extracts, []);
  const absent = lacking.flatMap(({ subjects }) => subjects);
  const children = await childrenOf(em, [...gone.map(({ subject }) => subject), ...absent]);
  await supersede(em, gone.map(({ id: said }) => said), as);
  await dropExtract(em, id);
  const sorted = await sayAnew(em, services, { read, said: before.said, at: as.at });
  await closeDocuments(em, services, [{ read, sorted, replayedBy: as.by }]);
  const extracts = extractsOf(read);
  await refuseRetracting(em, { extracts, before: lacking, acceptRetractions });
  const open = await openRefusals(em, id);
  const refusals = { refusedNow: missingFrom(open, before.open), takenNow: missingFrom(before.open, open) };
  if (gone.length + sorted.fresh.length + refusals.refusedNow + refusals.takenNow === 0 && speakForTheSame(extracts, before.extracts)) {
    return null;
  }
  const touched = [...new Set([...gone.map(({ subject }) => subject), ...absent, ...subjectsOf(sorted.fresh, services)])];
  const changes = await refreshPicture(em, services, touched);
  const concerned = [...new Set([...children, ...(await childrenOf(em, touched))])].sort();
  const counts = { withdrawn: gone.length, said: sorted.fresh.length, ...refusals };
  await writeDown(em, services, { read, as, children: concerned, counts });
  return { ...counts, fields: changedFields(gone, sorted.fresh, recordIds(services)), children: concerned, changes };
}

/** Adds what the document did not say before; what another document said in the meantime stands. */
async function sayAnew(
  em: Writing,
  services: IngestServices,
  { read, said, at }: { readonly read: ReadDocument; readonly said: readonly StoredStatement[]; readonly at: string },
): Promise<Sorted> {
  const recordId = recordIds(services);
  const kept = new Set(said.map(({ hash }) => hash));
  const news = await unerased(em, services, read.messages.filter(({ hash }) => !kept.has(hash)));
  if (await isReadInTwoWays(em, news)) {
    throw new HubError('BAD_INPUT', 'The adapter reads otherwise than before under the same version: raise "version" in its manifest.');
  }
  const sorted = sortMessages(news, await knownMessages(em, news, recordId), recordId);
  if (sorted.fresh.length > 0) {
    await addMessages(em, sorted.fresh, { recordId, at });
    await settleByGood(em, sorted.fresh.map(({ record }) => recordId(record)), at);
  }
  return { ...sorted, taken: [...sorted.taken, ...read.messages.filter(({ hash }) => kept.has(hash))] };
}

/** What was erased does not come back by being read otherwise, under another name: neither the statement nor its record. */
async function unerased(em: Writing, services: IngestServices, messages: readonly Message[]): Promise<readonly Message[]> {
  const recordId = recordIds(services);
  const namesOf = ({ observations }: Message): string[] => observations.flatMap(({ id, record, subject }) => [id, recordId(record), recordId(subject)]);
  const erased = await erasedAmong(em, messages.flatMap(namesOf));
  return erased.size === 0 ? messages : messages.filter((message) => !namesOf(message).some((name) => erased.has(name)));
}

async function refuseRetracting(
  em: Writing,
  { extracts, before, acceptRetractions }: { readonly extracts: readonly FullExtract[]; readonly before: readonly LackingTable[]; readonly acceptRetractions: boolean },
): Promise<void> {
  if (acceptRetractions) {
    return;
  }
  const lackedBefore = (kind: string): readonly string[] => before.find((table) => table.kind === kind)?.subjects ?? [];
  const lacking = await absencesFrom(em, extracts, []);
  if (lacking.some(({ kind, covered, subjects }) => subjects.filter((subject) => !lackedBefore(kind).includes(subject)).length > covered * GREATEST_SHARE)) {
    throw new HubError('EXTRACT_WOULD_RETRACT', 'Read as today, a full extract would retract more than a twentieth of what it speaks for.');
  }
}

async function writeDown(
  em: Writing,
  services: IngestServices,
  { read, as, children, counts }: { readonly read: ReadDocument; readonly as: Superseding; readonly children: readonly string[]; readonly counts: object },
): Promise<void> {
  const { id, agency, adapter } = read.document;
  const version = services.adapters.get(adapter)?.manifest.version ?? '';
  const body = { documents: [id], replay: as.replay, adapter, version, why: as.why, ...counts };
  await addAuditEvent(em, { at: services.clock(), kind: 'ALTERATION', actor: as.by, agency, role: 'OPERATOR', children, body });
}

async function openRefusals(em: Writing, document: string): Promise<ReadonlySet<string>> {
  const rows = await refusalsOf(em, document);
  return new Set(rows.filter(({ state }) => state === 'OPEN').map(({ code, place }) => `${code} ${place}`));
}

async function childrenOf(em: Writing, subjects: readonly string[]): Promise<string[]> {
  return [...new Set((await childrenShownFor(em, [...new Set(subjects)])).values())];
}

function subjectsOf(messages: readonly Message[], services: IngestServices): string[] {
  return messages.flatMap(({ observations }) => observations.map(({ subject }) => recordIds(services)(subject)));
}

function missingFrom(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  return [...some].filter((each) => !others.has(each)).length;
}
