import { chainOfRequest, putBefore, watcherOf } from '../directory/ask-for-assessment.ts';
import { HUB_SYSTEM } from '../domain/record/record.ts';
import { settleAlert } from '../store/write/alert-store.ts';
import { openRequests, watchRequest, type OpenRequest } from '../store/write/assessment-request-store.ts';
import { factsOfEpisode } from '../store/write/read-facts.ts';
import { beforeOthers, moves, type LookingAgain } from './before-others.ts';

/** A risk assessment that is asked for of these person records is before those who may know of it now, and in view of the host with whom the child lives. */
export async function moveAssessments(again: LookingAgain, records: readonly string[]): Promise<void> {
  for (const request of await openRequests(again.em, records)) {
    await move(again, request);
  }
}

async function move(again: LookingAgain, request: OpenRequest): Promise<void> {
  const { em, services, now } = again;
  const { id, from } = request;
  const facts = (await factsOfEpisode(em, request.episode, now))?.facts;
  if (facts === undefined) {
    return;
  }
  const directory = services.directory();
  // When each is asked follows from when it was asked for and is due, whatever the time is now.
  const isMoved = moves(request, again) && beforeOthers(request, now, () => [chainOfRequest(directory, { ...request, facts })]) !== null;
  if (isMoved) {
    await settleAlert(em, { about: id }, { by: HUB_SYSTEM, at: now });
    await putBefore(em, directory, { ...request, facts, now });
  } else {
    await watchRequest(em, { id, watcher: watcherOf(from), watches: facts.hosts.includes(from) });
  }
}
