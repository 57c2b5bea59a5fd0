import type { Command } from 'commander';
import { refold } from '../ingest/refold.ts';
import { withHub, type CliProcess } from './hub.ts';

/** `homeward refold`: the whole picture again from its observations, as after an upgrade. */
export function addRefoldCommand(program: Command, process: CliProcess): void {
  program
    .command('refold')
    .description('make the whole picture again from what was observed')
    .action(() =>
      withHub(process, async (hub) => {
        const { records, changed } = await refold(hub.ingest);
        process.print(`The picture of ${String(records)} person records was folded again: ${String(changed)} rows changed.`);
      }),
    );
}
