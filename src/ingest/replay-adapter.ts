import { randomUUID } from 'node:crypto';
import { HubError } from '../domain/errors.ts';
import { asWriter } from '../store/database.ts';
import { documentById } from '../store/write/document-store.ts';
import type { PictureChanges, RowChanges } from '../store/write/picture-store.ts';
import { refusalsOf } from '../store/write/quarantine-store.ts';
import { documentsRead, extractsKept, statementsOf } from '../store/write/replay-store.ts';
import { extractsOf, speakForTheSame } from './check-retractions.ts';
import { inTurn } from './in-turn.ts';
import type { IngestServices } from './ingest-services.ts';
import { readDocument, type ReadDocument } from './read-document.ts';
import { replayDocument, type DocumentDifference } from './replay-document.ts';

/** Whose documents are read again with today's version of their adapter, and whether it counts. */
export interface AdapterReplay {
  readonly adapter: string;
  /** One source system alone; null for all. */
  readonly system: string | null;
  /** Without it everything is tried and rolled back. */
  readonly apply: boolean;
  readonly acceptRetractions: boolean;
  readonly by: string;
  readonly onProgress: (progress: { readonly done: number; readonly of: number }) => void;
}

/** What reading again changes altogether. */
export interface Replayed extends Omit<DocumentDifference, 'fields' | 'changes' | 'children'> {
  readonly documents: number;
  readonly differing: number;
  /** Documents left as they were read before, with the code why. */
  readonly left: readonly { readonly document: string; readonly code: string }[];
  readonly children: ReadonlySet<string>;
  readonly fields: ReadonlyMap<string, number>;
  readonly changes: PictureChanges;
}

/**
 * Reads the stored documents of an adapter again: shows what differs, or puts it in the place of what was said before.
 * Each document is a transaction of its own, so whatever is cut off is taken up by doing it again.
 */
export async function replayAdapter(services: IngestServices, asked: AdapterReplay): Promise<Replayed> {
  const { adapter, system, onProgress } = asked;
  const version = versionOf(services, adapter);
  await services.refreshDirectory();
  const documents = await asWriter(services.database, (em) => documentsRead(em, { adapter, system }));
  const total = new Total(documents.length);
  const as = { replay: randomUUID(), by: asked.by, why: `read again by ${adapter} ${version}` };
  for (const [index, id] of documents.entries()) {
    const document = await asWriter(services.database, (em) => documentById(em, id));
    if (document !== null) {
      const read = await readDocument(services, document);
      total.add(id, await replayOne(services, { read, asked, as }));
    }
    onProgress({ done: index + 1, of: documents.length });
  }
  return total.sum();
}

function versionOf({ adapters }: IngestServices, adapter: string): string {
  const known = adapters.get(adapter);
  if (known === undefined) {
    throw new HubError('ADAPTER_UNKNOWN', `There is no such adapter. The hub has: ${[...adapters.keys()].sort().join(', ')}.`);
  }
  return known.manifest.version;
}

type Outcome = DocumentDifference | { readonly left: string } | null;

interface One {
  readonly read: ReadDocument;
  readonly asked: AdapterReplay;
  readonly as: { readonly replay: string; readonly by: string; readonly why: string };
}

async function replayOne(services: IngestServices, { read, asked, as }: One): Promise<Outcome> {
  const [whole] = read.refusals;
  if (await isAsBefore(services, read)) {
    return null;
  }
  // Today's version takes nothing of it: that is the version's fault more likely than the document's, which said something before.
  if (read.messages.length === 0 && whole !== undefined && (await saidSomething(services, read))) {
    return { left: whole.code };
  }
  let outcome: Outcome = null;
  const undone = new HubError('INTERNAL', 'Rolled back, as nothing was to be changed.');
  try {
    await inTurn(services, async (em) => {
      const at = new Date(services.clock()).toISOString();
      outcome = await replayDocument(em, services, { read, as: { ...as, at }, acceptRetractions: asked.acceptRetractions });
      if (!asked.apply || outcome === null) {
        throw undone;
      }
    });
  } catch (error) {
    if (error instanceof HubError && error.code === 'EXTRACT_WOULD_RETRACT') {
      return { left: error.code };
    }
    if (error !== undone) {
      throw error;
    }
  }
  return outcome;
}

/** Most documents are read as they always were; to see that takes no turn at writing. */
async function isAsBefore({ database }: IngestServices, read: ReadDocument): Promise<boolean> {
  const { id } = read.document;
  const before = await asWriter(database, async (em) => ({ said: await statementsOf(em, id), refused: await refusalsOf(em, id), extracts: await extractsKept(em, id) }));
  const hashes = new Set(before.said.map(({ hash }) => hash));
  const known = new Set(before.refused.map(({ code, place }) => `${code} ${place}`));
  const now = new Set(read.refusals.map(({ code, place }) => `${code} ${place}`));
  const open = before.refused.filter(({ state, code }) => state === 'OPEN' && code !== 'ORDER_CONFLICT');
  return (
    hashes.size === read.messages.length &&
    read.messages.every(({ hash }) => hashes.has(hash)) &&
    [...now].every((refused) => known.has(refused)) &&
    open.every(({ code, place }) => now.has(`${code} ${place}`)) &&
    speakForTheSame(before.extracts, extractsOf(read))
  );
}

async function saidSomething({ database }: IngestServices, { document }: ReadDocument): Promise<boolean> {
  return (await asWriter(database, (em) => statementsOf(em, document.id))).length > 0;
}

/** Adds up what the documents change. */
class Total {
  readonly #documents: number;
  readonly #counts = { differing: 0, withdrawn: 0, said: 0, refusedNow: 0, takenNow: 0 };
  readonly #left: { document: string; code: string }[] = [];
  readonly #children = new Set<string>();
  readonly #fields = new Map<string, number>();
  readonly #changes = new Map<string, RowChanges>();

  constructor(documents: number) {
    this.#documents = documents;
  }

  add(document: string, outcome: Outcome): void {
    if (outcome === null) {
      return;
    }
    if ('left' in outcome) {
      this.#left.push({ document, code: outcome.left });
      return;
    }
    this.#counts.differing += 1;
    for (const name of ['withdrawn', 'said', 'refusedNow', 'takenNow'] as const) {
      this.#counts[name] += outcome[name];
    }
    outcome.children.forEach((child) => this.#children.add(child));
    outcome.fields.forEach((count, field) => this.#fields.set(field, count + (this.#fields.get(field) ?? 0)));
    outcome.changes.forEach((rows, table) => this.#changes.set(table, sum(rows, this.#changes.get(table))));
  }

  sum(): Replayed {
    return { documents: this.#documents, ...this.#counts, left: this.#left, children: new Set([...this.#children].sort()), fields: this.#fields, changes: this.#changes };
  }
}

function sum(rows: RowChanges, before: RowChanges = { added: 0, changed: 0, removed: 0 }): RowChanges {
  return { added: before.added + rows.added, changed: before.changed + rows.changed, removed: before.removed + rows.removed };
}
