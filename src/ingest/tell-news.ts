import { chainMoved } from '../domain/authority/chain-moved.ts';
import { HUB_SYSTEM } from '../domain/record/record.ts';
import { agencyOfAddressee } from '../domain/sharing/audience.ts';
import { CLOCKS_RUN, NEWS_IN_WORDS, TOLD_BY_NAME } from '../domain/workflow/episode-news.ts';
import { answering } from '../policy/answering.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { peopleNamedAs } from '../policy/people-named-as.ts';
import type { Writing } from '../store/database.ts';
import { raiseAlert, type AlertStep } from '../store/write/alert-store.ts';
import { endAsked, markAlerted, markHeard, type NewsOfEpisode, type WaitingNews } from '../store/write/episode-news-store.ts';
import { addNotice } from '../store/write/notice-store.ts';

type Chain = readonly AlertStep[];

/** Who answers for the child now. */
interface Answering {
  readonly facts: ChildFacts;
  /** Of each agency whom it has answer. */
  readonly chains: readonly Chain[];
  /** Epoch milliseconds. */
  readonly at: number;
}

/** The agencies whose duty hears of a child's episodes: whoever answers for the child, or may, and the host. */
export const answeringFor = (facts: ChildFacts): string[] => [...new Set([...answering(facts), ...facts.hosts])];

/** Puts it before all of them, in place of what was told of the episode before; what waited already at a lower risk has waited for its time. */
export async function tellNews(em: Writing, news: NewsOfEpisode, { facts, chains, at }: Answering): Promise<void> {
  await markAlerted(em, news, { by: HUB_SYSTEM, at });
  const raised = chains.map((chain) => chainMoved(chain, at - (news.openSince ?? at), at));
  await raiseNews(em, { ...news, raisedAt: at }, raised);
  await tellByName(em, { ...news, raisedAt: at }, facts);
  await tellClocksRun(em, { ...news, raisedAt: at }, { facts, raised });
}

/** Puts it before the agencies that answer for the child since, and of which nobody has heard of it; those that do no more are asked no longer. */
export async function tellNewlyAnswering(em: Writing, news: NewsOfEpisode, { facts, chains, at }: Answering): Promise<void> {
  const agencies = chains.map(agencyOf);
  const unheard = chains.filter((chain) => !news.heard.includes(agencyOf(chain)));
  const gone = news.asked.filter((agency) => agencies.length > 0 && !agencies.includes(agency));
  if (gone.length > 0) {
    await endAsked(em, { ...news, agencies: gone }, { by: HUB_SYSTEM, at });
  }
  const raisedAt = news.openSince ?? at;
  const raised = unheard.map((chain) => chainMoved(chain, at - raisedAt, at));
  await raiseNews(em, { ...news, raisedAt }, raised);
  await tellClocksRun(em, { ...news, raisedAt: at }, { facts, raised });
}

/** An alert of it for each of these chains. */
export async function raiseNews(em: Writing, { news, child, episode, records, raisedAt }: Pick<WaitingNews, 'news' | 'child' | 'episode' | 'records' | 'raisedAt'>, chains: readonly Chain[]): Promise<void> {
  for (const chain of chains) {
    await raiseAlert(em, { kind: news, child, about: episode, text: NEWS_IN_WORDS[news], chain, raisedAt });
  }
  await markHeard(em, { news, records }, { agencies: chains.map(agencyOf), at: raisedAt });
}

/** The steps of a chain are of one agency. */
const agencyOf = ([first]: Chain): string => agencyOfAddressee(first?.to ?? '');

type Raised = NewsOfEpisode & { readonly raisedAt: number };

/** Who works with the child by name, and the home the child is missing from. Nobody waits for their answer. */
async function tellByName(em: Writing, raised: Raised, facts: ChildFacts): Promise<void> {
  for (const to of [...peopleNamedAs(facts.named, TOLD_BY_NAME[raised.news]), ...facts.providers.map((provider) => `PLACEMENT_PROVIDER:${provider}`)]) {
    await tell(em, raised, { to, kind: raised.news, text: NEWS_IN_WORDS[raised.news] });
  }
}

/** Of a return, as its clocks run from there, the coordinators of these agencies hear too, unless the child is restricted or they are asked at once. */
async function tellClocksRun(em: Writing, news: Raised, { facts, raised }: { readonly facts: ChildFacts; readonly raised: readonly Chain[] }): Promise<void> {
  const asked = raised.flat().flatMap(({ to, from }) => (from === news.raisedAt ? [to] : []));
  const coordinators = news.news === 'CHILD_RETURNED' && facts.restricted === 'NO' ? raised.map((chain) => `HUB_COORDINATOR:${agencyOf(chain)}`) : [];
  for (const to of coordinators.filter((one) => !asked.includes(one))) {
    await tell(em, news, { to, ...CLOCKS_RUN });
  }
}

async function tell(em: Writing, { child, episode, raisedAt }: Raised, { to, ...said }: { readonly to: string; readonly kind: string; readonly text: string }): Promise<void> {
  await addNotice(em, { ...said, to: [to], child, about: episode, visibleFrom: raisedAt, raisedAt });
}
