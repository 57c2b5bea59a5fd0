import type { ChildFacts } from '../policy/facts.ts';
import { peopleNamedAs } from '../policy/people-named-as.ts';
import { everyone } from './told.ts';

/**
 * Who decides on sharing, as a notice is addressed: whoever is recorded or allocated; where nobody is, the senior workers
 * and managers of the responsible authority.
 */
export function decisionMakers({ named, responsible }: Pick<ChildFacts, 'named' | 'responsible'>): string[] {
  const people = peopleNamedAs(named, ['DECISION_MAKER']);
  return people.length > 0 ? people : [...everyone('SENIOR_WORKER', responsible), ...everyone('TEAM_MANAGER', responsible)];
}
