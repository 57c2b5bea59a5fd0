import { workTransmissions, type Working } from '../store/jobs/work-jobs.ts';
import { runTransmission } from './run-transmission.ts';
import { sweepTransmissions, takeUpAnew } from './sweep-transmissions.ts';
import type { TransmittingServices } from './transmitting-services.ts';

/** A worker in the background. */
export interface Transmitting {
  /** Takes no more, and ends once the tries under way are through. */
  stop(): Promise<void>;
}

/** Our figures: more than some receivers that do not answer can hold up. */
const AT_ONCE = 12;
const POLLING_SECONDS = 1;

/** Sends what is due, and looks at once and at every interval for what was forgotten. */
export function startTransmitting(services: TransmittingServices, { intervalMs }: { readonly intervalMs: number }): Transmitting {
  const worker = new Worker(services, intervalMs);
  worker.look();
  return { stop: () => worker.stop() };
}

class Worker {
  readonly #services: TransmittingServices;
  readonly #intervalMs: number;
  #timer: NodeJS.Timeout | null = null;
  #underWay: Promise<void> = Promise.resolve();
  #working: Working | null = null;
  #stopped = false;
  #takenUp = false;

  constructor(services: TransmittingServices, intervalMs: number) {
    this.#services = services;
    this.#intervalMs = intervalMs;
  }

  look(): void {
    this.#underWay = this.#sweep().then(() => {
      if (!this.#stopped) {
        this.#timer = setTimeout(() => {
          this.look();
        }, this.#intervalMs);
      }
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer !== null) {
      clearTimeout(this.#timer);
    }
    await this.#underWay;
    await this.#working?.stop();
  }

  /** A failure is not the end: what is due stays due, and the next look tries again. */
  async #sweep(): Promise<void> {
    try {
      await (this.#takenUp ? undefined : takeUpAnew(this.#services));
      this.#takenUp = true;
      await sweepTransmissions(this.#services);
      this.#working ??= await workTransmissions(this.#services.database, {
        atOnce: AT_ONCE,
        pollingSeconds: POLLING_SECONDS,
        run: (id) => runTransmission(this.#services, id),
        failed: (error) => {
          this.#failed(error);
        },
      });
    } catch (error) {
      this.#failed(error);
    }
  }

  #failed(error: unknown): void {
    this.#services.log.error('jobs-failed', {}, error);
  }
}
