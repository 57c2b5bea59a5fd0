import { FOLD_VERSION } from '../domain/fold/fold-version.ts';
import { asWriter } from '../store/database.ts';
import { isPictureOf } from '../store/write/picture-version-store.ts';
import type { IngestServices } from './ingest-services.ts';
import { unlessAnotherIs } from '../store/write/as-only-one.ts';
import { refold } from './refold.ts';

/** A picture being brought up to date in the background. */
export interface StartedRefolding {
  /** Ends after the portion under way; the rest is made at the next start. */
  stop(): Promise<void>;
}

/**
 * Makes the whole picture again where another version of the fold made it, or another directory, as after an upgrade or a
 * load that was cut off. The hub answers meanwhile from the picture as it was. Where another process makes it, this one only looks
 * again whether it is made.
 */
export function startRefolding(services: IngestServices, { intervalMs }: { readonly intervalMs: number }): StartedRefolding {
  let [stopped, done] = [false, false];
  let underWay: Promise<void> | null = null;
  const work = async (): Promise<void> => {
    try {
      done = (await unlessAnotherIs(services.database, 'REFOLDING', () => refoldIfOlder(services, () => stopped))) ?? false;
    } catch (error) {
      services.log.error('refold-failed', {}, error);
    }
  };
  const begin = (): void => {
    if (!stopped && !done) {
      underWay ??= work().finally(() => {
        underWay = null;
      });
    }
  };
  const timer = setInterval(begin, intervalMs);
  timer.unref();
  begin();
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await underWay;
    },
  };
}

/** Is the picture now made by today's fold and directory? */
async function refoldIfOlder(services: IngestServices, stopped: () => boolean): Promise<boolean> {
  await services.refreshDirectory();
  const by = { fold: FOLD_VERSION, directory: services.directory().version };
  if (!(await asWriter(services.database, (em) => isPictureOf(em, by)))) {
    const { records } = await refold(services, { apply: true, stopped });
    if (stopped()) {
      return false;
    }
    services.log.info('picture-refolded', { records });
  }
  return true;
}
