import { answerChain } from '../directory/answer-chain.ts';
import type { Directory } from '../directory/directory.ts';
import { chainMoved } from '../domain/authority/chain-moved.ts';
import type { Risk } from '../domain/observation/observation.ts';
import { HUB_SYSTEM } from '../domain/record/record.ts';
import { agencyOfPerson } from '../domain/sharing/audience.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { peopleNamedAs } from '../policy/people-named-as.ts';
import { whoMayKnow } from '../policy/who-may-know.ts';
import type { Writing } from '../store/database.ts';
import { settleAlert, type AlertStep } from '../store/write/alert-store.ts';
import { forgetTakenBack, newsOfEpisodes, waitingNews, type WaitingNews } from '../store/write/episode-news-store.ts';
import { factsOfEpisode } from '../store/write/read-facts.ts';
import { beforeOthers, moves, type LookingAgain } from './before-others.ts';
import type { IngestServices } from './ingest-services.ts';
import { answeringFor, raiseNews, tellNewlyAnswering, tellNews } from './tell-news.ts';

type Services = Pick<IngestServices, 'directory' | 'clock' | 'idKey' | 'log'>;

/**
 * That a child is missing, located or back comes before the duty of whoever answers for the child and of the authority they
 * are placed in, until a named person says that they know: whichever document or person it came from, in the transaction that
 * shows it, and once an episode however often it is told, unless it becomes graver or another agency answers for the child. What waits already moves where a restriction changed who may know, and
 * ends where it is taken back.
 */
export async function alertOfNews(em: Writing, services: Services, children: readonly string[]): Promise<void> {
  const now = services.clock();
  await forgetTakenBack(em, children, { by: HUB_SYSTEM, at: now });
  await moveNews({ em, services, now, posts: false }, children);
  for (const news of await newsOfEpisodes(em, children, now)) {
    const facts = (await factsOfEpisode(em, news.episode, now))?.facts;
    const chains = facts === undefined ? [] : chainsOf(services.directory(), { facts, risk: news.risk, from: now });
    // Of a child whom nobody is let in to it is told once somebody is: who may name them is asked meanwhile.
    if (facts !== undefined && (chains.length > 0 || facts.restricted === 'NO')) {
      await (news.isNew ? tellNews : tellNewlyAnswering)(em, news, { facts, chains, at: now });
    }
  }
}

/** What waits already comes before those who may know of it now. */
export async function moveNews(again: LookingAgain, children: readonly string[]): Promise<void> {
  for (const waiting of await waitingNews(again.em, children)) {
    if (moves(waiting, again)) {
      await move(again, waiting);
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
function chainsOf(directory: Directory, { facts, risk, from }: ForWhom): readonly (readonly AlertStep[])[] {
  const may = whoMayKnow(facts);
  const of = (agencies: readonly string[]): (readonly AlertStep[])[] =>
    [...new Set(agencies)].map((agency) => answerChain(directory, { agency, matter: 'OTHER', risk, raisedAt: from }, may)).filter((chain) => chain.length > 0);
  const chains = of(answeringFor(facts));
  return chains.length > 0 || may === null ? chains : of([...peopleNamedAs(facts.named, ['ADMITTED']).map(agencyOfPerson), ...facts.forces]);
}

async function move({ em, services, now }: LookingAgain, waiting: WaitingNews): Promise<void> {
  const { episode, risk, raisedAt } = waiting;
  const facts = (await factsOfEpisode(em, episode, now))?.facts;
  const chains = facts === undefined ? null : beforeOthers(waiting, now, (from) => chainsOf(services.directory(), { facts, risk, from }));
  // Nobody is let in who could answer: it waits as it is, hidden from everybody, until somebody is.
  if (chains === null || chains.length === 0) {
    return;
  }
  await settleAlert(em, { about: episode, kind: waiting.news }, { by: HUB_SYSTEM, at: now });
  await raiseNews(em, waiting, chains.map((chain) => chainMoved(chain, now - raisedAt, now)));
}
