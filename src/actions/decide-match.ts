import { matchMatter } from '../domain/decision/decided-pairs.ts';
import type { MatchDecision } from '../domain/decision/decision.ts';
import { childrenShownFor } from '../store/write/picture-store.ts';
import { reviewId } from '../store/write/matching/review-store.ts';
import type { ChildFacts } from '../policy/facts.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { decide } from './decide.ts';
import { checkTexts, requiredText } from './given.ts';
import { seePair, type PairSeen } from './pair-seen.ts';
import { perform, type Scene } from './perform.ts';
import { tellEach } from './tell-each.ts';
import { everyone } from './told.ts';

/** What a coordinator says of two person records, as the client sends it. */
export interface DecideMatch {
  readonly key: string;
  /** Ids of the two records, in either order. */
  readonly first: string;
  readonly second: string;
  /** The revision of their own authority's word. */
  readonly revision: number;
  readonly decision: MatchDecision;
  readonly reason: string;
}

/** What came of it; `review` is the pair, where there is still something to see of it. */
export interface MatchDecided extends Acted {
  readonly review: string;
}

const WAITS = 'Nothing is joined yet: the coordinator of every other authority that answers for one of the records has to decide it too. They have been told.';
const PARTED = 'These records were shown as one child until now. "shownWhileJoined" lists to whom.';
const ASKED = 'Another authority says that a record of a child of yours and one of theirs are of one child. Look at the pair among "matchReview" and decide; until you do nothing is joined.';

/**
 * Says that two records are one child, or two, or takes the word back. One authority alone joins nothing of another's: a JOIN
 * counts once everybody who answers for one of the two has decided it.
 */
export async function decideMatch(services: ActionServices, actor: Actor, input: DecideMatch, now: number): Promise<MatchDecided> {
  checkTexts(input);
  const reason = requiredText(input.reason, 'reason');
  const deed = { action: 'decideMatch', kind: 'DECISION', actor, input, key: input.key, reason: null, now } as const;
  return perform(services, deed, async (scene) => {
    const pair = await seePair(scene, input.first, input.second);
    const { first, second } = pair;
    const before = await areOne(scene, pair);
    const decided = await decide(scene, {
      kind: 'MATCH',
      on: { person: first, childRecords: [first] },
      about: { id: second, records: [second] },
      matter: matchMatter(pair, actor.viewer.agency),
      revision: input.revision,
      payload: { decision: input.decision, reason },
    });
    const after = await areOne(scene, pair);
    const waits = input.decision === 'JOIN' && !after;
    const review = reviewId(first, second);
    if (waits) {
      await askOthers(scene, pair, review);
    }
    return { ...decided, child: pair.own.id, review, warnings: [...(waits ? [WAITS] : []), ...(before && !after ? [PARTED] : [])] };
  });
}

async function areOne({ em }: Scene, { first, second }: PairSeen): Promise<boolean> {
  const shown = await childrenShownFor(em, [first, second]);
  return shown.get(first) === shown.get(second);
}

/** Each other authority is told of its own side alone. */
async function askOthers(scene: Scene, { first, second, children }: PairSeen, about: string): Promise<void> {
  const own = scene.actor.viewer.agency;
  const sides = [first, second].flatMap((child, place) => authoritiesOf(children[place]?.facts).map((agency) => ({ child, agency })));
  for (const { child, agency } of sides.filter((side) => side.agency !== own)) {
    await tellEach(scene, { to: everyone('HUB_COORDINATOR', [agency]), kind: 'MATCH', child, about, text: ASKED });
  }
}

/** Whose coordinators decide of this side; of nobody's child any one it may be of does, and nobody is asked for it. */
function authoritiesOf(facts: Pick<ChildFacts, 'responsible' | 'restricted'> | undefined): readonly string[] {
  return facts?.restricted === 'NO' ? facts.responsible : [];
}
