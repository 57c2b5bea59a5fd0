import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import type { Adapter, AdapterDocument, AdapterFile, Coverage, DraftObservation, Mapped, Refusal, Warning } from '../../src/ingest/adapter-contract.ts';
import { openFiles } from '../../src/ingest/open-files.ts';
import { packFiles } from '../../src/ingest/pack-files.ts';

const FOLDER = join(import.meta.dirname, '../../adapters');

/** The order of every sample whose format does not say when it was extracted. */
export const EXTRACTED = '2026-04-30T06:00:00.000Z';

export interface Sample {
  readonly adapter: Adapter;
  readonly name: string;
  readonly bytes: Buffer;
}

/** The agency that sends every sample. */
const SENDER = 'northmere';
/** Holds what the directory would say of the system that sends the samples; no sample itself. */
const SETTINGS = 'settings.json';

/** What a document gives, as the expected files beside the samples have it. */
export interface Outcome {
  readonly observations: readonly DraftObservation[];
  readonly periods: readonly Mapped['period'][];
  readonly refusals: readonly Refusal[];
  readonly warnings: readonly Warning[];
  readonly coverage: Coverage | null;
}

export async function adapters(): Promise<Adapter[]> {
  const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const found: Adapter[] = [];
  for (const { name } of folders) {
    // One after the other, for two that load one library at once trip jest's loader. Safe: the contract asks of every
    // adapter folder that its front door exports `adapter`.
    found.push(((await import(`../../adapters/${name}/adapter.ts`)) as { adapter: Adapter }).adapter);
  }
  return found;
}

/** The samples of an adapter; a folder among them is a set of files, sent as one archive. */
export async function samplesOf(adapter: Adapter): Promise<Sample[]> {
  const folder = join(FOLDER, adapter.manifest.id, 'samples');
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !name.endsWith('.expected.json') && name !== SETTINGS);
  return Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name);
      const bytes = entry.isDirectory()
        ? await packFiles(readdirSync(path).map((name) => ({ name, bytes: readFileSync(join(path, name)) })))
        : readFileSync(path);
      return { adapter, name: entry.name, bytes };
    }),
  );
}

function settingsOf({ manifest }: Adapter): unknown {
  const file = join(FOLDER, manifest.id, 'samples', SETTINGS);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** The file beside a sample that says what it gives. */
export function expectedFile({ adapter, name }: Sample): string {
  return join(FOLDER, adapter.manifest.id, 'samples', `${parse(name).name}.expected.json`);
}

export function expectedOf(sample: Sample): unknown {
  return JSON.parse(readFileSync(expectedFile(sample), 'utf8'));
}

/** The document as `parse` and `map` get it. */
export function aDocument(adapter: Adapter, files: readonly AdapterFile[]): AdapterDocument {
  const extracted = adapter.manifest.order === 'extractDate' ? EXTRACTED : null;
  return { text: files[0]?.text ?? '', files, agency: SENDER, settings: settingsOf(adapter), extracted, fileName: null };
}

export function readText(adapter: Adapter, text: string): Outcome {
  return readFiles(adapter, [{ name: '', text }]);
}

export function readFiles(adapter: Adapter, files: readonly AdapterFile[]): Outcome {
  const document = aDocument(adapter, files);
  const parsed = adapter.parse(document);
  const mapped = parsed.records.map((record) => adapter.map(record, document));
  return {
    observations: mapped.flatMap(({ observations }) => observations),
    periods: mapped.map(({ period }) => period),
    refusals: [...parsed.refusals, ...mapped.flatMap(({ refusals }) => refusals)],
    warnings: [...parsed.warnings, ...mapped.flatMap(({ warnings }) => warnings)],
    coverage: parsed.coverage,
  };
}

export async function readBytes(adapter: Adapter, bytes: Buffer): Promise<Outcome> {
  const { files, warnings } = await openFiles(bytes, { manifest: adapter.manifest, fileName: null, mostBytes: 100_000_000 });
  const outcome = readFiles(adapter, files);
  return { ...outcome, warnings: [...warnings, ...outcome.warnings] };
}
