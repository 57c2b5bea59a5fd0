import { inOrder } from '../domain/decision/decided-pairs.ts';
import { HubError } from '../domain/errors.ts';
import { looksLikeId } from '../gate/looks-like-id.ts';
import { abilityOf, readableAttributes } from '../policy/ability.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { mayDo, type ActedOn } from '../policy/may-do.ts';
import { reviewId } from '../store/write/matching/review-store.ts';
import { factsOfChild, factsOfReview, type RowFacts } from '../store/write/read-facts.ts';
import type { Scene } from './perform.ts';

/** Two person records as an actor sees them: the smaller id first, with the children they are shown under. */
export interface PairSeen {
  readonly first: string;
  readonly second: string;
  readonly children: readonly [RowFacts<ChildFacts>, RowFacts<ChildFacts>];
  /** That of the actor's agency; of a pair that is another's alone by now, the first. */
  readonly own: RowFacts<ChildFacts>;
}

/**
 * The pair of these person records, seen and allowed to be acted on: the actor sees both children, or the two as a pair that
 * may be one. Records that are not there, and a pair the actor cannot see, are the same.
 */
export async function seePair(scene: Scene, one: string, other: string): Promise<PairSeen> {
  const pair = inOrder(one.toLowerCase(), other.toLowerCase());
  const children = await childrenOf(scene, pair);
  const sides = children.map(({ facts }) => ({ family: 'Child', facts }) as const);
  const review = await factsOfReview(scene.em, reviewId(pair.first, pair.second), scene.now);
  const shown = review === null ? [] : [{ family: 'MatchReview', facts: review } as const];
  if (!sides.every((side) => isSeen(scene, side)) && !shown.some((row) => isSeen(scene, row))) {
    throw notThere();
  }
  const { viewer } = scene.actor;
  if (![...sides, ...shown].some((row) => mayDo(viewer, scene.action, row))) {
    throw new HubError('FORBIDDEN', 'Your role does not include this here.');
  }
  const own = children.find(({ facts }) => mayDo(viewer, scene.action, { family: 'Child', facts })) ?? children[0];
  return { ...pair, children, own };
}

/** The children the two are shown under. */
async function childrenOf({ em, now }: Scene, { first, second }: { readonly first: string; readonly second: string }): Promise<PairSeen['children']> {
  if (![first, second].every(looksLikeId) || first === second) {
    throw notThere();
  }
  const [one, other] = [await factsOfChild(em, first, now), await factsOfChild(em, second, now)];
  if (one === null || other === null) {
    throw notThere();
  }
  return [one, other];
}

function isSeen({ actor }: Scene, { family, facts }: ActedOn): boolean {
  return readableAttributes(abilityOf(actor.viewer), family, facts).size > 0;
}

function notThere(): HubError {
  return new HubError('NOT_FOUND', 'There are no two records of these ids that you may see.');
}
