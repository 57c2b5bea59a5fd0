import { unlessAnotherIs } from '../store/write/as-only-one.ts';
import { alertLate, type LateServices } from './alert-late.ts';
import type { Escalating } from './start-escalating.ts';

/** Looks at once, as clocks ran out while the hub slept, and then at every interval; of several processes one at a time. What was alerted is marked, so that whoever is killed is followed by another. */
export function startAlertingLate(services: LateServices, { intervalMs }: { readonly intervalMs: number }): Escalating {
  let looking = look(services);
  const timer = setInterval(() => {
    looking = looking.then(() => look(services));
  }, intervalMs);
  return {
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };
}

/** A failure is not the end: what is late stays late, and the next look tells of it. */
async function look(services: LateServices): Promise<void> {
  try {
    await unlessAnotherIs(services.database, 'LATE', () => alertLate(services));
  } catch (error) {
    services.log.error('late-failed', {}, error);
  }
}
