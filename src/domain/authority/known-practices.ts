import { BIRMINGHAM } from './practices/birmingham.ts';
import { KENT } from './practices/kent.ts';
import { MOSAIC } from './practices/mosaic.ts';
import { SOMERSET } from './practices/somerset.ts';
import { WEST_SUSSEX } from './practices/west-sussex.ts';
import type { Practice } from './practice.ts';

/** The practices an authority can go by, each read from that authority's own guidance. */
export const PRACTICE_IDS = ['birmingham', 'west-sussex', 'mosaic', 'somerset', 'kent'] as const;
export type PracticeId = (typeof PRACTICE_IDS)[number];

export const PRACTICES: Readonly<Record<PracticeId, Practice>> = {
  birmingham: BIRMINGHAM,
  'west-sussex': WEST_SUSSEX,
  mosaic: MOSAIC,
  somerset: SOMERSET,
  kent: KENT,
};
