import { HubError } from '../domain/errors.ts';
import { dateInterval, dateTimeInterval } from '../domain/interval/london-interval.ts';
import type { AdapterManifest } from './adapter-contract.ts';

/**
 * The canonical time a file was extracted, for formats that do not say it themselves; a date is its first instant in
 * London. Formats that order their own messages take none.
 */
export function readExtracted({ order }: AdapterManifest, extracted: string | null, now: number): string | null {
  if (order !== 'extractDate') {
    if (extracted !== null) {
      throw new HubError('BAD_INPUT', 'Files of this format say themselves when they were made: leave "extracted" out.');
    }
    return null;
  }
  if (extracted === null || extracted.trim() === '') {
    throw new HubError('EXTRACTED_REQUIRED', 'Files of this format do not say when they were extracted.');
  }
  const interval = dateTimeInterval(extracted) ?? dateInterval(extracted);
  if (interval === null || interval.from > now) {
    throw new HubError('EXTRACTED_INVALID', 'The extraction time cannot be read, or lies in the future.');
  }
  return new Date(interval.from).toISOString();
}
