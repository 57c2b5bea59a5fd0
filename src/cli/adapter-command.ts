import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { Option, type Command } from 'commander';
import { HubError } from '../domain/errors.ts';
import type { Syntax } from '../ingest/adapter-contract.ts';
import { checkAdapter } from '../ingest/conformance/check-adapter.ts';
import { CHECKS } from '../ingest/conformance/checks.ts';
import { reportLines } from '../ingest/conformance/report.ts';
import { loadSubject } from '../ingest/conformance/samples.ts';
import { addAdapterReplay } from './adapter-replay.ts';
import type { AdapterFolder, CliProcess } from './hub.ts';
import { writeAdapter } from './write-adapter.ts';

/** `homeward adapter`: write one, hold it to the contract, and read again what it read before. */
export function addAdapterCommands(program: Command, process: CliProcess): void {
  const adapter = program.command('adapter').description('adapters: what reads the files of each source system');
  addList(adapter, process);
  addNew(adapter, process);
  addCheck(adapter, process);
  addAdapterReplay(adapter, process);
}

function addList(adapter: Command, process: CliProcess): void {
  adapter
    .command('list')
    .description('the adapters this hub has')
    .action(async () => {
      const found = await process.adapters.find();
      [...found.values()].forEach(({ manifest: { id, version, title, syntaxes, files, extract } }) => {
        process.print(`${id.padEnd(22)} ${version.padEnd(4)} ${syntaxes.join(', ')}${files === 'set' ? ' (sets)' : ''}, ${extract}: ${title}`);
      });
    });
}

function addNew(adapter: Command, process: CliProcess): void {
  adapter
    .command('new <id>')
    .description('write the folder of a new adapter, which passes every check as it stands')
    .addOption(new Option('--syntax <syntax>', 'what its files are written in').choices(['csv', 'xml', 'json']).default('csv'))
    .option('--set', 'several files belong together and are sent as one ZIP archive')
    .action((id: string, { syntax, set = false }: { syntax: Syntax; set?: boolean }) => {
      writeAdapter(process.adapters.root, { id, syntax, set }).forEach((file) => {
        process.print(path.relative(process.adapters.root, file));
      });
      process.print(`\nNext:
  1. npm run build && npx homeward adapter check ${id}       it passes as it stands
  2. put an invented file of your system into adapters/${id}/samples, and change payload.ts, parse.ts, map.ts, codes.ts and fields.ts to read it
  3. npm run samples -- ${id}                                writes what it gives now; read every line of it
  4. npm run build && npx homeward adapter check ${id}
  5. name the system in the directory, restart the hub, and send a file: npx homeward ingest ${id} --source <system> <file>`);
    });
}

function addCheck(adapter: Command, process: CliProcess): void {
  adapter
    .command('check <id>')
    .description('hold an adapter to the contract; ends with 1 where it does not')
    .addOption(new Option('--only <check...>', 'these checks alone').choices(CHECKS.map(({ name }) => name)))
    .option('--json', 'the results as JSON')
    .action(async (id: string, { only, json = false }: { only?: string[]; json?: boolean }) => {
      const subject = await loadSubject(placeOf(process.adapters, id));
      const results = await checkAdapter(subject, only ?? null);
      (json ? [JSON.stringify({ adapter: id, results })] : reportLines(id, results)).forEach((line) => {
        process.print(line);
      });
      if (results.some(({ state }) => state === 'FAILED')) {
        process.fail();
      }
    });
}

/** What is checked is what the hub would load; sources that were changed since are not that yet. */
function placeOf({ root, doorOf }: AdapterFolder, id: string): { door: string; samples: string } {
  const folder = path.join(root, 'adapters', id);
  if (!/^[a-z0-9-]+$/.test(id) || !existsSync(path.join(folder, 'adapter.ts'))) {
    throw new HubError('ADAPTER_UNKNOWN', 'There is no such folder in adapters/. See: homeward adapter list; or write one: homeward adapter new <id>.');
  }
  const door = doorOf(id);
  const built = existsSync(door) ? statSync(door).mtimeMs : 0;
  const changed = readdirSync(folder).filter((name) => name.endsWith('.ts')).some((name) => statSync(path.join(folder, name)).mtimeMs > built);
  if (door.endsWith('.js') && changed) {
    throw new HubError('BAD_INPUT', `adapters/${id} was changed since it was built: run npm run build first.`);
  }
  return { door, samples: path.join(folder, 'samples') };
}
