import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { HubError } from '../domain/errors.ts';
import type { CliProcess } from './hub.ts';

/** Where each is kept below the folder of the schema. */
const FILES = { schema: 'schema.graphql', manifest: path.join('operations', 'manifest.json') } as const;
type Part = keyof typeof FILES;

/** `homeward schema emit`: the GraphQL schema as text and the manifest of promised operations, for partners and for codegen. */
export function addSchemaCommands(program: Command, process: CliProcess, folder: string): void {
  const placeOf = (part: Part): string => path.join(folder, FILES[part]);
  program
    .command('schema')
    .description('the GraphQL schema, and the operations promised to partners')
    .command('emit')
    .description('write schema/schema.graphql and schema/operations/manifest.json, unless a promise to a partner would be broken')
    .option('--check', 'write nothing; fail when a file is not what the code says, or a promise would be broken')
    .option('--break-promises', 'write although a promise would be broken: it was agreed with the partners')
    .action(async ({ check, breakPromises }: { check?: boolean; breakPromises?: boolean }) => {
      const { broken, ...parts } = process.published();
      const last = { schema: await textOf(placeOf('schema')), manifest: await textOf(placeOf('manifest')) };
      refuseBroken(breakPromises === true && check !== true ? [] : broken(last));
      // The parts are those of FILES.
      for (const part of Object.keys(FILES) as Part[]) {
        if (check !== true) {
          await writeFile(placeOf(part), parts[part]);
          process.print(`Wrote ${placeOf(part)}`);
        } else if (last[part] !== parts[part]) {
          throw new HubError('BAD_INPUT', `${placeOf(part)} is not what the code says. Run "npm run schema" and commit what it writes.`);
        }
      }
      if (check === true) {
        process.print('The schema is current, and keeps what was promised.');
      }
    });
}

function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '');
}

function refuseBroken(broken: readonly string[]): void {
  if (broken.length > 0) {
    throw new HubError(
      'BAD_INPUT',
      `Operations that partners rely on would break:\n${broken.map((each) => `- ${each}`).join('\n')}\nAdd a field beside the old one, or register a new operation and agree with the partner when the old one goes; what was agreed is written with --break-promises. (Built before the last change? Then run "npm run build" first.)`,
    );
  }
}
