import { answerChain } from '../directory/answer-chain.ts';
import type { Directory } from '../directory/directory.ts';
import type { Risk } from '../domain/observation/observation.ts';
import { HUB_SYSTEM } from '../domain/record/record.ts';
import { agencyOfPerson } from '../domain/sharing/audience.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { peopleNamedAs } from '../policy/people-named-as.ts';
import { whoMayKnow } from '../policy/who-may-know.ts';
import { endAsked, endOutdone, forgetTakenBack, keepFirstHeard, newsOfEpisodes, type NewsOfEpisode } from '../store/write/episode-news-store.ts';
import type { Chains } from '../store/write/move-alert.ts';
import { factsOfEpisode } from '../store/write/read-facts.ts';
import { agencyOf, beforeOthers, type LookingAgain } from './before-others.ts';
import { answeringFor, tellNews, tellOthers } from './tell-news.ts';

/**
 * That a child is missing, located or back comes before the duty of whoever answers for the child and of the authority they
 * are placed in, until a named person says that they know: whichever document or person it came from, in the transaction that
 * shows it, and once an episode however often it is told, unless it becomes graver or another agency answers for the child. What
 * waits already moves where it changed who may know, and ends where it is taken back or more is known.
 */
export async function alertOfNews(again: LookingAgain, children: readonly string[]): Promise<void> {
  const { em, services, now } = again;
  await forgetTakenBack(em, children, { by: HUB_SYSTEM, at: now });
  await keepFirstHeard(em, children, now);
  await endOutdone(em, children, { by: HUB_SYSTEM, at: now });
  for (const news of await newsOfEpisodes(em, children, now)) {
    const facts = (await factsOfEpisode(em, news.episode, now))?.facts;
    if (facts !== undefined) {
      const chainsAt = (from: number): Chains => chainsOf(services.directory(), { facts, risk: news.risk, from });
      await (news.isNew ? tell : move)(again, news, { facts, chainsAt });
    }
  }
}

interface ForWhom {
  readonly facts: ChildFacts;
  readonly risk: Risk | null;
  readonly from: number;
}

/**
 * Of each authority that answers for the child, or may, and of the host; of a restricted child those alone who may see them, by
 * name, and where these have nobody, whoever is let in elsewhere and the forces that keep a missing child in view.
 */
function chainsOf(directory: Directory, { facts, risk, from }: ForWhom): Chains {
  const may = whoMayKnow(facts);
  const of = (agencies: readonly string[]): Chains =>
    [...new Set(agencies)].map((agency) => answerChain(directory, { agency, matter: 'OTHER', risk, raisedAt: from }, may)).filter((chain) => chain.length > 0);
  const chains = of(answeringFor(facts));
  return chains.length > 0 || may === null ? chains : of([...peopleNamedAs(facts.named, ['ADMITTED']).map(agencyOfPerson), ...facts.forces]);
}

interface Asked {
  readonly facts: ChildFacts;
  readonly chainsAt: (from: number) => Chains;
}

async function tell({ em, now: at }: LookingAgain, news: NewsOfEpisode, { facts, chainsAt }: Asked): Promise<void> {
  const chains = chainsAt(at);
  // Of a child whom nobody is let in to it is told once somebody is: who may name them is asked meanwhile.
  if (chains.length > 0 || facts.restricted === 'NO') {
    await tellNews(em, news, { facts, chains, at });
  }
}

/** Whoever answers for the child since and has not heard of it is told; those who do no more are asked no longer. */
async function move(again: LookingAgain, news: NewsOfEpisode, { facts, chainsAt }: Asked): Promise<void> {
  const { em, now: at } = again;
  const agencies = chainsAt(at).map(agencyOf);
  const moved = beforeOthers({ ...news, answeredAt: news.heard }, again, chainsAt);
  if (moved !== null) {
    await tellOthers(em, news, { moved, facts, at });
  }
  const gone = news.asked.filter((agency) => agencies.length > 0 && !agencies.includes(agency));
  if (gone.length > 0) {
    await endAsked(em, { ...news, agencies: gone }, { by: HUB_SYSTEM, at });
  }
}
