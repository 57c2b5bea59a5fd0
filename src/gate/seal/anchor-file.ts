import { open, readFile, type FileHandle } from 'node:fs/promises';
import { z } from 'zod';
import { HubError } from '../../domain/errors.ts';
import type { Seal } from './seal-head.ts';

const ANCHORED = z.strictObject({ number: z.int().min(1), head: z.string(), signature: z.string(), kid: z.string(), at: z.string() });
/** More than the longest two lines. */
const TAIL = 4096;

/** A line of an anchor file: the seal it holds, or null where it cannot be read. */
export interface AnchorLine {
  readonly line: number;
  readonly seal: Seal | null;
}

/**
 * Seals kept as lines of a file, best on another machine's storage: whoever could change the database cannot take
 * them back there. Lines are only ever added, each brought to the disk before it counts.
 */
export class AnchorFile {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** Every line; a file that is not there yet has none. */
  async lines(): Promise<readonly AnchorLine[]> {
    return readable(await readFile(this.path, 'utf8').catch(notThere));
  }

  /** The seal of the last line; null where there is none yet. */
  async last(): Promise<Seal | null> {
    const file = await open(this.path, 'r').catch(notThere);
    if (file === '') {
      return null;
    }
    try {
      const last = readable(await tailOf(file)).at(-1);
      if (last?.seal === null) {
        throw new HubError('INTERNAL', 'The last anchor cannot be read.');
      }
      return last?.seal ?? null;
    } finally {
      await file.close();
    }
  }

  /** Adds seals and brings them to the disk. */
  async append(seals: readonly Seal[]): Promise<void> {
    const file = await open(this.path, 'a+', 0o600);
    try {
      const tail = await tailOf(file);
      const text = seals.map(({ number, head, signature, kid, at }) => `${JSON.stringify({ number, head, signature, kid, at })}\n`).join('');
      await file.appendFile(tail === '' || tail.endsWith('\n') ? text : `\n${text}`);
      await file.sync();
    } finally {
      await file.close();
    }
  }
}

async function tailOf(file: FileHandle): Promise<string> {
  const { size } = await file.stat();
  const length = Math.min(size, TAIL);
  const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
  const text = buffer.toString('utf8');
  return length < size ? text.slice(text.indexOf('\n') + 1) : text;
}

/** The lines of a text. One that broke off in writing is none: it ends the text, or begins like the whole line after it. */
function readable(text: string): readonly AnchorLine[] {
  const lines = text.split('\n');
  const brokeOff = (line: string, next: string | undefined): boolean => next === undefined || (next !== line && next.startsWith(line));
  return lines.flatMap((line, place) => (line === '' || brokeOff(line, lines[place + 1]) ? [] : [{ line: place + 1, seal: sealIn(line) }]));
}

function sealIn(text: string): Seal | null {
  try {
    return ANCHORED.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function notThere(error: unknown): '' {
  // `error` is Node's own system error here.
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
    return '';
  }
  throw error;
}
