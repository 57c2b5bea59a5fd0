import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** A file as it lies on disk. */
export interface FileToPack {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The same files are the same archive, byte by byte, so that sending them again is known for what it is. */
const NO_TIME = { mtime: new Date(1980, 0, 1), mode: 0o100600, forceDosTimestamp: true };

/** Packs the files of a set into the one archive they are sent as. */
export async function packFiles(files: readonly FileToPack[]): Promise<Buffer> {
  const archive = new ZipFile();
  for (const { name, bytes } of files.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    archive.addBuffer(bytes, name, NO_TIME);
  }
  archive.end();
  return buffer(archive.outputStream);
}
