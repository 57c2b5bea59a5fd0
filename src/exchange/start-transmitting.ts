import { workTransmissions, type Working } from '../store/jobs/work-jobs.ts';
import { lookAgain, type Looking } from '../store/jobs/look-again.ts';
import { runTransmission } from './run-transmission.ts';
import { sweepTransmissions, takeUpAnew } from './sweep-transmissions.ts';
import type { TransmittingServices } from './transmitting-services.ts';

/** Our figures: more than some receivers that do not answer can hold up. */
const AT_ONCE = 12;
const POLLING_SECONDS = 1;

/** Sends what is due, and looks at once and after every interval for what was forgotten; stopped, it takes no more and ends once the tries under way are through. */
export function startTransmitting(services: TransmittingServices, { intervalMs }: { readonly intervalMs: number }): Looking {
  const worker = new Worker(services);
  const looking = lookAgain({ look: () => worker.look(), failed: worker.failed, intervalMs, atOnce: true });
  return {
    async stop() {
      await looking.stop();
      await worker.stop();
    },
  };
}

class Worker {
  readonly #services: TransmittingServices;
  #working: Working | null = null;
  #takenUp = false;

  constructor(services: TransmittingServices) {
    this.#services = services;
  }

  async look(): Promise<null> {
    await (this.#takenUp ? undefined : takeUpAnew(this.#services));
    this.#takenUp = true;
    await sweepTransmissions(this.#services);
    this.#working ??= await workTransmissions(this.#services.database, {
      atOnce: AT_ONCE,
      pollingSeconds: POLLING_SECONDS,
      run: (id) => runTransmission(this.#services, id),
      failed: this.failed,
    });
    return null;
  }

  async stop(): Promise<void> {
    await this.#working?.stop();
  }

  readonly failed = (error: unknown): void => {
    this.#services.log.error('jobs-failed', {}, error);
  };
}
