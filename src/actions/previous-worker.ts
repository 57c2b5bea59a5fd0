import { holds } from '../directory/holders-of.ts';
import { agencyOfPerson, personOf } from '../domain/sharing/audience.ts';
import type { KnownReturn } from './known-return.ts';
import type { Scene } from './perform.ts';

const INTERVIEWERS = ['RETURN_WORKER', 'SENIOR_WORKER', 'SOCIAL_WORKER'];

/** Somebody who knows the child, `person@agency`, and whether they interviewed or were only assigned. */
export interface PreviousWorker {
  readonly worker: string;
  readonly interviewed: boolean;
}

/**
 * Who interviewed the child last, else who was assigned before (BHM, WSX: the same worker as before where possible); null where
 * there is nobody, or they left. A host is told of its own service's people alone.
 */
export function previousWorker({ services, actor }: Scene, { interviews, assignments }: KnownReturn, { own, assigned }: { readonly own: boolean; readonly assigned: string }): PreviousWorker | null {
  const isTold = (worker: string): boolean => own || agencyOfPerson(worker) === actor.viewer.agency;
  const held = interviews.flatMap(({ state, interviewer }) => (state === 'COMPLETED' && interviewer !== null && isTold(interviewer) ? [interviewer] : []));
  const before = assignments.map(({ payload }) => payload.worker).filter((worker) => worker !== assigned && isTold(worker));
  const last = held.at(-1) ?? before.at(-1) ?? null;
  const person = last === null ? undefined : services.directory().people.get(personOf(last));
  const isThere = last !== null && person !== undefined && !person.suspended && INTERVIEWERS.some((role) => holds(person, role, agencyOfPerson(last)));
  return isThere ? { worker: last, interviewed: held.length > 0 } : null;
}
