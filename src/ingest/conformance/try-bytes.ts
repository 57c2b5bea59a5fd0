import { ERRORS, HubError } from '../../domain/errors.ts';
import type { AdapterFile, Refusal } from '../adapter-contract.ts';
import { packFiles } from '../pack-files.ts';
import { refusalOf, WHOLE_DOCUMENT } from '../refused-message.ts';
import { readBytes, readFiles, type Outcome, type Reader } from './read-outcome.ts';
import type { Sample } from './samples.ts';

/** What became of a document: read, refused by the hub at its door, or the adapter failed in a way that names no fault. */
export interface Tried {
  readonly outcome: Outcome;
  readonly failed: boolean;
}

/** Reads bytes as the hub does: what is thrown becomes a refusal. */
export async function tryBytes(reader: Reader, bytes: Buffer): Promise<Tried> {
  try {
    return { outcome: await readBytes(reader, bytes), failed: false };
  } catch (error) {
    return thrown(error);
  }
}

/** Reads text as the hub does once it is decoded. */
export function tryFiles(reader: Reader, files: readonly AdapterFile[]): Tried {
  try {
    return { outcome: readFiles(reader, files), failed: false };
  } catch (error) {
    return thrown(error);
  }
}

/** A sample's own bytes with its text changed; a set is packed again. */
export async function bytesOf({ files }: Pick<Sample, 'files'>, encode: (text: string, at: number) => Buffer): Promise<Buffer> {
  const encoded = files.map(({ name, text }, at) => ({ name, bytes: encode(text, at) }));
  const [first] = encoded;
  return encoded.length === 1 && first?.name === '' ? first.bytes : packFiles(encoded);
}

/** A refusal that tells its sender what is wrong and where. */
export function isTyped({ code, place, reason, remedy }: Refusal): boolean {
  return Object.hasOwn(ERRORS, code) && code !== 'DOCUMENT_UNREADABLE' && code !== 'INTERNAL' && ![place, reason, remedy].includes('');
}

function thrown(error: unknown): Tried {
  const refused = refusalOf(error, WHOLE_DOCUMENT);
  return { outcome: { observations: [], periods: [], refusals: [refused], warnings: [], coverage: null }, failed: !(error instanceof HubError) };
}
