import { askForAssessment, assessmentAgreed } from '../directory/ask-for-assessment.ts';
import { carryBetweenHubs } from '../directory/carry-between-hubs.ts';
import { HOUR } from '../domain/interval/durations.ts';
import { HUB_SYSTEM } from '../domain/record/record.ts';
import type { Writing } from '../store/database.ts';
import { settleAlert } from '../store/write/alert-store.ts';
import { missingPlaced, openRequests, settleRequest, toldRequests, type OpenRequest } from '../store/write/assessment-request-store.ts';
import { derivedId } from '../store/write/derived-id.ts';
import { factsOfEpisode } from '../store/write/read-facts.ts';
import type { IngestServices } from './ingest-services.ts';

type Services = Pick<IngestServices, 'directory' | 'clock'>;

/** What was shown anew. */
interface Shown {
  /** Person records. */
  readonly subjects: readonly string[];
  /** Shown ids. */
  readonly children: readonly string[];
}

/**
 * A host asks for the placing authority's risk assessment where the two agreed that the hub does so by itself, whichever document or
 * person said that the child is missing; and what was asked ends once it is answered, or not needed any more.
 */
export async function chaseAssessments(em: Writing, services: Services, { subjects, children }: Shown): Promise<void> {
  const at = services.clock();
  for (const request of await openRequests(em, subjects)) {
    if (request.answered || !request.needed) {
      await settleRequest(em, { id: request.id, outcome: request.answered ? 'ANSWERED' : 'NOT_NEEDED', at });
      await settleAlert(em, { about: request.id }, { by: HUB_SYSTEM, at });
      await answerThere(em, services, request);
    }
  }
  await askAsTold(em, services, subjects);
  if (services.directory().assessments.some(({ automatic }) => automatic)) {
    await askByAgreement(em, services, children);
  }
}

async function askByAgreement(em: Writing, services: Services, children: readonly string[]): Promise<void> {
  const [directory, now] = [services.directory(), services.clock()];
  for (const { episode, host: from, placing: to, risk } of await missingPlaced(em, children, now)) {
    const row = assessmentAgreed(directory, { from, of: to })?.automatic === true ? await factsOfEpisode(em, episode, now) : null;
    if (row !== null && row.facts.hosts.includes(from) && row.facts.responsible.includes(to)) {
      // By the instant too: it may have been asked for before, and not needed then.
      const id = derivedId(episode, from, to, String(now));
      await askForAssessment(em, directory, { id, child: row.child, episode, from, to, by: HUB_SYSTEM, askedAt: now, facts: row.facts, risk, hand: null, told: null });
    }
  }
}

/** What the host's own hub asks of an authority of this one is asked here too, by the time it told; of a child only whom that host has and that authority placed. */
async function askAsTold(em: Writing, services: Services, subjects: readonly string[]): Promise<void> {
  const now = services.clock();
  for (const { episode, from, to, risk, ...told } of await toldRequests(em, subjects)) {
    const row = await factsOfEpisode(em, episode, now);
    if (row !== null && from !== to && row.facts.hosts.includes(from) && row.facts.responsible.includes(to)) {
      const askedAt = Math.min(told.askedAt, now);
      const dueAt = Math.max(told.dueAt, askedAt + HOUR);
      await askForAssessment(em, services.directory(), { id: derivedId(episode, from, to, String(told.askedAt)), child: row.child, episode, from, to, by: HUB_SYSTEM, askedAt, facts: row.facts, risk, hand: null, told: { dueAt, now } });
    }
  }
}

/** The answer goes back to the hub that asked, in the episode, which says the authority's own word on the risk. */
async function answerThere(em: Writing, services: Services, { id, child, episode, from, to, answered, told }: OpenRequest): Promise<void> {
  const at = services.clock();
  const row = answered && told ? await factsOfEpisode(em, episode, at) : null;
  if (row !== null) {
    await carryBetweenHubs(em, services.directory(), { id: derivedId(id, 'answer'), matter: 'EPISODE', from: to, to: from, child, episode, facts: row.facts, hand: null, at });
  }
}
