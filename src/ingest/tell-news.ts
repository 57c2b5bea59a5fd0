import { HUB_SYSTEM } from '../domain/record/record.ts';
import { CLOCKS_RUN, NEWS_IN_WORDS, TOLD_BY_NAME } from '../domain/workflow/episode-news.ts';
import { answering } from '../policy/answering.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { peopleNamedAs } from '../policy/people-named-as.ts';
import type { Writing } from '../store/database.ts';
import { markAlerted, markHeard, type NewsOfEpisode } from '../store/write/episode-news-store.ts';
import { moveAlert, type Chains, type Elsewhere } from '../store/write/move-alert.ts';
import { addNotice } from '../store/write/notice-store.ts';
import { agencyOf, type Moved } from './before-others.ts';

/** Of whom it is, and when. */
interface At {
  readonly facts: ChildFacts;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** The agencies whose duty hears of a child's episodes: whoever answers for the child, or may, and the host. */
export const answeringFor = (facts: ChildFacts): string[] => [...new Set([...answering(facts), ...facts.hosts])];

/** Puts it before all of them, in place of what was told of the episode before; what waited already at a lower risk has waited for its time. */
export async function tellNews(em: Writing, news: NewsOfEpisode, { facts, chains, at }: At & { readonly chains: Chains }): Promise<void> {
  await markAlerted(em, news, { by: HUB_SYSTEM, at });
  const told = { ...news, raisedAt: at };
  const raised = await raiseNews(em, told, { ended: [], chains, passed: at - (news.openSince ?? at), now: at });
  await tellByName(em, told, facts);
  await tellClocksRun(em, told, { facts, raised });
}

/** Puts it before others: those who have heard nothing of it yet learn that the clocks of a return run. */
export async function tellOthers(em: Writing, news: NewsOfEpisode, { moved, facts, at }: At & { readonly moved: Moved }): Promise<void> {
  const raisedAt = news.openSince ?? at;
  const raised = await raiseNews(em, { ...news, raisedAt }, { ...moved, passed: at - raisedAt, now: at });
  await tellClocksRun(em, { ...news, raisedAt: at }, { facts, raised: raised.filter((chain) => !news.heard.includes(agencyOf(chain))) });
}

/** An alert of it for each of these chains. */
async function raiseNews(em: Writing, { news: kind, child, episode: about, records, raisedAt }: Raised, elsewhere: Elsewhere): Promise<Chains> {
  const raised = await moveAlert(em, { kind, child, about, text: NEWS_IN_WORDS[kind], raisedAt }, elsewhere);
  await markHeard(em, { news: kind, records }, { agencies: raised.map(agencyOf), at: raisedAt });
  return raised;
}

type Raised = NewsOfEpisode & { readonly raisedAt: number };

/** Who works with the child by name, and the home the child is missing from. Nobody waits for their answer. */
async function tellByName(em: Writing, raised: Raised, facts: ChildFacts): Promise<void> {
  for (const to of [...peopleNamedAs(facts.named, TOLD_BY_NAME[raised.news]), ...facts.providers.map((provider) => `PLACEMENT_PROVIDER:${provider}`)]) {
    await tell(em, raised, { to, kind: raised.news, text: NEWS_IN_WORDS[raised.news] });
  }
}

/** Of a return, as its clocks run from there, the coordinators of these agencies hear too, unless the child is restricted or they are asked at once. */
async function tellClocksRun(em: Writing, news: Raised, { facts, raised }: { readonly facts: ChildFacts; readonly raised: Chains }): Promise<void> {
  const asked = raised.flat().flatMap(({ to, from }) => (from === news.raisedAt ? [to] : []));
  const coordinators = news.news === 'CHILD_RETURNED' && facts.restricted === 'NO' ? raised.map((chain) => `HUB_COORDINATOR:${agencyOf(chain)}`) : [];
  for (const to of coordinators.filter((one) => !asked.includes(one))) {
    await tell(em, news, { to, ...CLOCKS_RUN });
  }
}

async function tell(em: Writing, { child, episode, raisedAt }: Raised, { to, ...said }: { readonly to: string; readonly kind: string; readonly text: string }): Promise<void> {
  await addNotice(em, { ...said, to: [to], child, about: episode, visibleFrom: raisedAt, raisedAt });
}
