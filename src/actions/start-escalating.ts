import { lookAgain, type Looking } from '../store/jobs/look-again.ts';
import { escalateDue, type EscalatingServices } from './escalate-due.ts';

/** What the watch needs besides. */
export interface WatchServices extends EscalatingServices {
  /** Puts what waits before those who stand where it goes by the directory in force, where that is another than the last time. */
  readonly followDirectory: () => Promise<void>;
}

/**
 * Looks at once, as a hub that slept has something to catch up with, then whenever the next answer is due and after every interval.
 * No answer is due sooner than a minute after its alert, so that within a minute one raised meanwhile, here or in another hub, is met in time.
 */
export function startEscalating(services: WatchServices, { intervalMs }: { readonly intervalMs: number }): Looking {
  const failed = (error: unknown): void => {
    services.log.error('escalation-failed', {}, error);
  };
  return lookAgain({
    async look() {
      // First: nobody is written down as silent who has left, and whoever stands in their place has it now. What was due is written down all the same.
      await services.followDirectory().catch(failed);
      const next = await escalateDue(services);
      return next === null ? null : Math.min(intervalMs, Math.max(0, next - services.clock()));
    },
    failed,
    intervalMs,
    atOnce: true,
  });
}
