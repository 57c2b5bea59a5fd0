import { isPlacingUntold } from '../directory/ring-placing.ts';
import { PLACING_UNTOLD } from '../domain/workflow/ring-placing-notice.ts';
import type { ChildFacts } from '../policy/facts.ts';
import type { Scene } from './perform.ts';
import { byDefault, ownPractice } from './practice-for.ts';

/** What whoever says something that cannot wait has to do themselves, where nobody of the authority whose child it is reads this hub. */
export function placingUntold({ services, actor }: Pick<Scene, 'services' | 'actor'>, facts: ChildFacts): string[] {
  const directory = services.directory();
  return isPlacingUntold(directory, facts) ? [byDefault(PLACING_UNTOLD, 'AT_ONCE', ownPractice(directory, actor.viewer.agency))] : [];
}
