import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { Actor } from '../actions/action-services.ts';
import { mendDocument } from '../actions/mend-document.ts';
import { dismissQuarantine, readQuarantine } from '../actions/settle-quarantine.ts';
import { HubError } from '../domain/errors.ts';
import { takeWaiting } from '../ingest/take-waiting.ts';
import { asPerson, viewerOf, type AsPerson } from './as-person.ts';
import { withHub, type CliHub, type CliProcess } from './hub.ts';

/** `homeward quarantine read|dismiss|mend`: what a person does about entries, as one person of the directory. */
export function addSettlingCommands(quarantine: Command, process: CliProcess): void {
  asPerson(quarantine.command('read <id...>').description('say that this person has read entries: for their agency they count as HIGH no more')).action((entries: string[], options: AsPerson) =>
    withHub(process, async (hub) => {
      await readQuarantine(hub.actions, actorOf(hub, options), { key: randomUUID(), entries }, process.now());
      process.print(`${String(entries.length)} entries read.`);
    }),
  );
  asPerson(quarantine.command('dismiss <id...>').description('close entries of which nothing is to be taken'))
    .requiredOption('--reason <text>', 'why; it is kept with them')
    .action((entries: string[], options: AsPerson & { reason: string }) =>
      withHub(process, async (hub) => {
        await dismissQuarantine(hub.actions, actorOf(hub, options), { key: randomUUID(), entries, reason: options.reason }, process.now());
        process.print(`${String(entries.length)} entries dismissed.`);
      }),
    );
  asPerson(quarantine.command('mend <id>').description('send a corrected text in place of what was refused; ends with 1 when it is refused again'))
    .requiredOption('--file <path>', 'the document, or the one record of it, as it should have been')
    .requiredOption('--reason <text>', 'what was mended, and how it is known')
    .action((entry: string, options: AsPerson & { file: string; reason: string }) => withHub(process, (hub) => mend(hub, process, { entry, options })));
}

interface MendAsked {
  readonly entry: string;
  readonly options: AsPerson & { readonly file: string; readonly reason: string };
}

async function mend(hub: CliHub, process: CliProcess, { entry, options }: MendAsked): Promise<void> {
  const actor = actorOf(hub, options);
  const text = await readFile(options.file, 'utf8').catch(() => {
    throw new HubError('BAD_INPUT', 'The file cannot be read.');
  });
  const { documents } = await mendDocument(hub.actions, actor, { key: randomUUID(), entry, text, reason: options.reason }, process.now());
  const outcomes = (await takeWaiting(hub.ingest)).filter(({ id }) => documents.includes(id));
  for (const { id, taken, already, refused } of outcomes) {
    process.print(`${id}: ${String(taken)} taken, ${String(already)} known already, ${String(refused)} refused`);
    if (refused > 0) {
      process.fail();
      process.print('It was refused again: "homeward quarantine list" says where and why.');
    }
  }
  if (outcomes.length === 0) {
    process.print(`${documents.join(', ')} is read by the hub that runs beside this; look at the entry again in a moment.`);
  }
}

/** The person named on the command line, in their role. */
function actorOf(hub: CliHub, options: AsPerson): Actor {
  const viewer = viewerOf(hub, options);
  const person = hub.directory.current().people.get(viewer.person);
  if (person === undefined) {
    throw new HubError('NOT_FOUND', 'The directory has no such person.');
  }
  return { viewer, person };
}
