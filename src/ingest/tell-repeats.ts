import { ruleNamed } from '../domain/authority/hub-defaults.ts';
import { isAskedByRepeats } from '../domain/briefing/strategy-check.ts';
import { HUB_SYSTEM } from '../domain/record/record.ts';
import { STRATEGY_REPEATED, strategyRepeatedInWords } from '../domain/workflow/strategy-repeated-notice.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { takeOffByHand } from '../store/write/by-hand-store.ts';
import type { NewsOfEpisode } from '../store/write/episode-news-store.ts';
import { addNotice } from '../store/write/notice-store.ts';
import { strategyFacts } from '../store/write/strategy-facts.ts';
import { forgetRepeatsGone, mayBeRepeated, type MayBeRepeated } from '../store/write/strategy-repeated-store.ts';
import type { LookingAgain } from './before-others.ts';
import { whoTells } from './duties-to-tell.ts';

/** News of an episode, with what decides who hears it. */
export interface NewsWithFacts {
  readonly news: NewsOfEpisode;
  readonly facts: ChildFacts;
}

/**
 * Where a child was missing so often that its authority's guidance asks for a strategy discussion (Birmingham: three episodes in 30 days), the coordinator is told, however short
 * the last of them was: until a discussion is recorded, or the episode was closed with why there was none. That the days pass ends nothing.
 */
export async function tellOfRepeats(again: LookingAgain, children: readonly string[], asked: readonly NewsWithFacts[]): Promise<void> {
  const { em, services, now: at } = again;
  const { agencies } = services.directory();
  if (![...agencies.values()].some(({ strategy }) => (strategy?.episodesIn30Days ?? null) !== null)) {
    return;
  }
  await forgetRepeatsGone(em, children, { by: HUB_SYSTEM, at });
  for (const one of await mayBeRepeated(em, children, asked.map(({ news }) => news.episode))) {
    const told = asked.find(({ news }) => news.episode === one.episode);
    await (one.askedAt === null ? ask(again, one, told) : endOnceDiscussed(again, one, one.askedAt));
  }
}

/** Each authority by its own figure. */
async function ask({ em, services, now }: LookingAgain, { episode, explained }: MayBeRepeated, told: NewsWithFacts | undefined): Promise<void> {
  if (explained || told === undefined) {
    return;
  }
  const starts = (await strategyFacts(em, episode, now))?.starts ?? [];
  const asking = told.facts.responsible.flatMap((authority) => services.directory().agencies.get(authority) ?? []).filter(({ strategy }) => isAskedByRepeats(starts, strategy?.episodesIn30Days ?? null, now));
  for (const { id, practice } of asking) {
    const to = whoTells(told.facts, id);
    const text = strategyRepeatedInWords(ruleNamed('STRATEGY', practice));
    await (to.length === 0 ? undefined : addNotice(em, { to, kind: STRATEGY_REPEATED, text, child: told.news.child, about: episode, visibleFrom: now, raisedAt: now }));
  }
}

/** By the episodes that had begun when it was asked for: of those the last, or one that began later, is discussed, or they were not so many. */
async function endOnceDiscussed({ em, services, now }: LookingAgain, { episode, records, explained }: MayBeRepeated, askedAt: number): Promise<void> {
  const starts = (await strategyFacts(em, episode, now))?.starts ?? [];
  const figures = [...services.directory().agencies.values()].flatMap(({ strategy }) => strategy?.episodesIn30Days ?? []);
  if (explained || !isAskedByRepeats(starts, Math.min(...figures), askedAt)) {
    await takeOffByHand(em, { records, kinds: [STRATEGY_REPEATED] }, { by: HUB_SYSTEM, at: now });
  }
}
