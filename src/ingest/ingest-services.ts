import type { KeyObject } from 'node:crypto';
import { foldPlaces } from '../directory/fold-places.ts';
import type { Directory } from '../directory/directory.ts';
import type { FoldContext } from '../domain/fold/fold-context.ts';
import { recordId } from '../domain/record/record-id.ts';
import type { Log } from '../logging/log.ts';
import type { Database } from '../store/database.ts';
import type { RecordIds } from '../store/write/observation-store.ts';
import type { Adapter } from './adapter-contract.ts';

/** What taking documents in needs of the rest of the hub. */
export interface IngestServices {
  readonly database: Database;
  readonly adapters: ReadonlyMap<string, Adapter>;
  /** The directory last met. */
  readonly directory: () => Directory;
  /** Meets the directory in force, which another process may have loaded. */
  readonly refreshDirectory: () => Promise<unknown>;
  /** The hub's own key that record ids are made with; it never changes. */
  readonly idKey: KeyObject;
  readonly maxDocumentBytes: number;
  /** Starts of two systems' records of one episode may differ by this many milliseconds. */
  readonly episodeStartTolerance: number;
  /** Times of one fact that differ by less are no conflict, in milliseconds. */
  readonly timeTolerance: number;
  readonly clock: () => number;
  readonly log: Log;
}

/** How this hub names records. */
export function recordIds({ idKey }: IngestServices): RecordIds {
  return (ref) => recordId(idKey, ref);
}

/** What folding needs to know, by the directory last met. */
export function foldContext(services: IngestServices): FoldContext {
  const { idKey, episodeStartTolerance, timeTolerance } = services;
  return {
    ...foldPlaces(services.directory()),
    // The fold names records by kinds it took from records.
    recordId: (ref) => recordId(idKey, ref as Parameters<typeof recordId>[1]),
    episodeStartTolerance,
    timeTolerance,
  };
}
