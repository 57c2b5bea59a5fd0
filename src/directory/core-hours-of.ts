import type { CoreHours } from '../domain/clocks/working-time.ts';
import type { Directory } from './directory.ts';

/** When an agency's service is at work; null: its practice says nothing of it. */
export function coreHoursOf({ agencies }: Directory, agency: string): CoreHours | null {
  return agencies.get(agency)?.practice.figures.coreHours?.value ?? null;
}
