import { lookAgain, type Looking } from '../store/jobs/look-again.ts';
import { sweepFolders, type SweepingServices } from './sweep-folders.ts';

/** Sweeps the folders of receivers at once, and again after every interval; stopped, it ends with the sweep under way. */
export function startSweepingFolders(services: SweepingServices, { intervalMs }: { readonly intervalMs: number }): Looking {
  return lookAgain({
    async look() {
      await sweepFolders(services);
      return null;
    },
    failed: (error) => {
      services.log.error('sweep-failed', {}, error);
    },
    intervalMs,
    atOnce: true,
  });
}
