/** One way of doing the same work; `run` does it once. */
export interface Way {
  readonly name: string;
  run(): Promise<unknown>;
}

/** Seconds of each round, per way. */
export type Rounds = ReadonlyMap<string, readonly number[]>;

/**
 * Runs every way in turn, round after round, so that whatever else the machine does meets all of them alike.
 * `times`: how often each way runs within one round.
 */
export async function sideBySide(ways: readonly Way[], { rounds, times }: { rounds: number; times: number }): Promise<Rounds> {
  const taken = new Map<string, number[]>(ways.map(({ name }) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (const way of ways) {
      const began = process.hrtime.bigint();
      for (let time = 0; time < times; time += 1) {
        await way.run();
      }
      // The first round only warms up.
      if (round >= 0) {
        taken.get(way.name)?.push(Number(process.hrtime.bigint() - began) / 1e9);
      }
    }
  }
  return taken;
}

const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);
const median = (values: readonly number[]): number => sorted(values)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Each way against the first, as a ratio of speeds: 1 is as fast, 0.5 takes twice as long; median and spread over the rounds. */
export function ratios(taken: Rounds, work: { unit: string; perRound: number }): string[] {
  const [first = []] = taken.values();
  return [...taken].map(([name, seconds]) => {
    const each = sorted(seconds.map((second, round) => (first[round] ?? Number.NaN) / second));
    const spread = `${(each[0] ?? Number.NaN).toFixed(2)}-${(each.at(-1) ?? Number.NaN).toFixed(2)}`;
    const rate = Math.round(work.perRound / median(seconds));
    return `${name.padEnd(44)} ratio ${median(each).toFixed(2)} (${spread})   ${String(rate)} ${work.unit}/s`;
  });
}
