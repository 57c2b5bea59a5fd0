import type { Command } from 'commander';
import { refold, type Refolded } from '../ingest/refold.ts';
import { withHub, type CliProcess } from './hub.ts';

/** `homeward refold`: the whole picture again from its observations, as after an upgrade; what differs is shown first. */
export function addRefoldCommand(program: Command, process: CliProcess): void {
  program
    .command('refold')
    .description('make the whole picture again from what was observed, and show what would differ')
    .option('--apply', 'put the new picture in the place of the old one')
    .action(({ apply = false }: { apply?: boolean }) =>
      withHub(process, async (hub) => {
        const refolded = await refold(hub.ingest, { apply });
        describeRefolded(refolded).forEach((line) => {
          process.print(line);
        });
        if (!apply && differs(refolded)) {
          process.print('Nothing was changed. To change it: homeward refold --apply');
        }
      }),
    );
}

/** What folding again changes, a line for each table of the picture where anything does. */
export function describeRefolded({ records, changes }: Refolded): string[] {
  const lines = [...changes]
    .filter(([, { added, changed, removed }]) => added + changed + removed > 0)
    .map(([table, { added, changed, removed }]) => `  ${table.padEnd(22)} ${String(added)} new, ${String(changed)} changed, ${String(removed)} gone`);
  const folded = `The picture of ${String(records)} person records was folded again`;
  return lines.length === 0 ? [`${folded}: nothing differs.`] : [`${folded}. Rows that differ:`, ...lines];
}

function differs(refolded: Refolded): boolean {
  return describeRefolded(refolded).length > 1;
}
