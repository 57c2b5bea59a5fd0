import { SIGNATURE } from './inbox/inbox-entries.ts';
import { textBeside } from './text-beside.ts';

/** The signature that lies beside a file under its name and `.jws`; null where none does. */
export async function signatureBeside(file: string): Promise<string | null> {
  return textBeside(`${file}${SIGNATURE}`);
}
