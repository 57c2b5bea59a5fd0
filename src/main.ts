#!/usr/bin/env node
/** Starts the process: the hub, or one command of the operator's. */
import path from 'node:path';
import process from 'node:process';
import { publishSchema } from './api/publish-schema.ts';
import { openSenderKeys, type SenderKeys } from './cli/demonstration/sender-keys.ts';
import type { CliProcess, Publication } from './cli/hub.ts';
import { createProgram } from './cli/program.ts';
import { readyCommands, type TriedCommand } from './cli/ready-commands.ts';
import { adapterDoor, findAdapters, openHub, serveHub } from './compose.ts';
import { checkNode } from './config/check-node.ts';
import { readConfig } from './config/config.ts';
import { PROJECT_ROOT } from './config/project-root.ts';
import { ERRORS, HubError } from './domain/errors.ts';
import type { Hub } from './hub.ts';
import { createLog } from './logging/log.ts';
import { printable } from './logging/printable.ts';
import { readPartnerOperations } from './web/partner-operations.ts';

const clock = (): number => Date.now();
const SCHEMA = path.join(PROJECT_ROOT, 'schema');
const print = (line: string): void => {
  process.stdout.write(`${printable(line)}\n`);
};
const note = (line: string): void => {
  process.stderr.write(`${printable(line)}\n`);
};

/** A command says what became of its work itself, so its log tells only of the hub's own faults. */
function open(quiet: boolean): Promise<Hub> {
  const config = readConfig();
  const log = createLog({ level: quiet && config.logLevel === 'info' ? 'error' : config.logLevel });
  return openHub({ config, log, clock });
}

function senderKeys(): Promise<SenderKeys> {
  const { production, keysFolder } = readConfig();
  return openSenderKeys({ production, folder: keysFolder });
}

async function serve({ demonstration }: { demonstration: boolean }): Promise<void> {
  const hub = await open(false);
  const { port, dataFolder, dataFolderChosen, production } = hub.config;
  const commands = readyCommands({ port, dataFolder: dataFolderChosen ? dataFolder : null });
  try {
    const serving = await serveHub(hub, clock, { demonstration, commands });
    if (hub.config.process === 'jobs') {
      print(`\nHomeward works in the background; whether it is well is told at http://localhost:${String(serving.port)}/health/ready`);
    } else {
      welcome(serving.port, production ? [] : commands);
    }
    await new Promise<void>((stop) => {
      process.once('SIGINT', stop).once('SIGTERM', stop);
    });
    await serving.stop();
  } catch (error) {
    await hub.close();
    throw error;
  }
}

function published(): Publication {
  return publishSchema(readPartnerOperations(path.join(SCHEMA, 'operations')));
}

function welcome(port: number, commands: readonly TriedCommand[]): void {
  const at = `http://localhost:${String(port)}`;
  print(`\nHomeward is ready at ${at}`);
  if (commands.length === 0) {
    return;
  }
  print(`\n  ${at}            what is here\n  ${at}/graphiql   try queries as any of the invented people\n`);
  print('Three commands to try in another terminal:\n');
  for (const { title, command } of commands) {
    print(`  # ${title}\n  ${command}\n`);
  }
  print('Stop with Ctrl+C.');
}

/** Tells whoever called the command that not all went well. */
function failed(): void {
  process.exitCode = 1;
}

/** What went wrong, and what to do about it. */
function fail(error: unknown): void {
  failed();
  if (error instanceof HubError) {
    note(`${error.code}: ${error.message}\n${ERRORS[error.code].remedy}`);
  } else {
    note('INTERNAL: The hub failed.');
    createLog({ level: 'error' }).error('request-failed', { code: 'INTERNAL' }, error);
  }
}

// Whoever reads our answers may stop early, as `head` does: that ends the command and is no fault.
process.stdout.on('error', () => {
  process.exit();
});

const adapters = { root: PROJECT_ROOT, doorOf: adapterDoor, find: findAdapters };
const hands: CliProcess = { open: () => open(true), serve, adapters, senderKeys, published, now: clock, print, fail: failed };
try {
  checkNode(process.versions.node);
  await createProgram(hands, SCHEMA).parseAsync();
} catch (error) {
  fail(error);
}
