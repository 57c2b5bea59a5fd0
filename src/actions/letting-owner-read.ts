import { factsToBe, viewersOf } from '../directory/reads-action.ts';
import { abilityOf, readableAttributes } from '../policy/ability.ts';
import type { Writing } from '../store/database.ts';
import { factsOfCaseRecord, factsOfConcern, type ConcernFacts } from '../store/write/read-facts.ts';
import type { Given } from './given.ts';
import { knowsWhoReads } from './knows-who-reads.ts';
import type { Scene } from './perform.ts';

/** Said where an owner reads what they are to do, and not the concern behind it. */
export const READS_THE_WORDS_ALONE = 'Whoever is to do it may not read the concern it comes from: they read these words and nothing else of it.';
/** Said where an owner does not read what they are to do. */
export const KEPT_FROM_OWNER = 'Whoever is to do it may not read the concern it comes from, and reads none of this in the hub: tell them yourself, or say it in words that tell nothing of the concern and send "ownerReads: true" with them.';

/** Words about what somebody is to do, and the concern that comes from. */
export interface OfAConcern {
  readonly owner: string;
  readonly concern: ConcernFacts | null;
  /** Whoever writes them says that the owner may read them. */
  readonly ownerReads: Given<boolean>;
}

interface Letting {
  readonly kept: { readonly keptFromOwner?: true };
  readonly warnings: readonly string[];
}
const NOTHING_TO_SAY: Letting = { kept: {}, warnings: [] };

/**
 * May an owner read the words? Of what comes from a concern that they may not read only where whoever writes them says so, or
 * they read what is done about the child anyway. What a home or a carer is to do is looked through on its way to them.
 */
export function lettingOwnerRead(scene: Scene, { owner, concern, ownerReads }: OfAConcern): Letting {
  const viewers = viewersOf(scene.services.directory(), owner);
  if (concern === null || viewers.every(({ role }) => role === 'PLACEMENT_PROVIDER' || role === 'PARENT')) {
    return NOTHING_TO_SAY;
  }
  const reads = (facts: object, family: 'Concern' | 'CaseAction'): boolean => viewers.some((viewer) => readableAttributes(abilityOf(viewer), family, facts).size > 0);
  const known = knowsWhoReads(scene, owner, concern) ? concern : { ...concern, named: [] };
  const toBe = { ...factsToBe(known, { owner, ofConcern: true, keptFromOwner: false }), tellsNobody: 'NO' };
  // Of whoever reads no action at all it is said anyway, concern or not.
  if (reads(known, 'Concern') || !reads(toBe, 'CaseAction')) {
    return NOTHING_TO_SAY;
  }
  const readsAnyway = reads({ ...toBe, doer: [] }, 'CaseAction');
  return readsAnyway || ownerReads === true ? { kept: {}, warnings: [READS_THE_WORDS_ALONE] } : { kept: { keptFromOwner: true }, warnings: [KEPT_FROM_OWNER] };
}

/** The concern a thing comes from, or the record it comes from does; null where there is none behind it. */
export async function concernBehind(em: Writing, from: string | null, now: number): Promise<ConcernFacts | null> {
  if (from === null) {
    return null;
  }
  const record = await factsOfCaseRecord(em, from, now);
  return (await factsOfConcern(em, record?.concern ?? from, now))?.facts ?? null;
}
