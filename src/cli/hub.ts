import type { ActionServices } from '../actions/action-services.ts';
import type { DemonstrationIssuer } from '../auth/demonstration-issuer.ts';
import type { DirectoryKeeper } from '../directory/directory-keeper.ts';
import type { AnchoringServices } from '../exchange/anchors/ask-partner.ts';
import type { SendingParts } from '../exchange/check-sending.ts';
import type { PublishedKeys } from '../exchange/published-keys.ts';
import type { Gate } from '../gate/gate.ts';
import type { SealingParts } from '../gate/seal/sealing.ts';
import type { Adapter } from '../ingest/adapter-contract.ts';
import type { IngestServices } from '../ingest/ingest-services.ts';
import type { Database } from '../store/database.ts';
import type { SenderKeys } from './demonstration/sender-keys.ts';

/** The hub as a command sees it: put together, with its database open, and closed again by whoever opened it. */
export interface CliHub {
  readonly database: Database;
  readonly directory: DirectoryKeeper;
  readonly ingest: IngestServices;
  readonly actions: ActionServices;
  /** The database's owner, who alone migrates and erases; null where this process was not told. */
  readonly ownerUrl: string | null;
  readonly gate: Gate;
  /** What the logs are sealed and verified with. */
  readonly sealing: SealingParts;
  /** What a directory that says how to send has to fit. */
  readonly sending: SendingParts;
  /** What is shared with partners, by the name that the directory gives it. */
  readonly secrets: ReadonlyMap<string, Buffer>;
  /** What anybody may know of this hub's keys; null where it exchanges nothing. */
  readonly publishedKeys: () => PublishedKeys | null;
  /** What sending the head of the log to partners, and asking for it again, rests on. */
  readonly anchoring: AnchoringServices;
  /** Null in production. */
  readonly demonstration: DemonstrationIssuer | null;
  close(): Promise<void>;
}

/** Where adapters lie, and those that are there; to be had without a database. */
export interface AdapterFolder {
  /** The folder of package.json: sources of adapters and templates lie below it. */
  readonly root: string;
  /** The module that the hub loads of this adapter, whether or not it is there. */
  readonly doorOf: (id: string) => string;
  readonly find: () => Promise<ReadonlyMap<string, Adapter>>;
}

/** The schema and the manifest of promised operations, as text. */
interface PublishedTexts {
  readonly schema: string;
  readonly manifest: string;
}

/** What is published for partners, and what of earlier promises it would break, a sentence each. */
export interface Publication extends PublishedTexts {
  readonly broken: (last: PublishedTexts) => readonly string[];
}

/** What the commands need from the process that runs them. */
export interface CliProcess {
  /** Puts the hub together; embedded PostgreSQL is started, or adopted where a hub already runs. */
  open(): Promise<CliHub>;
  /** Serves until told to stop. */
  serve(options: { demonstration: boolean }): Promise<void>;
  readonly adapters: AdapterFolder;
  /** What the invented hubs sign with, made on first use; refused in production. */
  senderKeys(): Promise<SenderKeys>;
  /** What is published for partners, as the code says. */
  published(): Publication;
  now(): number;
  /** One line of an answer, to standard output. */
  print(line: string): void;
  /** Makes the command end with 1: something of its work was refused, and a script must notice. */
  fail(): void;
}

/** Opens the hub for one piece of work and always closes it. */
export async function withHub<T>(process: CliProcess, work: (hub: CliHub) => Promise<T>): Promise<T> {
  const hub = await process.open();
  try {
    return await work(hub);
  } finally {
    await hub.close();
  }
}
