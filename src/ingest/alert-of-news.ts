import { answerChain } from '../directory/answer-chain.ts';
import type { Directory } from '../directory/directory.ts';
import type { Risk } from '../domain/observation/observation.ts';
import { HUB_SYSTEM } from '../domain/record/record.ts';
import { agencyOfPerson } from '../domain/sharing/audience.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { peopleNamedAs } from '../policy/people-named-as.ts';
import { whoMayKnow } from '../policy/who-may-know.ts';
import { endAsked, endOutdone, forgetTakenBack, keepFirstHeard, newsOfEpisodes } from '../store/write/episode-news-store.ts';
import type { Chains } from '../store/write/move-alert.ts';
import { factsOfEpisodes } from '../store/write/read-facts.ts';
import { agencyOf, beforeOthers, type LookingAgain } from './before-others.ts';
import { tellWhoTellsByHand } from './tell-by-hand.ts';
import { answeringFor, tellNews, tellOthers, type Telling } from './tell-news.ts';

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
  const waiting = await newsOfEpisodes(em, children, now);
  const rows = waiting.length === 0 ? new Map<string, never>() : await factsOfEpisodes(em, waiting.map(({ episode }) => episode), now);
  const asked = waiting.flatMap((news) => {
    const facts = rows.get(news.episode)?.facts;
    return facts === undefined ? [] : [{ news, facts, chainsAt: (from: number): Chains => chainsOf(services.directory(), { facts, risk: news.risk, from }) }];
  });
  await tell(again, asked.filter(({ news }) => news.isNew));
  await move(again, asked.filter(({ news }) => !news.isNew));
  for (const { news, facts } of asked) {
    await tellWhoTellsByHand(again, news, facts);
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

interface Asked extends Omit<Telling, 'elsewhere'> {
  readonly chainsAt: (from: number) => Chains;
}

async function tell({ em, now }: LookingAgain, asked: readonly Asked[]): Promise<void> {
  const reached = asked.map((one) => ({ ...one, elsewhere: { ended: [], chains: one.chainsAt(now) } }));
  // Of a child whom nobody is let in to it is told once somebody is: who may name them is asked meanwhile.
  await tellNews(em, reached.filter(({ facts, elsewhere: { chains } }) => chains.length > 0 || facts.restricted === 'NO'), now);
}

/** Whoever answers for the child since and has not heard of it is told; those who do no more are asked no longer. */
async function move(again: LookingAgain, asked: readonly Asked[]): Promise<void> {
  const { em, now } = again;
  const moved = asked.flatMap(({ news, facts, chainsAt }) => {
    const elsewhere = beforeOthers({ ...news, answeredAt: news.heard }, again, chainsAt);
    return elsewhere === null ? [] : [{ news, facts, elsewhere }];
  });
  await tellOthers(em, moved, now);
  for (const { news, chainsAt } of asked) {
    const agencies = chainsAt(now).map(agencyOf);
    const gone = news.asked.filter((agency) => agencies.length > 0 && !agencies.includes(agency));
    if (gone.length > 0) {
      await endAsked(em, { ...news, agencies: gone }, { by: HUB_SYSTEM, at: now });
    }
  }
}
