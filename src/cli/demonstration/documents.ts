import { careFiles } from './care-files.ts';
import { policeFiles } from './police-files.ts';

/** One invented file of the demonstration, with the source system that sends it. */
export interface DemonstrationDocument {
  readonly adapter: string;
  readonly system: string;
  /** For formats without a date of their own. */
  readonly extracted: string | null;
  readonly fileName: string;
  readonly text: string;
}

/** The demonstration's files, told as if it were `now` (epoch ms): invented children, ordinary troubles. */
export function demonstrationDocuments(now: number): readonly DemonstrationDocument[] {
  const minute = Math.floor(now / 60_000) * 60_000;
  return [...careFiles(minute), ...policeFiles(minute)];
}
