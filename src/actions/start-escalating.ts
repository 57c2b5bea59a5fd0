import { escalateDue, type EscalatingServices } from './escalate-due.ts';

/** What the watch needs besides. */
export interface WatchServices extends EscalatingServices {
  /** Puts what waits before those who stand where it goes by the directory in force, where that is another than the last time. */
  readonly followDirectory: () => Promise<void>;
}

/** A watch in the background. */
export interface Escalating {
  /** Ends after the look under way. */
  stop(): Promise<void>;
}

/**
 * Looks at once, as a hub that slept has something to catch up with, then whenever the next answer is due and at every interval.
 * No answer is due sooner than a minute after its alert, so that within a minute one raised meanwhile, here or in another hub, is met in time.
 */
export function startEscalating(services: WatchServices, { intervalMs }: { readonly intervalMs: number }): Escalating {
  const watch = new Watch(services, intervalMs);
  watch.look();
  return { stop: () => watch.stop() };
}

class Watch {
  readonly #services: WatchServices;
  readonly #intervalMs: number;
  #timer: NodeJS.Timeout | null = null;
  #underWay: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(services: WatchServices, intervalMs: number) {
    this.#services = services;
    this.#intervalMs = intervalMs;
  }

  look(): void {
    this.#underWay = this.#escalate().then((wait) => {
      if (!this.#stopped) {
        this.#timer = setTimeout(() => {
          this.look();
        }, wait);
      }
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer !== null) {
      clearTimeout(this.#timer);
    }
    await this.#underWay;
  }

  /** A failure is not the end: what is due stays due, and the next look tries again. */
  async #escalate(): Promise<number> {
    try {
      // First: nobody is written down as silent who has left, and whoever stands in their place has it now.
      await this.#follow();
      const next = await escalateDue(this.#services);
      return next === null ? this.#intervalMs : Math.min(this.#intervalMs, Math.max(0, next - this.#services.clock()));
    } catch (error) {
      this.#services.log.error('escalation-failed', {}, error);
      return this.#intervalMs;
    }
  }

  /** What was due is written down all the same. */
  async #follow(): Promise<void> {
    try {
      await this.#services.followDirectory();
    } catch (error) {
      this.#services.log.error('escalation-failed', {}, error);
    }
  }
}
