import { readFile, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { HubError } from '../domain/errors.ts';
import type { CliProcess } from './hub.ts';

/** `homeward schema emit`: the GraphQL schema as text, for partners and for codegen. */
export function addSchemaCommands(program: Command, process: CliProcess, file: string): void {
  program
    .command('schema')
    .description('the GraphQL schema')
    .command('emit')
    .description('write schema/schema.graphql')
    .option('--check', 'write nothing; fail when the file is not what the code says')
    .action(async ({ check }: { check?: boolean }) => {
      const schema = process.emitSchema();
      if (check !== true) {
        await writeFile(file, schema);
        process.print(`Wrote ${file}`);
      } else if ((await readFile(file, 'utf8').catch(() => '')) !== schema) {
        throw new HubError('BAD_INPUT', `${file} is not what the code says. Run "npm run schema" and commit what it writes.`);
      } else {
        process.print('The schema is current.');
      }
    });
}
