import { asWriter, type Writing } from '../store/database.ts';
import type { IngestServices } from './ingest-services.ts';

/** One turn at changing the picture, by the directory in force: loading another one waits for the same turn. */
export function inTurn<T>({ database, refreshDirectory }: IngestServices, work: (em: Writing) => Promise<T>): Promise<T> {
  return asWriter(
    database,
    async (em) => {
      await refreshDirectory();
      return work(em);
    },
    { serial: true },
  );
}
