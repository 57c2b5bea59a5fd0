import { execFile } from 'node:child_process';
import path from 'node:path';

/** A program of this folder in a process of its own. */
export interface OwnProcess {
  readonly program: 'reading-process' | 'bulk-process';
  readonly words: readonly string[];
  /** Switches of Node's. */
  readonly switches: readonly string[];
  /** The time zone the machine is said to be in. */
  readonly zone: string;
}

/** What it printed; null where it ended in a failure. */
export function inAProcess({ program, words, switches, zone }: OwnProcess): Promise<string | null> {
  const extension = path.extname(import.meta.filename);
  const sources = extension === '.ts' ? ['--experimental-transform-types'] : [];
  const file = path.join(import.meta.dirname, `${program}${extension}`);
  return new Promise((resolve) => {
    const options = { env: { TZ: zone }, maxBuffer: 100_000_000 };
    execFile(process.execPath, [...sources, '--no-warnings', ...switches, file, ...words], options, (error, out) => {
      resolve(error === null ? out : null);
    });
  });
}
