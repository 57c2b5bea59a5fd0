import type { Command } from 'commander';
import { asPerson, viewerOf, type AsPerson } from './as-person.ts';
import { inColumns } from './in-columns.ts';
import { withHub, type CliProcess } from './hub.ts';

const SHOWN = ['agency', 'system', 'adapter', 'lastReceivedAt', 'silentSince', 'expectedEveryHours', 'documents', 'waiting', 'quarantined'] as const;
const HEADS: Readonly<Record<(typeof SHOWN)[number], string>> = {
  agency: 'AGENCY',
  system: 'SYSTEM',
  adapter: 'FORMAT',
  lastReceivedAt: 'LAST HEARD',
  silentSince: 'SILENT SINCE',
  expectedEveryHours: 'EVERY (H)',
  documents: 'DOCUMENTS',
  waiting: 'WAITING',
  quarantined: 'QUARANTINED',
};

/** `homeward sources`: who sends, how fresh each is and who has fallen silent, seen as one person of the directory. */
export function addSourcesCommand(program: Command, process: CliProcess): void {
  asPerson(program.command('sources').description('the systems that send: when each was last heard, what waits, what was refused; ends with 1 when one is silent')).action((options: AsPerson) =>
    withHub(process, async (hub) => {
      const rows = await hub.gate.rows(viewerOf(hub, options), {
        root: { name: 'sources' },
        wanted: { Source: SHOWN.map((name) => ({ name, key: name })) },
        operation: { name: 'cli sources', hash: '' },
        now: process.now(),
      });
      if (rows.length === 0) {
        process.print('No source that this person may see.');
        return;
      }
      inColumns([HEADS, ...rows].map((row) => SHOWN.map((field) => text(row[field])))).forEach((line) => {
        process.print(line);
      });
      const silent = rows.filter((row) => row['silentSince'] !== null);
      for (const { system, expectedEveryHours } of silent) {
        process.fail();
        process.print(`${text(system)} should send every ${text(expectedEveryHours)} hours and does not: have whoever runs it look at its export.`);
      }
    }),
  );
}

/** The gate's cells are text and numbers here; nothing is a dash. */
function text(cell: unknown): string {
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '-';
}
