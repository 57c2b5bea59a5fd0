import { packFiles } from '../../ingest/pack-files.ts';
import { bureauFiles } from './bureau-files.ts';
import { careRows } from './care-rows.ts';
import type { DemonstrationDocument } from './demonstration-document.ts';
import { exchangeFiles } from './exchange-files.ts';
import { policeFiles } from './police-files.ts';
import { makeWorld } from './world/make-world.ts';
import type { World } from './world/world.ts';
import { writeWorld } from './world/writers.ts';

/** How many children are invented beside those whose stories are walked through, and by what seed. */
export interface DemonstrationSize {
  readonly children: number;
  readonly seed: string;
}

/** What the hub starts with: a hundred children with some five hundred episodes. */
export const USUAL_SIZE: DemonstrationSize = { children: 100, seed: 'homeward' };

/** The demonstration's files, told as if it were `now` (epoch ms): invented children, ordinary troubles. */
export function demonstrationDocuments(now: number, size: DemonstrationSize = USUAL_SIZE): readonly DemonstrationDocument[] {
  const world = demonstrationWorld(now, size);
  return [...policeFiles(world.now), ...bureauFiles(world.now), ...exchangeFiles(world.now), ...writeWorld(world, careRows(world.now))];
}

/** What is true of the invented children. */
export function demonstrationWorld(now: number, size: DemonstrationSize): World {
  return makeWorld({ ...size, now });
}

/** A document as it is sent. */
export async function bytesOf({ isSet, files }: DemonstrationDocument): Promise<Buffer> {
  const bytes = files.map(({ name, text }) => ({ name, bytes: Buffer.from(text) }));
  return isSet ? packFiles(bytes) : (bytes[0]?.bytes ?? Buffer.alloc(0));
}
