import { asWriter } from '../store/database.ts';
import { personRecords } from '../store/write/picture-store.ts';
import { inTurn } from './in-turn.ts';
import type { IngestServices } from './ingest-services.ts';
import { refreshPicture } from './refresh-picture.ts';

/** Person records folded in one transaction, with all they belong together with. */
const AT_A_TIME = 100;

/**
 * Folds everything again, as after a change of the directory, and shows what differs now. Answers how many person
 * records there are and how many rows of the picture changed.
 */
export async function refold(services: IngestServices): Promise<{ readonly records: number; readonly changed: number }> {
  const { database } = services;
  const records = await asWriter(database, personRecords);
  let changed = 0;
  for (let start = 0; start < records.length; start += AT_A_TIME) {
    // A record may gain a key that another one only gains later; by the time that one is folded, both have it.
    const touched = records.slice(start, start + AT_A_TIME);
    changed += await inTurn(services, (em) => refreshPicture(em, services, touched));
  }
  return { records: records.length, changed };
}
