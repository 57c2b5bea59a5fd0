import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { Agency, Directory } from '../directory/directory.ts';
import { loadDirectory } from '../directory/load-directory.ts';
import { HubError } from '../domain/errors.ts';
import { missingSecrets, sendingFaults } from '../exchange/check-sending.ts';
import { moveByDirectory } from '../ingest/follow-directory.ts';
import { refold } from '../ingest/refold.ts';
import { demonstrationDirectory } from './demonstration/demonstration-directory.ts';
import type { SourceSettings } from '../ingest/adapter-contract.ts';
import { describeDuty, explainRings, warnOfDuty } from './describe-duty.ts';
import { describeExchange } from './describe-exchange.ts';
import { describePractice } from './describe-practice.ts';
import { withHub, type CliHub, type CliProcess } from './hub.ts';
import { describeRefolded } from './refold-command.ts';
import { operator } from './operator.ts';

/** `homeward directory`: who the agencies, systems, homes and people are. */
export function addDirectoryCommands(program: Command, process: CliProcess): void {
  const directory = program.command('directory').description('who the agencies, source systems, homes and people are');
  directory
    .command('load <file.yml>')
    .description('check a directory file and put it in force, whole or not at all')
    .action(async (file: string) => {
      const text = await textOf(file);
      await withHub(process, async (hub) => {
        const adapters = [...hub.ingest.adapters.values()].map(({ manifest: { id }, settings }) => ({
          id,
          settingsFault: (said: unknown) => (settings === undefined ? unasked(said) : settings.fault(said)),
        }));
        const { version, changed } = await loadDirectory(hub.database, text, { by: operator(), now: process.now(), adapters, fits: (said) => sendingFaults(said, hub.sending) });
        await hub.directory.refresh();
        process.print(changed ? `Directory version ${String(version)} is in force.` : `Unchanged: version ${String(version)} stays in force.`);
        [...warnOfDuty(hub.directory.current()), ...warnOfSecrets(hub, hub.directory.current())].forEach((line) => {
          process.print(line);
        });
        // Whoever has left answers nothing: that does not wait until everything is folded again.
        await moveByDirectory(hub.ingest);
        // Homes, areas and codes decide who is responsible. An unchanged directory may be one whose load was cut off.
        describeRefolded(await refold(hub.ingest, { apply: true })).forEach((line) => {
          process.print(line);
        });
      });
    });
  directory
    .command('duty')
    .description('who answers for an alert at each agency, role after role, in how many minutes, and what rings them; ends with 1 when nobody could, or the hub lacks a secret to ring them with')
    .action(() =>
      withHub(process, (hub) => {
        const current = hub.directory.current();
        return show(process, [...describeDuty(current), ...explainRings(current)], [...warnOfDuty(current), ...warnOfSecrets(hub, ringing(current))]);
      }),
    );
  directory
    .command('practice')
    .description('the practice rules each authority goes by: every clock and figure, whose it is, its paragraph, and what the hub does where it is silent')
    .option('--authority <id>', 'this authority alone, by its id in the directory')
    .action(({ authority }: { readonly authority?: string }) =>
      withHub(process, (hub) => show(process, authoritiesOf(hub.directory.current(), authority).flatMap(describePractice), [])),
    );
  directory
    .command('exchange')
    .description('with whom the hub exchanges what, over which way and by when; ends with 1 when it lacks a secret for one')
    .action(() => withHub(process, (hub) => show(process, describeExchange(hub.directory.current()), warnOfSecrets(hub, hub.directory.current()))));
  directory
    .command('example')
    .description('print the invented directory of the demonstration, as a start for your own')
    .action(() => {
      process.print(demonstrationDirectory);
    });
}

function authoritiesOf({ agencies }: Directory, only: string | undefined): Agency[] {
  const those = [...agencies.values()].filter(({ id, kind }) => kind === 'AUTHORITY' && (only === undefined || id === only));
  if (only !== undefined && those.length === 0) {
    throw new HubError('BAD_INPUT', 'There is no authority of this id in the directory. Name one as the directory writes it, or none for all of them.');
  }
  return those;
}

/** Prints what there is and what somebody has to see to; the latter ends the command with 1. */
function show(process: CliProcess, lines: readonly string[], warnings: readonly string[]): Promise<void> {
  [...lines, ...warnings].forEach((line) => {
    process.print(line);
  });
  if (warnings.length > 0) {
    process.fail();
  }
  return Promise.resolve();
}

/** The ways alone over which somebody is rung. */
function ringing({ channels, rings }: Directory): Pick<Directory, 'hubs' | 'channels'> {
  return { hubs: new Map(), channels: new Map([...channels].filter(([id]) => rings.some(({ channel }) => channel === id))) };
}

function warnOfSecrets({ secrets }: CliHub, ways: Pick<Directory, 'hubs' | 'channels'>): string[] {
  return missingSecrets(ways, secrets).map((secret) => `There is no key with "use": "webhook" and "kid": "${secret}" in HOMEWARD_KEYS: nothing goes to its partner, and nothing is taken from there, until there is.`);
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new HubError('BAD_INPUT', `The file ${file} cannot be read. Check the path and its permissions.`);
  }
}

function unasked(said: unknown): ReturnType<SourceSettings['fault']> {
  return said === null ? null : { place: '', wrong: 'this adapter takes no settings', mend: 'take them out' };
}
