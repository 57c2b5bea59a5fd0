import { sweepFolders, type SweepingServices } from './sweep-folders.ts';

/** A sweeper in the background. */
export interface SweepingFolders {
  /** Ends with the folder it is at. */
  stop(): Promise<void>;
}

/** Sweeps the folders of receivers at once, and again at every interval. */
export function startSweepingFolders(services: SweepingServices, { intervalMs }: { readonly intervalMs: number }): SweepingFolders {
  let underWay = sweep(services);
  const timer = setInterval(() => {
    underWay = underWay.then(() => sweep(services));
  }, intervalMs);
  return {
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}

/** A failure is not the end: what is left is found at the next look. */
async function sweep(services: SweepingServices): Promise<void> {
  try {
    await sweepFolders(services);
  } catch (error) {
    services.log.error('sweep-failed', {}, error);
  }
}
