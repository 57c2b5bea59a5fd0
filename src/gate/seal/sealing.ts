import { setTimeout as sleep } from 'node:timers/promises';
import { HubError } from '../../domain/errors.ts';
import type { Log } from '../../logging/log.ts';
import { anchorSeals, type AnchorParts } from './anchor-seals.ts';
import { sealRows, type SealerParts } from './seal-rows.ts';

export interface SealingParts extends SealerParts, AnchorParts {
  readonly log: Pick<Log, 'error'>;
}

/** A sealer in the background. */
export interface Sealing {
  /** Seals and anchors what waits now, or joins the turn under way. */
  now(): Promise<void>;
  /** Ends after the turn under way. */
  stop(): Promise<void>;
}

/** Storage on another machine that does not answer within this is late, in milliseconds. */
const PATIENCE = 10_000;
/** An alarm that lasts is repeated after this, in milliseconds. */
const REPEAT = 300_000;

/**
 * Seals and anchors at every interval. Nobody waits for it: where sealing or anchoring fails the hub alarms, the rows stay
 * without seal or anchor, and reads about children go on.
 */
export function startSealing(parts: SealingParts, { intervalMs, patienceMs = PATIENCE }: { readonly intervalMs: number; readonly patienceMs?: number }): Sealing {
  const worker = new Sealer(parts, patienceMs);
  const timer = setInterval(() => void worker.turn(), intervalMs);
  return {
    now: () => worker.turn(),
    async stop() {
      clearInterval(timer);
      await worker.turn();
    },
  };
}

type Alarm = 'seal-failed' | 'anchor-late' | 'anchor-differs';

class Sealer {
  readonly #parts: SealingParts;
  readonly #patience: number;
  readonly #alarmed = new Map<Alarm, number>();
  #underWay: Promise<void> | null = null;
  /** Storage that hangs is not asked again until it has answered. */
  #anchoring: Promise<unknown> | null = null;
  /** The first turn looks for everything without a seal, however old. */
  #everything = true;

  constructor(parts: SealingParts, patience: number) {
    this.#parts = parts;
    this.#patience = patience;
  }

  turn(): Promise<void> {
    this.#underWay ??= this.#seal().finally(() => {
      this.#underWay = null;
    });
    return this.#underWay;
  }

  async #seal(): Promise<void> {
    try {
      const sealed = await sealRows(this.#parts, { everything: this.#everything });
      this.#everything &&= sealed === null;
      this.#over('seal-failed');
    } catch (error) {
      this.#alarm('seal-failed', error);
      return;
    }
    await this.#anchor();
  }

  async #anchor(): Promise<void> {
    try {
      this.#anchoring ??= anchorSeals(this.#parts).finally(() => {
        this.#anchoring = null;
      });
      if ((await Promise.race([this.#anchoring, this.#tooLong()])) === 'DIFFERENT') {
        this.#alarm('anchor-differs');
      } else {
        this.#over('anchor-late');
        this.#over('anchor-differs');
      }
    } catch (error) {
      this.#alarm('anchor-late', error);
    }
  }

  async #tooLong(): Promise<never> {
    await sleep(this.#patience, undefined, { ref: false });
    throw new HubError('INTERNAL', 'The anchors did not answer in time.');
  }

  #alarm(alarm: Alarm, error?: unknown): void {
    const now = performance.now();
    if (now - (this.#alarmed.get(alarm) ?? -REPEAT) >= REPEAT) {
      this.#alarmed.set(alarm, now);
      this.#parts.log.error(alarm, {}, error);
    }
  }

  #over(alarm: Alarm): void {
    this.#alarmed.delete(alarm);
  }
}
