import type { Command } from 'commander';
import { policyTables } from '../policy/policy-tables.ts';
import type { CliProcess } from './hub.ts';

/** `homeward policy print`: who may see and do what, as the hub that is installed here decides it. */
export function addPolicyCommands(program: Command, process: CliProcess): void {
  program
    .command('policy')
    .description('who may see what, and who may do what')
    .command('print')
    .description('print the rules as tables')
    .action(() => {
      policyTables().forEach((line) => {
        process.print(line);
      });
    });
}
