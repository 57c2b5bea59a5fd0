/** Work in the background that looks for what is due again and again. */
export interface Looking {
  /** Looks no more, and ends after the look under way, which is told. */
  stop(): Promise<void>;
}

/** What is looked for, and how often. */
export interface LookedFor {
  /** One look; answers in how many milliseconds the next is wanted, null: after the interval. */
  readonly look: (stopping: AbortSignal) => Promise<number | null>;
  /** Hears of a look that failed: what is due stays due, and the next look tries again. */
  readonly failed: (error: unknown) => void;
  readonly intervalMs: number;
  /** Whether it looks as soon as it starts, as after a sleep there may be something to catch up with. */
  readonly atOnce: boolean;
}

/** Looks, waits and looks again until it is stopped; never two looks at a time. */
export function lookAgain({ look, failed, intervalMs, atOnce }: LookedFor): Looking {
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> = Promise.resolve();
  const wait = (wanted: number | null): void => {
    if (!stopping.signal.aborted) {
      timer = setTimeout(begin, wanted ?? intervalMs);
    }
  };
  const begin = (): void => {
    underWay = look(stopping.signal)
      .catch((error: unknown) => {
        failed(error);
        return null;
      })
      .then(wait);
  };
  if (atOnce) {
    begin();
  } else {
    wait(null);
  }
  return {
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      await underWay;
    },
  };
}
