import type { FaultReport } from './fault-run.ts';
import { POINTS, type Point } from './tapped-database.ts';

const sorted = (values: readonly number[]): number[] => [...values].sort((one, other) => one - other);
const seconds = (milliseconds: number | undefined): string => (milliseconds === undefined ? 'none' : `${(milliseconds / 1000).toFixed(2)} s`);

/** Prints what a run saw; false where anything was lost, swallowed or differs, or the run tried less than it was to try. */
export function tellReport(report: FaultReport, print: (line: string) => void): boolean {
  const { messages, adapters, duplicates, poison, kills, resent, already, rows } = report;
  print(`\nmessages ${String(messages)} of ${String(adapters.length)} adapters (${adapters.join(', ')})`);
  print(`sent twice ${String(duplicates)}, unreadable ${String(poison)}, sent again for want of an answer ${String(resent)}, answered as known ${String(already)}`);
  for (const [point, where] of Object.entries(POINTS)) {
    // The names are those of POINTS.
    print(`  killed ${String(kills.filter((kill) => kill.point === (point as Point)).length).padStart(3)}: ${where}`);
  }
  const recoveries = sorted(kills.flatMap(({ recovery }) => recovery ?? []));
  print(`recoveries ${String(recoveries.length)}, from kill to next taking: median ${seconds(recoveries[Math.floor(recoveries.length / 2)])}, longest ${seconds(recoveries.at(-1))}`);
  const faults = faultsOf(report);
  faults.forEach((fault) => {
    print(fault);
  });
  print(faults.length === 0 ? `equal: ${String(rows)} rows of documents, observations, quarantine, decisions and picture` : 'FAILED');
  return faults.length === 0;
}

/** What is wrong, a sentence each; ids and hashes only, never what rows say. */
export function faultsOf({ unsprung, poison, lost, swallowed, differing }: FaultReport): string[] {
  const first = (keys: readonly string[]): string => `the first: ${keys[0] ?? 'none'}`;
  return [
    ...(unsprung.length === 0 ? [] : [`${String(unsprung.length)} planned kills never sprang (${unsprung.join(', ')}): send more messages, or fewer kills.`]),
    ...(lost.length === 0 ? [] : [`${String(lost.length)} messages were lost, or never read: ${first(lost)}.`]),
    ...(swallowed.length === 0 ? [] : [`Of ${String(poison)} unreadable messages only ${String(poison - swallowed.length)} are in quarantine; ${first(swallowed)}.`]),
    ...differing.map(({ table, keys }) => `${table}: ${String(keys.length)} rows differ from those of a clean run; ${first(keys)}.`),
  ];
}
