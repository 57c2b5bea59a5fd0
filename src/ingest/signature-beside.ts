import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { SIGNATURE } from './inbox/inbox-entries.ts';

/** More than any signature has; what is longer is none. */
const LONGEST = 8_000;
/** Windows has neither flag. A pipe must not hold the reader up, and a link leads elsewhere. */
const FLAGS: readonly (number | undefined)[] = [constants.O_NOFOLLOW, constants.O_NONBLOCK];

/** The signature that lies beside a file under its name and `.jws`; null where none does. */
export async function signatureBeside(file: string): Promise<string | null> {
  try {
    const handle = await open(`${file}${SIGNATURE}`, FLAGS.reduce<number>((all, flag) => all | (flag ?? 0), constants.O_RDONLY));
    try {
      const found = await handle.stat();
      return found.isFile() && found.size <= LONGEST ? (await handle.readFile('utf8')).trim() : null;
    } finally {
      await handle.close();
    }
  } catch {
    // A signed document without its signature is refused at the door, whatever the reason.
    return null;
  }
}
