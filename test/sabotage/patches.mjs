import { ACTIONS } from './patches/actions.mjs';
import { API } from './patches/api.mjs';
import { ASKED } from './patches/asked.mjs';
import { AUTH } from './patches/auth.mjs';
import { CONCERNS } from './patches/concerns.mjs';
import { DEEDS } from './patches/deeds.mjs';
import { DISCLOSED } from './patches/disclosed.mjs';
import { EXCHANGE } from './patches/exchange.mjs';
import { GATE } from './patches/gate.mjs';
import { INTAKE } from './patches/intake.mjs';
import { LIVE } from './patches/live.mjs';
import { LOGS } from './patches/logs.mjs';
import { MATCHING } from './patches/matching.mjs';
import { PARTNERS } from './patches/partners.mjs';
import { PEOPLE } from './patches/people.mjs';
import { POLICY } from './patches/policy.mjs';
import { SHARING } from './patches/sharing.mjs';
import { WALL } from './patches/wall.mjs';
import { WRITTEN } from './patches/written.mjs';

/**
 * One-line patches, each of which takes out one rule, mask or check. `find` stands exactly once in `file`; with `replace` in
 * its place at least one of `tests` must go red. `npm run sabotage` tries them all.
 */
export const PATCHES = [...POLICY, ...ASKED, ...DEEDS, ...SHARING, ...PEOPLE, ...CONCERNS, ...WRITTEN, ...MATCHING, ...GATE, ...DISCLOSED, ...WALL, ...AUTH, ...API, ...LIVE, ...PARTNERS, ...EXCHANGE, ...ACTIONS, ...INTAKE, ...LOGS];
