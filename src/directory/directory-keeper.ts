import { HubError } from '../domain/errors.ts';
import type { Database } from '../store/database.ts';
import { readNewerVersion } from '../store/write/directory-store.ts';
import { buildDirectory, EMPTY_DIRECTORY } from './build-directory.ts';
import { directoryFile, type DirectoryFile } from './directory-file.ts';
import type { Directory, Person } from './directory.ts';

/** The directory in force, kept in memory; every request says which version it met in the database. */
export class DirectoryKeeper {
  readonly #database: Database;
  #directory = EMPTY_DIRECTORY;
  #people: ReadonlyMap<string, Person> = new Map();

  constructor(database: Database) {
    this.#database = database;
  }

  /** The version last met; empty before the first load. */
  current(): Directory {
    return this.#directory;
  }

  /** The version in force, read again when the database has a newer one. */
  async refresh(): Promise<Directory> {
    const newer = await readNewerVersion(this.#database, this.#directory.version);
    // Another refresh may have finished first, with a later version.
    if (newer !== null && newer.version > this.#directory.version) {
      this.#directory = buildDirectory(checked(newer.body), newer.version);
      this.#people = new Map([...this.#directory.people.values()].map((person) => [name(person.issuer, person.subject), person]));
    }
    return this.#directory;
  }

  /** The directory, read again only when this version, met in the database, is newer than the one kept. */
  async ifNewer(version: number): Promise<Directory> {
    return version > this.#directory.version ? this.refresh() : this.#directory;
  }

  /** Whom the directory knows by this issuer and subject, in the version last met. */
  personOf(issuer: string, subject: string): Person | null {
    return this.#people.get(name(issuer, subject)) ?? null;
  }
}

function checked(body: unknown): DirectoryFile {
  const read = directoryFile.safeParse(body);
  if (!read.success) {
    throw new HubError('DIRECTORY_INVALID', 'This version of the hub cannot read the directory in the database; load the file again.');
  }
  return read.data;
}

function name(issuer: string, subject: string): string {
  return JSON.stringify([issuer, subject]);
}
