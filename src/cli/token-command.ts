import type { Command } from 'commander';
import type { DemonstrationIssuer } from '../auth/demonstration-issuer.ts';
import { HubError } from '../domain/errors.ts';
import { inColumns } from './in-columns.ts';
import { withHub, type CliHub, type CliProcess } from './hub.ts';

/** `homeward token` and `homeward personas`: demonstration tokens; in production there are none. */
export function addTokenCommands(program: Command, process: CliProcess): void {
  program
    .command('token')
    .description('print a demonstration token for an invented person (outside production only)')
    .requiredOption('--as <persona>', 'whose token; see "homeward personas"')
    .action((options: { as: string }) =>
      withHub(process, (hub) => {
        process.print(issuerOf(hub).demonstrationToken(options.as, process.now()));
        return Promise.resolve();
      }),
    );
  program
    .command('personas')
    .description('list the invented people a demonstration token can be had for')
    .action(() =>
      withHub(process, (hub) => {
        const rows = issuerOf(hub)
          .personas()
          .map(({ id, name, roles }) => {
            const held = roles.map(({ role, agency, system }) => `${role}@${agency}${system === null ? '' : ` for ${system}`}`);
            return [id, name, held.join(', ')];
          });
        inColumns(rows).forEach((line) => {
          process.print(line);
        });
        return Promise.resolve();
      }),
    );
}

function issuerOf({ demonstration }: CliHub): DemonstrationIssuer {
  if (demonstration === null) {
    throw new HubError('FORBIDDEN', 'There are no demonstration tokens in production; people come with tokens of your own issuer.');
  }
  return demonstration;
}
