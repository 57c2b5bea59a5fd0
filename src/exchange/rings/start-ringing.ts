import { lookAgain, type Looking } from '../../store/jobs/look-again.ts';
import { ringDuty, type RingingServices } from './ring-duty.ts';

/** Rings at once whoever is to be rung, as alerts came while the hub slept, and looks again after every interval; whatever the number of hubs, each is rung once in effect. */
export function startRinging(services: RingingServices, { intervalMs }: { readonly intervalMs: number }): Looking {
  return lookAgain({
    async look(stopping) {
      await ringDuty(services, stopping);
      return null;
    },
    failed: (error) => {
      services.log.error('rings-failed', {}, error);
    },
    intervalMs,
    atOnce: true,
  });
}
