import { appendFileSync } from 'node:fs';

/** How long leaks are looked for; `npm run leaks` sets it for the run, as globals of jest. */
export interface LeakRuns {
  /** Queries asked of both worlds, by all viewers together. */
  readonly runs: number;
  readonly seed: number;
  /** Where figures go, one a line; null: nowhere. */
  readonly figures: string | null;
}

/** What `npm test` does: a hundred queries a viewer and a few more, always the same. */
const USUAL: LeakRuns = { runs: 2_000, seed: 20_251_120, figures: null };

export function leakRuns(): LeakRuns {
  // Set by .scripts/leaks.mjs in this very form.
  const given = Reflect.get(globalThis, 'LEAK_RUNS') as Partial<LeakRuns> | undefined;
  return { ...USUAL, ...given };
}

/** Writes a figure down for whoever asked for them. */
export function tellOf(figure: object): void {
  const { figures } = leakRuns();
  if (figures !== null) {
    appendFileSync(figures, `${JSON.stringify(figure)}\n`);
  }
}
