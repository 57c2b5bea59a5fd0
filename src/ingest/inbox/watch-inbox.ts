import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { SourceSystem } from '../../directory/directory.ts';
import { HubError } from '../../domain/errors.ts';
import { unlessAnotherIs } from '../../store/write/as-only-one.ts';
import { documentStatus } from '../document-status.ts';
import type { IngestServices } from '../ingest-services.ts';
import { receive, type Receipt } from '../receive.ts';
import type { Taking } from '../start-taking.ts';
import { takeWaiting } from '../take-waiting.ts';
import { DONE, inboxEntries, REFUSED, type InboxEntry } from './inbox-entries.ts';
import { putAway } from './put-away.ts';
import { readEntry } from './read-entry.ts';
import { notStored, notTaken } from './reason-text.ts';

/** Where files are put for the hub, and when one counts as complete. */
export interface InboxTerms {
  /** Holds one folder per source system, by its id. */
  readonly folder: string;
  readonly intervalMs: number;
  /** A file nobody has written to for this long is complete. */
  readonly settledMs: number;
}

/** Files of one source stored in one look; the rest waits for the next. */
const AT_A_TIME = 200;

/** Looks into the folders at every interval, one look at a time. */
export function startWatching(services: IngestServices, terms: InboxTerms): Taking {
  const inbox = new Inbox(services, terms);
  let looking: Promise<void> = Promise.resolve();
  const look = (): void => {
    looking = looking.then(() => inbox.look());
  };
  let pending = false;
  const timer = setInterval(() => {
    if (!pending) {
      pending = true;
      look();
      void looking.finally(() => {
        pending = false;
      });
    }
  }, terms.intervalMs);
  return {
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };
}

interface Delivered {
  readonly entry: InboxEntry;
  readonly system: SourceSystem;
  readonly outcome: Receipt | HubError;
}

/**
 * Takes what is put into a source's folder as if its system had sent it. A file is moved to `done` or, with the reason beside
 * it, to `refused` only after its bytes are stored and read; cut off anywhere, the next look finds it again, and the hub
 * knows that it had it.
 */
export class Inbox {
  readonly #services: IngestServices;
  readonly #terms: InboxTerms;
  /** By path: how the entry looked, and since when. */
  readonly #seen = new Map<string, { readonly stamp: string; readonly since: number }>();

  readonly #strangers = new Set<string>();

  constructor(services: IngestServices, terms: InboxTerms) {
    this.#services = services;
    this.#terms = terms;
  }

  /** One look at every folder; what fails now is tried again at the next. */
  async look(): Promise<void> {
    try {
      // Two that look at once would both send a file, and one would move it away under the other.
      await unlessAnotherIs(this.#services.database, 'WATCHING', () => this.#lookThrough());
    } catch (error) {
      this.#services.log.error('inbox-failed', {}, error);
    }
  }

  async #lookThrough(): Promise<void> {
    await this.#services.refreshDirectory();
    const delivered: Delivered[] = [];
    for (const system of this.#services.directory().systems.values()) {
      delivered.push(...(await this.#deliverAll(system, AT_A_TIME)));
    }
    if (delivered.length > 0) {
      await takeWaiting(this.#services);
      await Promise.all(delivered.map((each) => this.#settle(each)));
    }
    await this.#noticeStrangers();
  }

  /** A folder under a mistyped name would wait for ever unnoticed. It is said once of each. */
  async #noticeStrangers(): Promise<void> {
    const inside = await readdir(this.#terms.folder, { withFileTypes: true });
    const systems = this.#services.directory().systems;
    for (const { name } of inside.filter((each) => each.isDirectory() && !systems.has(each.name) && !this.#strangers.has(each.name))) {
      this.#strangers.add(name);
      this.#services.log.warn('inbox-folder-unknown', {});
    }
  }

  /** A folder that fails keeps nobody else's files waiting. */
  async #deliverAll(system: SourceSystem, most: number): Promise<Delivered[]> {
    const delivered: Delivered[] = [];
    try {
      for (const entry of (await this.#complete(system)).slice(0, most)) {
        const outcome = await this.#deliver(entry, system);
        if (outcome !== null) {
          delivered.push({ entry, system, outcome });
        }
      }
    } catch (error) {
      this.#services.log.error('inbox-failed', { agency: system.agency, system: system.id }, error);
    }
    return delivered;
  }

  async #complete({ id, adapter }: SourceSystem): Promise<InboxEntry[]> {
    const manifest = this.#services.adapters.get(adapter)?.manifest;
    if (manifest === undefined) {
      return [];
    }
    const folder = path.join(this.#terms.folder, id);
    await mkdir(folder, { recursive: true });
    return (await inboxEntries(folder, manifest.files === 'set')).filter((entry) => this.#isComplete(entry));
  }

  #isComplete({ path: place, stamp }: InboxEntry): boolean {
    const now = this.#services.clock();
    const before = this.#seen.get(place);
    if (before?.stamp !== stamp) {
      this.#seen.set(place, { stamp, since: now });
      return this.#terms.settledMs === 0;
    }
    return now - before.since >= this.#terms.settledMs;
  }

  /** Null where the entry is to be looked at again. */
  async #deliver(entry: InboxEntry, { id, agency, adapter }: SourceSystem): Promise<Receipt | HubError | null> {
    const { adapters, maxDocumentBytes, clock } = this.#services;
    const known = adapters.get(adapter);
    try {
      if (known === undefined) {
        throw new HubError('ADAPTER_UNKNOWN', 'The hub has no adapter for this source.');
      }
      const read = await readEntry(entry, known.manifest, maxDocumentBytes);
      if (read === null) {
        this.#seen.delete(entry.path);
        return null;
      }
      return await receive(this.#services, { ...read, adapter, agency, system: id, fileName: entry.name, receivedBy: 'inbox', now: clock() });
    } catch (error) {
      if (error instanceof HubError && error.code !== 'DATABASE_UNAVAILABLE' && error.code !== 'INTERNAL') {
        return error;
      }
      throw error;
    }
  }

  async #settle({ entry, system: { id: system, agency }, outcome }: Delivered): Promise<void> {
    const { log } = this.#services;
    if (outcome instanceof HubError) {
      log.warn('inbox-file-refused', { agency, system, code: outcome.code });
      await this.#putAway(entry, REFUSED, notStored(outcome));
      return;
    }
    const status = await documentStatus(this.#services, { agency, system, id: outcome.document });
    // Received and not yet read: another process is at it, and the next look asks again.
    if (status.state === 'RECEIVED') {
      return;
    }
    const reason = notTaken(status);
    if (reason !== null) {
      log.warn('inbox-file-refused', { agency, system, document: status.id });
    }
    await this.#putAway(entry, reason === null ? DONE : REFUSED, reason);
  }

  async #putAway(entry: InboxEntry, into: string, reason: string | null): Promise<void> {
    await putAway(entry, into, reason);
    this.#seen.delete(entry.path);
  }
}
