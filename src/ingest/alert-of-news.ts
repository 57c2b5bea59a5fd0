import { answerChain } from '../directory/answer-chain.ts';
import type { Directory } from '../directory/directory.ts';
import { chainMoved } from '../domain/authority/chain-moved.ts';
import type { Risk } from '../domain/observation/observation.ts';
import { HUB_SYSTEM } from '../domain/record/record.ts';
import { agencyOfPerson } from '../domain/sharing/audience.ts';
import { CLOCKS_RUN, NEWS_IN_WORDS, TOLD_BY_NAME } from '../domain/workflow/episode-news.ts';
import { abilityOf, readableAttributes } from '../policy/ability.ts';
import { answering } from '../policy/answering.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { peopleNamedAs } from '../policy/people-named-as.ts';
import type { Viewer } from '../policy/viewer.ts';
import type { Writing } from '../store/database.ts';
import { raiseAlert, settleAlert, type AlertStep } from '../store/write/alert-store.ts';
import { forgetTakenBack, markAlerted, newsOfEpisodes, waitingNews, type NewsOfEpisode, type WaitingNews } from '../store/write/episode-news-store.ts';
import { addNotice } from '../store/write/notice-store.ts';
import { factsOfEpisode } from '../store/write/read-facts.ts';
import { beforeOthers, moves, type LookingAgain } from './before-others.ts';
import type { IngestServices } from './ingest-services.ts';

type Services = Pick<IngestServices, 'directory' | 'clock' | 'idKey' | 'log'>;

/**
 * That a child is missing, located or back comes before the duty of whoever answers for the child and of the authority they
 * are placed in, until a named person says that they know: whichever document or person it came from, in the transaction that
 * shows it, and once an episode however often it is told. What waits already moves where a restriction changed who may know, and
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
      await markAlerted(em, news, { by: HUB_SYSTEM, at: now });
      await raise(em, { ...news, raisedAt: now }, chains);
      const asked = chains.flat().flatMap(({ to, from }) => (from === now ? [to] : []));
      await tellBeside(em, { ...news, raisedAt: now }, { facts, asked });
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
  const may = facts.restricted === 'NO' ? null : (who: Viewer): boolean => readableAttributes(abilityOf(who), 'Episode', facts).has('status');
  const of = (agencies: readonly string[]): (readonly AlertStep[])[] =>
    [...new Set(agencies)].map((agency) => answerChain(directory, { agency, matter: 'OTHER', risk, raisedAt: from }, may)).filter((chain) => chain.length > 0);
  const chains = of(answeringFor(facts));
  return chains.length > 0 || may === null ? chains : of([...peopleNamedAs(facts.named, ['ADMITTED']).map(agencyOfPerson), ...facts.forces]);
}

const answeringFor = (facts: ChildFacts): string[] => [...new Set([...answering(facts), ...facts.hosts])];

async function raise(em: Writing, { news, child, episode, raisedAt }: Pick<WaitingNews, 'news' | 'child' | 'episode' | 'raisedAt'>, chains: readonly (readonly AlertStep[])[]): Promise<void> {
  for (const chain of chains) {
    await raiseAlert(em, { kind: news, child, about: episode, text: NEWS_IN_WORDS[news], chain, raisedAt });
  }
}

interface ToldBeside {
  readonly facts: ChildFacts;
  /** Who is asked to answer at once. */
  readonly asked: readonly string[];
}

/**
 * Who works with the child by name, and the home the child is missing from; of a return, as its clocks run from there, the
 * coordinators too, unless the child is restricted or they are asked already. Nobody waits for their answer.
 */
async function tellBeside(em: Writing, { news, child, episode, raisedAt }: NewsOfEpisode & { readonly raisedAt: number }, { facts, asked }: ToldBeside): Promise<void> {
  const tell = (to: string, said: { readonly kind: string; readonly text: string }): Promise<string> => addNotice(em, { ...said, to: [to], child, about: episode, visibleFrom: raisedAt, raisedAt });
  for (const to of [...peopleNamedAs(facts.named, TOLD_BY_NAME[news]), ...facts.providers.map((provider) => `PLACEMENT_PROVIDER:${provider}`)]) {
    await tell(to, { kind: news, text: NEWS_IN_WORDS[news] });
  }
  const coordinators = news === 'CHILD_RETURNED' && facts.restricted === 'NO' ? answeringFor(facts).map((agency) => `HUB_COORDINATOR:${agency}`) : [];
  for (const to of coordinators.filter((one) => !asked.includes(one))) {
    await tell(to, CLOCKS_RUN);
  }
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
  await raise(em, waiting, chains.map((chain) => chainMoved(chain, now - raisedAt, now)));
}
