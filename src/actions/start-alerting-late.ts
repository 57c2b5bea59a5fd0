import { lookAgain, type Looking } from '../store/jobs/look-again.ts';
import { unlessAnotherIs } from '../store/write/as-only-one.ts';
import { alertLate, type LateServices } from './alert-late.ts';

/** Looks at once, as clocks ran out while the hub slept, and then after every interval; of several processes one at a time. What was alerted is marked, so that whoever is killed is followed by another. */
export function startAlertingLate(services: LateServices, { intervalMs }: { readonly intervalMs: number }): Looking {
  return lookAgain({
    async look() {
      await unlessAnotherIs(services.database, 'LATE', () => alertLate(services));
      return null;
    },
    failed: (error) => {
      services.log.error('late-failed', {}, error);
    },
    intervalMs,
    atOnce: true,
  });
}
