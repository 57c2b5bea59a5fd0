#!/usr/bin/env node
/** Starts the process: the hub, or one command of the operator's. */
import path from 'node:path';
import process from 'node:process';
import { emitSchema } from './api/build-schema.ts';
import type { CliProcess } from './cli/hub.ts';
import { createProgram } from './cli/program.ts';
import { readyCommands } from './cli/ready-commands.ts';
import { openHub, serveHub, type Hub } from './compose.ts';
import { checkNode } from './config/check-node.ts';
import { readConfig } from './config/config.ts';
import { PROJECT_ROOT } from './config/project-root.ts';
import { ERRORS, HubError } from './domain/errors.ts';
import { createLog } from './logging/log.ts';

const clock = (): number => Date.now();
const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const note = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** A command's log tells only of what goes wrong; the serving hub's tells what its configuration asks for. */
function open(quiet: boolean): Promise<Hub> {
  const config = readConfig();
  const log = createLog({ level: quiet && config.logLevel === 'info' ? 'warn' : config.logLevel });
  return openHub({ config, log, clock });
}

async function serve({ demonstration }: { demonstration: boolean }): Promise<void> {
  const hub = await open(false);
  const { port: wanted } = hub.config;
  try {
    const serving = await serveHub(hub, clock, { demonstration, commands: readyCommands(wanted) });
    welcome(serving.port, hub.config.production);
    await new Promise<void>((stop) => {
      process.once('SIGINT', stop).once('SIGTERM', stop);
    });
    await serving.stop();
  } catch (error) {
    await hub.close();
    throw error;
  }
}

function welcome(port: number, production: boolean): void {
  const at = `http://localhost:${String(port)}`;
  print(`\nHomeward is ready at ${at}`);
  if (production) {
    return;
  }
  print(`\n  ${at}            what is here\n  ${at}/graphiql   try queries as any of the invented people\n`);
  print('Three commands to try in another terminal:\n');
  for (const { title, command } of readyCommands(port)) {
    print(`  # ${title}\n  ${command}\n`);
  }
  print('Stop with Ctrl+C.');
}

/** What went wrong, and what to do about it. */
function fail(error: unknown): void {
  process.exitCode = 1;
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

const hands: CliProcess = { open: () => open(true), serve, emitSchema, now: clock, print, note };
try {
  checkNode(process.versions.node);
  await createProgram(hands, path.join(PROJECT_ROOT, 'schema', 'schema.graphql')).parseAsync();
} catch (error) {
  fail(error);
}
