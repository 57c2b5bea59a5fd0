import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/** More than any signature or time has; what is longer is neither. */
const LONGEST = 8_000;
/** Windows has neither flag. A pipe must not hold the reader up, and a link leads elsewhere. */
const FLAGS: readonly (number | undefined)[] = [constants.O_NOFOLLOW, constants.O_NONBLOCK];
/** Opens a file that somebody else put there, for reading. */
export const PLAINLY = FLAGS.reduce<number>((all, flag) => all | (flag ?? 0), constants.O_RDONLY);

/** A few words in a plain file beside a document; null where none is. */
export async function textBeside(file: string): Promise<string | null> {
  try {
    const handle = await open(file, PLAINLY);
    try {
      const found = await handle.stat();
      return found.isFile() && found.size <= LONGEST ? (await handle.readFile('utf8')).trim() : null;
    } finally {
      await handle.close();
    }
  } catch {
    // Whoever needs it says what is missing, whatever the reason.
    return null;
  }
}
