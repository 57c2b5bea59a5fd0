import { chainOfRequest, putBefore, reachAuthority, watcherOf } from '../directory/ask-for-assessment.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { askAnother, openRequests, settleRequest, watchRequest, type OpenRequest } from '../store/write/assessment-request-store.ts';
import { derivedId } from '../store/write/derived-id.ts';
import { endAlerts } from '../store/write/move-alert.ts';
import { factsOfEpisode } from '../store/write/read-facts.ts';
import { beforeOthers, type LookingAgain } from './before-others.ts';

/** A risk assessment that is asked for of these person records is asked of the child's own authority, before those of it who may know of it now, and in view of the host with whom the child lives. */
export async function moveAssessments(again: LookingAgain, records: readonly string[]): Promise<void> {
  for (const request of await openRequests(again.em, records)) {
    const facts = (await factsOfEpisode(again.em, request.episode, again.now))?.facts;
    if (facts !== undefined) {
      const isOfAnother = facts.responsible.length > 0 && !facts.responsible.includes(request.to);
      await (isOfAnother ? askInstead : move)(again, request, facts);
    }
  }
}

async function move(again: LookingAgain, request: OpenRequest, facts: ChildFacts): Promise<void> {
  const { em, services, now } = again;
  const { id, from } = request;
  const directory = services.directory();
  // When each is asked follows from when it was asked for and is due, whatever the time is now.
  const moved = beforeOthers(request, again, () => [chainOfRequest(directory, { ...request, facts })]);
  await endAlerts(em, moved?.ended ?? [], now);
  if (moved !== null && moved.chains.length > 0) {
    await putBefore(em, directory, { ...request, facts, now });
  } else {
    await watchRequest(em, { id, watcher: watcherOf(from), watches: facts.hosts.includes(from) });
  }
}

/** The child is of another authority than was asked: the right one is asked instead, as of then and by its own hub too, unless its word is there; and nobody where the host itself is the one. */
async function askInstead({ em, services, now }: LookingAgain, request: OpenRequest, facts: ChildFacts): Promise<void> {
  await settleRequest(em, { id: request.id, outcome: 'NOT_NEEDED', at: now });
  await endAlerts(em, request.alerts, now);
  for (const to of facts.responsible.filter((authority) => authority !== request.from)) {
    const id = derivedId(request.id, to);
    if (await askAnother(em, { of: request.id, id, to, at: now })) {
      // Whoever asked by hand named another authority: to its hub it goes by an agreement alone, or once a person lets it.
      await reachAuthority(em, services.directory(), { ...request, id, to, facts, now, hand: null, isTold: request.told });
    }
  }
}
