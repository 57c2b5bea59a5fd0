import { isNamedAs } from '../domain/fold/part-in-child.ts';
import { agencyOfPerson } from '../domain/sharing/audience.ts';
import { answering } from '../policy/answering.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { letIn } from '../policy/let-in.ts';
import { peopleNamedAs } from '../policy/people-named-as.ts';
import type { ReadingRole } from '../policy/viewer.ts';

/** Has somebody a part in a child's care: at one of these agencies, or named round the child in any capacity? */
export function hasPart(person: string, agencies: readonly string[], named: readonly string[]): boolean {
  return agencies.includes(agencyOfPerson(person)) || named.some((entry) => isNamedAs(entry, person));
}

/** Whoever holds a role at these agencies, as a notice names them. */
export function everyone(role: ReadingRole, agencies: readonly string[]): string[] {
  return agencies.map((agency) => `${role}:${agency}`);
}

/**
 * Whom what cannot wait is told: the missing teams of the forces involved and the allocated social worker; where none is
 * allocated the coordinators, so that it never lies unread. Of a restricted child those alone who are named, or the managers.
 */
export function whoActsNow(facts: Pick<ChildFacts, 'restricted' | 'named' | 'forces' | 'responsible' | 'candidates' | 'hosts'>): string[] {
  if (facts.restricted === 'YES') {
    return letIn(facts);
  }
  const allocated = peopleNamedAs(facts.named, ['SOCIAL_WORKER']);
  return [...everyone('POLICE_MISSING_TEAM', facts.forces), ...(allocated.length > 0 ? allocated : everyone('HUB_COORDINATOR', answering(facts)))];
}

/** Whom a home's report of a missing child is told: the coordinators and duty teams that answer for it; of a restricted child those named, or the managers. */
export function whoHearsOfMissing(facts: Pick<ChildFacts, 'restricted' | 'named' | 'responsible' | 'candidates' | 'hosts'>): string[] {
  if (facts.restricted === 'YES') {
    return letIn(facts);
  }
  return (['HUB_COORDINATOR', 'EDT'] as const).flatMap((role) => everyone(role, answering(facts)));
}

/** Whom a report that a child is back is told, as the clocks of the return run from there: the coordinators of the responsible authority and of the host; of a restricted child as of one who is missing. */
export function whoHearsOfReturn(facts: Parameters<typeof whoHearsOfMissing>[0]): string[] {
  return facts.restricted === 'YES' ? whoHearsOfMissing(facts) : everyone('HUB_COORDINATOR', [...answering(facts), ...facts.hosts]);
}
