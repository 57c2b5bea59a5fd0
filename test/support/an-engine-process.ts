import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

const HOOKS = path.join(import.meta.dirname, 'typescript-hooks.mjs');
const SCRIPT = path.join(import.meta.dirname, 'engine-process.ts');

/** Another process on the engine of a folder: what it said so far, and ways to tell it and to wait for its words. */
export class EngineProcess {
  readonly #child: ChildProcess;
  readonly #said: string[] = [];
  readonly ended: Promise<void>;

  constructor(home: string) {
    this.#child = spawn(process.execPath, ['--import', HOOKS, SCRIPT, home], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.ended = new Promise((resolve) => this.#child.once('close', () => { resolve(); }));
    if (this.#child.stdout !== null) {
      createInterface({ input: this.#child.stdout }).on('line', (line) => this.#said.push(line));
    }
  }

  tell(word: 'write' | 'stop' | 'exit'): void {
    this.#child.stdin?.write(`${word}\n`);
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
    let line: string | undefined;
    let over = false;
    void this.ended.then(() => (over = true));
    while ((line = this.#said.find((said) => said.startsWith(word))) === undefined) {
      if (over) {
        throw new TypeError(`the process ended without saying "${word}"`);
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return line;
  }
}
