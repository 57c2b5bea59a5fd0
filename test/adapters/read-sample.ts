import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Adapter, Coverage, DraftObservation, Mapped, Refusal, Warning } from '../../src/ingest/adapter-contract.ts';
import { decodeDocument } from '../../src/ingest/decode-document.ts';

const FOLDER = join(import.meta.dirname, '../../adapters');

/** The order of every sample whose format does not say when it was extracted. */
export const EXTRACTED = '2026-04-30T06:00:00.000Z';

export interface Sample {
  readonly adapter: Adapter;
  readonly name: string;
  readonly bytes: Buffer;
}

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
  return Promise.all(
    folders.map(async ({ name }) => {
      // Safe: the contract asks of every adapter folder that its front door exports `adapter`.
      const door = (await import(`../../adapters/${name}/adapter.ts`)) as { adapter: Adapter };
      return door.adapter;
    }),
  );
}

export function samplesOf(adapter: Adapter): Sample[] {
  const folder = join(FOLDER, adapter.manifest.id, 'samples');
  return readdirSync(folder)
    .filter((name) => !name.endsWith('.expected.json'))
    .map((name) => ({ adapter, name, bytes: readFileSync(join(folder, name)) }));
}

/** The file beside a sample that says what it gives. */
export function expectedFile({ adapter, name }: Sample): string {
  return join(FOLDER, adapter.manifest.id, 'samples', `${basename(name, `.${adapter.manifest.syntax}`)}.expected.json`);
}

export function expectedOf(sample: Sample): unknown {
  return JSON.parse(readFileSync(expectedFile(sample), 'utf8'));
}

export function readText(adapter: Adapter, text: string): Outcome {
  const document = { text, extracted: adapter.manifest.order === 'extractDate' ? EXTRACTED : null, fileName: null };
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

export function readBytes(adapter: Adapter, bytes: Uint8Array): Outcome {
  const { text, warnings } = decodeDocument(bytes, adapter.manifest.syntax);
  const outcome = readText(adapter, text);
  return { ...outcome, warnings: [...warnings, ...outcome.warnings] };
}
