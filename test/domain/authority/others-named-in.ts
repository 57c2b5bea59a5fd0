import type { PracticeId } from '../../../src/domain/authority/known-practices.ts';
import { STATUTORY_CLOCK } from '../../../src/domain/clocks/clock.ts';

/** As each authority's guidance is called, in full and for short. */
const CALLED: Readonly<Record<PracticeId, RegExp>> = {
  birmingham: /Birmingham|\bBHM\b/,
  'west-sussex': /West Sussex|\bWSX\b/,
  mosaic: /Mosaic authority|\bMOS\b/,
  somerset: /Somerset|\bSOM\b/,
  kent: /\bKent\b|\bKNT\b/,
};

/** Which authorities' guidance some words name, but that of one; what is said to be the hub's own default, or stands in the statutory guidance, names nobody's. */
export function othersNamedIn(words: string, own: string): string[] {
  const said = words.replaceAll(STATUTORY_CLOCK.source, '').replaceAll(/Homeward's default, after [^)]*/g, '');
  return Object.entries(CALLED).flatMap(([id, called]) => (id !== own && called.test(said) ? [id] : []));
}
