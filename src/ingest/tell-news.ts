import { authoritiesHearing } from '../directory/who-hears.ts';
import { HUB_SYSTEM } from '../domain/record/record.ts';
import { CLOCKS_RUN, NEWS_IN_WORDS, POLICE_UNTOLD, TOLD_BY_NAME, type EpisodeNews } from '../domain/workflow/episode-news.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { peopleNamedAs } from '../policy/people-named-as.ts';
import type { Writing } from '../store/database.ts';
import { markAlerted, markHeard, type NewsOfEpisode } from '../store/write/episode-news-store.ts';
import { raiseAlerts } from '../store/write/alert-store.ts';
import { chainsMoved, endAlerts, type Chains, type Elsewhere } from '../store/write/move-alert.ts';
import { addNotices, type BriefingNotice } from '../store/write/notice-store.ts';
import { agencyOf } from './before-others.ts';

/** News of an episode as it is put before somebody. */
export interface Telling {
  readonly news: NewsOfEpisode;
  readonly facts: ChildFacts;
  /** A force that has to do with the child has nobody who hears of it here, or there is none. */
  readonly policeUntold: boolean;
  /** The authorities whose front door hears of it beside their duty. */
  readonly frontDoors: readonly string[];
  /** Alerts before whom it is not to come any more, and before whom it comes instead. */
  readonly elsewhere: Pick<Elsewhere, 'ended' | 'chains'>;
}

/** Each with what it is raised as: what waited already has waited for its time. */
interface Raised extends Omit<Telling, 'elsewhere'> {
  readonly chains: Chains;
  readonly raisedAt: number;
}

/** Puts each before all of them, in place of what was told of the episode before; what waited already at a lower risk has waited for its time. */
export async function tellNews(em: Writing, tellings: readonly Telling[], at: number): Promise<void> {
  await markAlerted(em, tellings.map(({ news }) => news), { by: HUB_SYSTEM, at });
  const raised = await raiseNews(em, tellings.map((telling) => ({ ...telling, raisedAt: at })), at);
  await addNotices(em, raised.flatMap((one) => [...byName(one), ...atTheDoor(one), ...clocksRun(one, one.chains, at)]));
}

/** Puts each before others: those who have heard nothing of it yet learn that the clocks of a return run. */
export async function tellOthers(em: Writing, tellings: readonly Telling[], at: number): Promise<void> {
  const raised = await raiseNews(em, tellings.map((telling) => ({ ...telling, raisedAt: telling.news.openSince ?? at })), at);
  await addNotices(em, raised.flatMap((one) => [...atTheDoor(one, one.news.heard), ...clocksRun(one, one.chains.filter((chain) => !one.news.heard.includes(agencyOf(chain))), at)]));
}

/** An alert of each for each of its chains. */
async function raiseNews(em: Writing, tellings: readonly (Telling & Pick<Raised, 'raisedAt'>)[], now: number): Promise<readonly Raised[]> {
  const raised = tellings.map(({ elsewhere: { chains }, ...told }) => ({ ...told, chains: chainsMoved({ chains, passed: now - (told.news.openSince ?? now), now }) }));
  await endAlerts(em, tellings.flatMap(({ elsewhere }) => elsewhere.ended), now);
  await raiseAlerts(em, raised.flatMap(({ news: { news: kind, child, episode: about }, policeUntold, chains, raisedAt }) => chains.map((chain) => ({ kind, child, about, text: inWords(kind, policeUntold), raisedAt, chain }))));
  await markHeard(em, raised.map(({ news: { news, records }, chains, raisedAt: at }) => ({ news, records, agencies: chains.map(agencyOf), at })));
  return raised;
}

const inWords = (kind: EpisodeNews, policeUntold: boolean): string => (policeUntold ? `${NEWS_IN_WORDS[kind]} ${POLICE_UNTOLD}` : NEWS_IN_WORDS[kind]);

/** Who works with the child by name, and the home the child is missing from. Nobody waits for their answer. */
function byName({ news, facts, raisedAt }: Raised): readonly BriefingNotice[] {
  const told = [...peopleNamedAs(facts.named, TOLD_BY_NAME[news.news]), ...facts.providers.map((provider) => `PLACEMENT_PROVIDER:${provider}`)];
  return told.map((to) => noticeOf(news, { to, kind: news.news, text: NEWS_IN_WORDS[news.news], at: raisedAt }));
}

/** The front doors that have not heard of it, unless it comes before them as it comes before the duty. */
function atTheDoor({ news, frontDoors, chains, raisedAt }: Raised, heard: readonly string[] = []): readonly BriefingNotice[] {
  const doors = frontDoors.filter((agency) => !heard.includes(agency)).map((agency) => `FRONT_DOOR:${agency}`);
  return doors.filter((to) => !chains.flat().some((step) => step.to === to)).map((to) => noticeOf(news, { to, kind: news.news, text: NEWS_IN_WORDS[news.news], at: raisedAt }));
}

/** Of a return, as its clocks run from there, the coordinators of these authorities hear too, unless the child is restricted or they are asked at once. */
function clocksRun({ news, facts }: Raised, chains: Chains, at: number): readonly BriefingNotice[] {
  const asked = chains.flat().flatMap(({ to, from }) => (from === at ? [to] : []));
  const coordinators = news.news === 'CHILD_RETURNED' && facts.restricted === 'NO' ? chains.map(agencyOf).filter((agency) => authoritiesHearing(facts).includes(agency)).map((agency) => `HUB_COORDINATOR:${agency}`) : [];
  return coordinators.filter((one) => !asked.includes(one)).map((to) => noticeOf(news, { to, ...CLOCKS_RUN, at }));
}

function noticeOf({ child, episode: about }: NewsOfEpisode, { to, at, ...said }: { readonly to: string; readonly kind: string; readonly text: string; readonly at: number }): BriefingNotice {
  return { ...said, to: [to], child, about, visibleFrom: at, raisedAt: at };
}
