import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Adapter, AdapterDocument, AdapterFile } from '../../src/ingest/adapter-contract.ts';
import { readFiles as readWith, sampleDocument, type Outcome, type Reader } from '../../src/ingest/conformance/read-outcome.ts';
import { loadSubject, settingsOf, subjectOf, type AdapterPlace, type Sample, type Subject } from '../../src/ingest/conformance/samples.ts';

export type { Outcome };
export { EXTRACTED } from '../../src/ingest/conformance/read-outcome.ts';

const FOLDER = join(import.meta.dirname, '../../adapters');

/** Every adapter of a folder with its samples, as the suite looks at it. */
export async function subjects(folder = FOLDER): Promise<Subject[]> {
  const ids = readdirSync(folder).filter((id) => existsSync(placeOf(id, folder).door));
  const found: Subject[] = [];
  for (const id of ids) {
    // One after the other: two that load one library at once trip jest's module loader.
    found.push(await loadSubject(placeOf(id, folder)));
  }
  return found;
}

/** The samples of an adapter; a folder among them is a set of files, sent as one archive. */
export async function samplesOf(adapter: Adapter): Promise<readonly Sample[]> {
  return (await subjectOf(adapter, placeOf(adapter.manifest.id))).samples;
}

/** The document as `parse` and `map` get it. */
export function aDocument(adapter: Adapter, files: readonly AdapterFile[]): AdapterDocument {
  return sampleDocument(readerOf(adapter), files);
}

export function readText(adapter: Adapter, text: string): Outcome {
  return readFiles(adapter, [{ name: '', text }]);
}

/** What the files of a set give together. */
export function readFiles(adapter: Adapter, files: readonly AdapterFile[]): Outcome {
  return readWith(readerOf(adapter), files);
}

function readerOf(adapter: Adapter): Reader {
  return { adapter, settings: settingsOf(placeOf(adapter.manifest.id)) };
}

function placeOf(id: string, folder = FOLDER): AdapterPlace {
  return { door: join(folder, id, 'adapter.ts'), samples: join(folder, id, 'samples') };
}
