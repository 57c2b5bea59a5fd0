import { stillHolds } from '../directory/still-holds.ts';
import { agencyOfPerson } from '../domain/sharing/audience.ts';
import type { KnownReturn } from './known-return.ts';
import type { Scene } from './perform.ts';

const INTERVIEWERS = ['RETURN_WORKER', 'SENIOR_WORKER', 'SOCIAL_WORKER'] as const;

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
  return last !== null && stillHolds(services.directory(), last, INTERVIEWERS) ? { worker: last, interviewed: held.length > 0 } : null;
}
