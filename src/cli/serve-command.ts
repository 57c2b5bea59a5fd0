import type { Command } from 'commander';
import type { CliProcess } from './hub.ts';

/** `homeward serve`: the hub itself. */
export function addServeCommand(program: Command, process: CliProcess): void {
  program
    .command('serve')
    .description('start the hub and serve until told to stop (this is what "npm start" runs); HOMEWARD_PROCESS=api or jobs makes it do one half of the work')
    .option('--no-demonstration', 'do not load the invented demonstration into an empty hub')
    .action(({ demonstration }: { demonstration: boolean }) => process.serve({ demonstration }));
}
