import { type ChildProcessByStdio, spawn } from 'node:child_process';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { createInterface } from 'node:readline';

const HOOKS = path.join(import.meta.dirname, 'typescript-hooks.mjs');
const SCRIPT = path.join(import.meta.dirname, 'engine-process.ts');

/** A start may have to wait for others, on a busy machine. */
const PATIENCE = 25_000;

/** Another process on the engine of a folder: what it said so far, and ways to tell it and to wait for its words. */
export class EngineProcess {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #said: string[] = [];
  #over = false;
  readonly ended: Promise<void>;

  constructor(home: string) {
    this.#child = spawn(process.execPath, ['--import', HOOKS, SCRIPT, home], { stdio: ['pipe', 'pipe', 'inherit'] });
    // Its output ends after its last words, the process perhaps before them.
    this.ended = new Promise((resolve) => createInterface({ input: this.#child.stdout })
      .on('line', (line) => this.#said.push(line))
      .once('close', () => {
        this.#over = true;
        resolve();
      }));
  }

  tell(word: 'write' | 'stop' | 'exit'): void {
    this.#child.stdin.write(`${word}\n`);
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }

  /** What followed the word when it was last said; 0 if it never was. */
  last(word: string): number {
    return Number(this.#said.findLast((line) => line.startsWith(word))?.split(' ')[1] ?? 0);
  }

  /** Resolves with the whole line once the process says the word. */
  async says(word: string): Promise<string> {
    const find = (): string | undefined => this.#said.find((line) => line.startsWith(word));
    const deadline = Date.now() + PATIENCE;
    while (find() === undefined && !this.#over && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const line = find();
    if (line === undefined) {
      throw new TypeError(`the process did not say "${word}"`);
    }
    return line;
  }
}
