import { asWriter } from '../store/database.ts';
import { childrenToLookAt } from '../store/write/waiting-alerts.ts';
import { alertOfNews } from './alert-of-news.ts';
import { inTurn } from './in-turn.ts';
import type { IngestServices } from './ingest-services.ts';
import { keepInView } from './keep-in-view.ts';
import { refreshPicture } from './refresh-picture.ts';

/** Children looked at in one transaction: others wait for the same turn. */
const AT_A_TIME = 100;

/**
 * Looks at everything that waits for an answer, and at every restriction, by the directory in force: where somebody has
 * left, or another stands in their place, what waits comes before whoever may answer it now.
 */
export async function moveByDirectory(services: IngestServices): Promise<void> {
  const children = (await asWriter(services.database, (em) => childrenToLookAt(em, null))).map(({ id }) => id);
  for (let start = 0; start < children.length; start += AT_A_TIME) {
    await inTurn(services, async (em) => {
      const portion = children.slice(start, start + AT_A_TIME);
      const again = { em, services, now: services.clock(), posts: true };
      await alertOfNews(again, portion);
      await refreshPicture(em, services, await keepInView(again, portion));
    });
  }
}

/** Does so once for each version of the directory that it meets, the first time whichever that is: a process may have ended half way. */
export function directoryFollower(services: IngestServices): () => Promise<void> {
  let followed: number | null = null;
  return async () => {
    await services.refreshDirectory();
    const { version } = services.directory();
    if (version !== followed) {
      await moveByDirectory(services);
      followed = version;
    }
  };
}
