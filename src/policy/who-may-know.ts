import { abilityOf, readableAttributes } from './ability.ts';
import type { ChildFacts } from './facts.ts';
import type { Viewer } from './viewer.ts';

/** Who may be told of an episode: of a restricted child those alone who read how it stands; null where whoever holds the post may. */
export function whoMayKnow(facts: ChildFacts): ((who: Viewer) => boolean) | null {
  return facts.restricted === 'NO' ? null : (who) => readableAttributes(abilityOf(who), 'Episode', facts).has('status');
}
