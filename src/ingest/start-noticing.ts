import { lookAgain, type Looking } from '../store/jobs/look-again.ts';
import { silentSources } from '../store/write/source-listing-store.ts';
import type { IngestServices } from './ingest-services.ts';

/** Says in the log, once for each silence, that a source sends less often than the directory expects; and when it is heard again. */
export function startNoticing(services: IngestServices, { intervalMs }: { readonly intervalMs: number }): Looking {
  const silent = new Map<string, { readonly agency: string; readonly system: string }>();
  return lookAgain({
    async look() {
      await noticeSilence(services, silent);
      return null;
    },
    failed: (error) => {
      services.log.error('read-failed', {}, error);
    },
    intervalMs,
    atOnce: true,
  });
}

/** One look at who is silent; `known` are those already told of. */
export async function noticeSilence({ database, clock, log }: Pick<IngestServices, 'database' | 'clock' | 'log'>, known: Map<string, { readonly agency: string; readonly system: string }>): Promise<void> {
  const now = new Map((await silentSources(database, new Date(clock()))).map((source) => [source.system, source]));
  for (const [system, source] of now) {
    if (!known.has(system)) {
      known.set(system, source);
      log.warn('source-silent', source);
    }
  }
  for (const [system, source] of [...known]) {
    if (!now.has(system)) {
      known.delete(system);
      log.info('source-heard', source);
    }
  }
}
