import { execFile } from 'node:child_process';
import path from 'node:path';

const HOOKS = path.join(import.meta.dirname, 'typescript-hooks.mjs');
const MAIN = path.resolve(import.meta.dirname, '../../src/main.ts');

/** What a command said and how it ended. */
export interface CommandResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `homeward` with these words as a process of its own, under these variables of the hub's configuration. */
export function runHomeward(words: readonly string[], variables: Readonly<Record<string, string>>): Promise<CommandResult> {
  const env = { PATH: process.env['PATH'], ...variables };
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', HOOKS, MAIN, ...words], { env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : Number(error !== null), out, err });
    });
  });
}
