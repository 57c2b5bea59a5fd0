import { asWriter } from '../store/database.ts';
import { lookAgain, type Looking } from '../store/jobs/look-again.ts';
import { inTurn } from './in-turn.ts';
import type { IngestServices } from './ingest-services.ts';
import { isAnyUntold, tellPlacing } from './tell-placing.ts';

/**
 * Looks again and again whether an authority that placed a child who is not back is to be told of it by now: since another directory says so,
 * or since what took it back has come.
 */
export function startTellingPlacing(services: IngestServices, { intervalMs }: { readonly intervalMs: number }): Looking {
  return lookAgain({
    async look() {
      await tellOfOpen(services);
      return null;
    },
    failed: (error) => {
      services.log.error('read-failed', {}, error);
    },
    intervalMs,
    atOnce: true,
  });
}

/** One look; nobody waits for its turn where there is nothing to tell. */
export async function tellOfOpen(services: IngestServices): Promise<void> {
  await services.refreshDirectory();
  if (await asWriter(services.database, (em) => isAnyUntold(em, services))) {
    await inTurn(services, (em) => tellPlacing(em, services, null));
  }
}
