import { DEEDS } from './patches/deeds.mjs';
import { DOMAIN } from './patches/domain.mjs';
import { POLICY } from './patches/policy.mjs';

/**
 * One-line patches, each of which takes out one rule, mask or check. `find` stands exactly once in `file`; with `replace` in
 * its place at least one of `tests` must go red. `npm run sabotage` tries them all.
 */
export const PATCHES = [...POLICY, ...DEEDS, ...DOMAIN];
