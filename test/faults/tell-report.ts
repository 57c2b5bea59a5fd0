import type { FaultReport } from './fault-run.ts';
import { POINTS, type Point } from './tapped-database.ts';

const sorted = (values: readonly number[]): number[] => [...values].sort((one, other) => one - other);
const seconds = (milliseconds: number | undefined): string => (milliseconds === undefined ? 'none' : `${(milliseconds / 1000).toFixed(2)} s`);

/** Prints what a run saw; false where anything was lost, swallowed or differs. Keys only, never what rows say. */
export function tellReport(report: FaultReport, print: (line: string) => void): boolean {
  const { messages, duplicates, poison, kills, resent, already, lost, swallowed, differing, rows } = report;
  print(`\nmessages ${String(messages)}, sent twice ${String(duplicates)}, unreadable ${String(poison)}, sent again for want of an answer ${String(resent)}, answered as known ${String(already)}`);
  for (const [point, where] of Object.entries(POINTS)) {
    // The names are those of POINTS.
    print(`  killed ${String(kills.filter((kill) => kill.point === (point as Point)).length).padStart(3)}: ${where}`);
  }
  const recoveries = sorted(kills.flatMap(({ recovery }) => recovery ?? []));
  print(`recoveries ${String(recoveries.length)}, from kill to next taking: median ${seconds(recoveries[Math.floor(recoveries.length / 2)])}, longest ${seconds(recoveries.at(-1))}`);
  const faults = { 'lost or never read': lost, 'unreadable and not in quarantine': swallowed, 'rows that differ from a clean run': differing };
  for (const [what, keys] of Object.entries(faults)) {
    print(`${what}: ${String(keys.length)}${keys[0] === undefined ? '' : `, the first: ${keys[0]}`}`);
  }
  const fine = lost.length + swallowed.length + differing.length === 0;
  print(fine ? `equal: ${String(rows)} rows of documents, observations, quarantine, decisions and picture` : 'NOT equal');
  return fine;
}
