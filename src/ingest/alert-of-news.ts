import { arePoliceUntold, whoHears } from '../directory/who-hears.ts';
import { HUB_SYSTEM } from '../domain/record/record.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { endAsked, endOutdone, forgetTakenBack, keepFirstHeard, newsOfEpisodes, type NewsOfEpisode } from '../store/write/episode-news-store.ts';
import type { Chains } from '../store/write/move-alert.ts';
import { factsOfEpisodes } from '../store/write/read-facts.ts';
import { agencyOf, beforeOthers, type LookingAgain } from './before-others.ts';
import { frontDoorsTold } from './front-doors-told.ts';
import { tellWhoTellsByHand } from './tell-by-hand.ts';
import { tellNews, tellOthers, type Telling } from './tell-news.ts';
import { tellOfRepeats } from './tell-repeats.ts';

/**
 * That a child is missing, located or back comes before the duty of whoever answers for the child, of the authority they are
 * placed in and of each force involved that does not say so itself, until a named person says that they know: whichever
 * document or person it came from, in the transaction that shows it, and once an episode however often it is told, unless it
 * becomes graver or it is another agency that is to hear of it. What waits already moves where it changed who may know, and
 * ends where it is taken back or more is known.
 */
export async function alertOfNews(again: LookingAgain, children: readonly string[]): Promise<void> {
  const { em, now } = again;
  await forgetTakenBack(em, children, { by: HUB_SYSTEM, at: now });
  await keepFirstHeard(em, children, now);
  await endOutdone(em, children, { by: HUB_SYSTEM, at: now });
  const asked = await whoIsAsked(again, await newsOfEpisodes(em, children, now));
  await tell(again, asked.filter(({ news }) => news.isNew));
  await move(again, asked.filter(({ news }) => !news.isNew));
  for (const { news, facts } of asked) {
    await tellWhoTellsByHand(again, news, facts);
  }
  await tellOfRepeats(again, children, asked);
}

async function whoIsAsked(again: LookingAgain, waiting: readonly NewsOfEpisode[]): Promise<readonly Asked[]> {
  const { em, services, now } = again;
  const rows = waiting.length === 0 ? new Map<string, never>() : await factsOfEpisodes(em, waiting.map(({ episode }) => episode), now);
  const asked: Asked[] = [];
  for (const news of waiting) {
    const facts = rows.get(news.episode)?.facts;
    if (facts !== undefined) {
      const toBeHeard = { facts, risk: news.risk, forcesLeftOut: forcesLeftOut(news, facts) };
      const chainsAt = (from: number): Chains => whoHears(services.directory(), toBeHeard, from);
      asked.push({ news, facts, policeUntold: arePoliceUntold(services.directory(), toBeHeard, chainsAt(now)), frontDoors: await frontDoorsTold(again, news, facts), chainsAt });
    }
  }
  return asked;
}

/** A force knows its own word; and one that comes in once the child is back, and that never heard of the absence, has nobody to look for. */
function forcesLeftOut({ news, isNew, aware, forcesKnow }: NewsOfEpisode, { forces }: ChildFacts): readonly string[] {
  return isNew || news !== 'CHILD_RETURNED' ? forcesKnow : [...forcesKnow, ...forces.filter((force) => !aware.includes(force))];
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
  const moved = asked.flatMap(({ chainsAt, ...told }) => {
    const { news } = told;
    const elsewhere = beforeOthers({ ...news, answeredAt: news.heard }, again, chainsAt);
    return elsewhere === null ? [] : [{ ...told, elsewhere }];
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
