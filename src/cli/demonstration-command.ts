import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { HubError } from '../domain/errors.ts';
import { demonstrationDirectoryWith } from './demonstration/demonstration-directory.ts';
import type { DemonstrationDocument } from './demonstration/demonstration-document.ts';
import { bytesOf, demonstrationDocuments, USUAL_SIZE } from './demonstration/documents.ts';
import type { CliProcess } from './hub.ts';

interface WriteOptions {
  readonly out: string;
  readonly children: number;
  readonly seed: string;
}

/** What the manifest says of one document. */
interface WrittenDocument extends Pick<DemonstrationDocument, 'adapter' | 'system' | 'refused'> {
  readonly path: string;
  readonly extracted?: string;
}

/** `homeward demonstration`: the invented files, to look at and to try one's own hub with. */
export function addDemonstrationCommands(program: Command, process: CliProcess): void {
  program
    .command('demonstration')
    .description('invented children, as the files that systems send')
    .command('write')
    .description('write the files of every source, with a manifest of which is whose and in which order they came, and the directory they fit')
    .requiredOption('--out <folder>', 'where to; a folder that is not there yet, or empty')
    .option('--children <number>', 'how many children beside those of the README, 1 to 5000', aNumber, USUAL_SIZE.children)
    .option('--seed <text>', 'the same seed at the same minute writes the same bytes; signatures are of this hub’s own keys', USUAL_SIZE.seed)
    .action(async ({ out, children, seed }: WriteOptions) => {
      const keys = await process.senderKeys();
      const documents = demonstrationDocuments(process.now(), { children, seed });
      await emptyFolder(out);
      const entries = [];
      for (const [place, document] of documents.entries()) {
        const entry = await writeDocument(out, document, place);
        const signature = await keys.signatureOf(document.system, await bytesOf(document));
        if (signature !== null) {
          await writeFile(path.join(out, `${entry.path}.jws`), `${signature}\n`);
        }
        entries.push(entry);
      }
      await writeFile(path.join(out, 'directory.yml'), demonstrationDirectoryWith(keys.published));
      await writeFile(path.join(out, 'manifest.json'), `${JSON.stringify({ seed, children, documents: entries }, null, 1)}\n`);
      process.print(`Wrote ${String(documents.length)} documents and manifest.json to ${out}`);
    });
}

function aNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 5000) {
    throw new InvalidArgumentError('Give a whole number from 1 to 5000.');
  }
  return number;
}

/** Files of another time beside these would be taken for some of them. */
async function emptyFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) {
    throw new HubError('BAD_INPUT', 'The folder is not empty. Name one that is, or that is not there yet.');
  }
}

/** A file under its system's folder, a set as a folder of its own; both as `homeward ingest` takes them. */
async function writeDocument(out: string, { adapter, system, extracted, name, isSet, files, refused }: DemonstrationDocument, place: number): Promise<WrittenDocument> {
  const at = path.join(system, `${String(place + 1).padStart(5, '0')}-${name}`);
  await mkdir(path.join(out, isSet ? at : system), { recursive: true });
  for (const { name: file, text } of files) {
    await writeFile(path.join(out, isSet ? path.join(at, file) : at), text);
  }
  return { path: at.split(path.sep).join('/'), adapter, system, ...(extracted === null ? {} : { extracted }), refused };
}
