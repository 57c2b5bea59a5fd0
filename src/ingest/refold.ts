import { FOLD_VERSION } from '../domain/fold/fold-version.ts';
import { asWriter } from '../store/database.ts';
import { personRecords, type PictureChanges, type RowChanges } from '../store/write/picture-store.ts';
import { addPictureVersion } from '../store/write/picture-version-store.ts';
import { inTurn } from './in-turn.ts';
import type { IngestServices } from './ingest-services.ts';
import { refoldDifference } from './refold-difference.ts';
import { refreshPicture } from './refresh-picture.ts';

/** Person records folded in one transaction, with all they belong together with. */
const AT_A_TIME = 100;

/** How many person records there are, and what folding them again changes in the picture, by table. */
export interface Refolded {
  readonly records: number;
  readonly changes: PictureChanges;
}

/** Shown or only told; what is stopped half way is begun anew at the next start. */
export interface Refolding {
  readonly apply: boolean;
  readonly stopped?: () => boolean;
}

/** Folds everything again, as after a change of the directory or of the fold itself: tells what differs, or shows it. */
export async function refold(services: IngestServices, { apply, stopped = () => false }: Refolding): Promise<Refolded> {
  await services.refreshDirectory();
  const by = { fold: FOLD_VERSION, directory: services.directory().version };
  const records = await asWriter(services.database, personRecords);
  const parts = apply ? foldAgain(services, records) : refoldDifference(services, records, AT_A_TIME);
  const changes = new Map<string, RowChanges>();
  for await (const part of parts) {
    part.forEach((rows, table) => changes.set(table, sum(rows, changes.get(table))));
    if (stopped()) {
      return { records: records.length, changes };
    }
  }
  if (apply) {
    await asWriter(services.database, (em) => addPictureVersion(em, by, services.clock()));
  }
  return { records: records.length, changes };
}

async function* foldAgain(services: IngestServices, records: readonly string[]): AsyncGenerator<PictureChanges> {
  for (let start = 0; start < records.length; start += AT_A_TIME) {
    // A record may gain a key that another one only gains later; by the time that one is folded, both have it.
    const touched = records.slice(start, start + AT_A_TIME);
    yield await inTurn(services, (em) => refreshPicture(em, services, touched));
  }
}

function sum(rows: RowChanges, before: RowChanges = { added: 0, changed: 0, removed: 0 }): RowChanges {
  return { added: before.added + rows.added, changed: before.changed + rows.changed, removed: before.removed + rows.removed };
}
