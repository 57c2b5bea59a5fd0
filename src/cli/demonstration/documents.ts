import { careFiles } from './care-files.ts';
import type { DemonstrationDocument } from './demonstration-document.ts';
import { policeFiles } from './police-files.ts';

/** The demonstration's files, told as if it were `now` (epoch ms): invented children, ordinary troubles. */
export function demonstrationDocuments(now: number): readonly DemonstrationDocument[] {
  const minute = Math.floor(now / 60_000) * 60_000;
  return [...careFiles(minute), ...policeFiles(minute)];
}
