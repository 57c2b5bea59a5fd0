import type { Adapter, AdapterDocument, AdapterFile, DraftObservation, Mapped, Parsed, Refusal, Warning } from '../adapter-contract.ts';
import { openFiles } from '../open-files.ts';

/** What a document gives, as the expected files beside the samples have it. */
export interface Outcome {
  readonly observations: readonly DraftObservation[];
  readonly periods: readonly Mapped['period'][];
  readonly refusals: readonly Refusal[];
  readonly warnings: readonly Warning[];
  readonly coverage: Parsed<unknown>['coverage'];
}

/** An adapter, and the settings that its samples are read with. */
export interface Reader {
  readonly adapter: Adapter;
  readonly settings: unknown;
}

/** The order of every sample whose format does not say when it was extracted. */
export const EXTRACTED = '2026-04-30T06:00:00.000Z';
/** The agency that sends every sample. */
export const SENDER = 'northmere';
/** Larger than any sample, archives unpacked. */
const MOST_BYTES = 100_000_000;

/** The document as `parse` and `map` get it. */
export function sampleDocument({ adapter, settings }: Reader, files: readonly AdapterFile[]): AdapterDocument {
  const extracted = adapter.manifest.order === 'extractDate' ? EXTRACTED : null;
  return { text: files[0]?.text ?? '', files, agency: SENDER, settings, extracted, fileName: null };
}

/** Parses and maps the files of one document. */
export function readFiles(reader: Reader, files: readonly AdapterFile[]): Outcome {
  const document = sampleDocument(reader, files);
  const parsed = reader.adapter.parse(document);
  const mapped = parsed.records.map((record) => reader.adapter.map(record, document));
  return {
    observations: mapped.flatMap(({ observations }) => observations),
    periods: mapped.map(({ period }) => period),
    refusals: [...parsed.refusals, ...mapped.flatMap(({ refusals }) => refusals)],
    warnings: [...parsed.warnings, ...mapped.flatMap(({ warnings }) => warnings)],
    coverage: parsed.coverage,
  };
}

/** Opens, parses and maps the bytes of one document. */
export async function readBytes(reader: Reader, bytes: Buffer): Promise<Outcome> {
  const { files, warnings } = await openFiles(bytes, { manifest: reader.adapter.manifest, fileName: null, mostBytes: MOST_BYTES });
  const outcome = readFiles(reader, files);
  return { ...outcome, warnings: [...warnings, ...outcome.warnings] };
}
