import { answering } from '../policy/answering.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { peopleNamedAs } from '../policy/people-named-as.ts';
import type { Scene } from './perform.ts';
import { everyone } from './told.ts';

/** Those let in to a restricted child, else the managers; where the writer is one of them, the data protection officer, who reads nothing of the child. */
export function managersBut({ actor: { viewer }, services }: Scene, facts: ChildFacts): string[] {
  const admitted = facts.restricted === 'YES' ? peopleNamedAs(facts.named, ['ADMITTED']) : [];
  const self = `${viewer.person}@`;
  const others = admitted.filter((one) => !one.startsWith(self));
  if (admitted.length > 0 && others.length > 0) {
    return others;
  }
  const agencies = answering(facts);
  const isManager = services.directory().people.get(viewer.person)?.roles.some(({ role, agency }) => role === 'TEAM_MANAGER' && agencies.includes(agency)) === true;
  return everyone(isManager || admitted.length > 0 ? 'DATA_PROTECTION_OFFICER' : 'TEAM_MANAGER', agencies);
}
