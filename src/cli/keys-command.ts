import type { Command } from 'commander';
import { HubError } from '../domain/errors.ts';
import { withHub, type CliProcess } from './hub.ts';

/** `homeward keys publish`: what partners need of this hub's keys. */
export function addKeysCommands(program: Command, process: CliProcess): void {
  program
    .command('keys')
    .description("the hub's own keys")
    .command('publish')
    .description('print the public halves of the keys for delivery, as a JWK set with what this hub is called: for the directory of partners, and to verify receipts with')
    .action(() =>
      withHub(process, ({ publishedKeys }) => {
        const keys = publishedKeys();
        if (keys === null) {
          throw new HubError('BAD_INPUT', 'The directory does not say what this hub is called, or there is no key with "use": "delivery": add "hub" to the directory, and the key to HOMEWARD_KEYS.');
        }
        process.print(JSON.stringify(keys, null, 2));
        return Promise.resolve();
      }),
    );
}
