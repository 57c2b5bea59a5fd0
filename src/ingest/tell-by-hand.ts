import type { Directory, Role } from '../directory/directory.ts';
import { holdersOf } from '../directory/unheld-duties.ts';
import type { ToldWho } from '../domain/authority/practice.ts';
import { HUB_SYSTEM } from '../domain/record/record.ts';
import { TOLD_BY_NAME } from '../domain/workflow/episode-news.ts';
import { byHandKinds, NAMED_TO_BE_TOLD, NEWS_TOLD_OF, tellByHand } from '../domain/workflow/tell-by-hand.ts';
import type { ToBeTold } from '../domain/workflow/who-is-told.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { peopleNamedAs } from '../policy/people-named-as.ts';
import { askedByHand, hasLegalStatus, takeOffByHand, type AskedByHand } from '../store/write/by-hand-store.ts';
import type { NewsOfEpisode } from '../store/write/episode-news-store.ts';
import { addNotice } from '../store/write/notice-store.ts';
import type { LookingAgain } from './before-others.ts';
import { dutiesToTell, isAnybodyToBeTold, stands, whoTells } from './duties-to-tell.ts';

interface Told {
  readonly directory: Directory;
  readonly facts: ChildFacts;
  readonly news: NewsOfEpisode;
}

/**
 * Of whom the responsible authority's practice has told that a child is missing, or back, and whom the hub does not reach, its coordinator is told by one
 * notice for each, so that a person tells them and records it; of a restricted child whoever is let in there. Neither the home nor any other agency hears who else is to be told.
 */
export async function tellWhoTellsByHand({ em, services, now }: LookingAgain, news: NewsOfEpisode, facts: ChildFacts): Promise<void> {
  const of = NEWS_TOLD_OF[news.news];
  const directory = services.directory();
  if (!isAnybodyToBeTold(directory, facts)) {
    return;
  }
  if (of !== 'RETURNED' && news.isNew) {
    await takeOffByHand(em, { records: news.records, kinds: byHandKinds('RETURNED') }, { by: HUB_SYSTEM, at: now });
  }
  const happened = { facts, of, hasStatus: await hasLegalStatus(em, news.child), now };
  const notReached = (authority: string): ToBeTold[] => dutiesToTell(directory, authority, happened).filter((duty) => !isReached({ directory, facts, news }, duty));
  const duties = facts.responsible.flatMap((agency) => notReached(agency).map((duty) => ({ to: whoTells(facts, agency), ...tellByHand(duty) })));
  const asked = duties.length === 0 ? [] : await askedByHand(em, news.records);
  for (const { to, kind, text } of duties.filter((one) => one.to.length > 0 && !asked.some((before) => isSame(before, one, of === 'RETURNED' && news.isNew)))) {
    await addNotice(em, { to, kind, text, child: news.child, about: news.episode, visibleFrom: now, raisedAt: now });
  }
}

/** It is asked for once; anew where it is so anew, as back after a return that was entered by mistake. */
function isSame(before: AskedByHand, { to, kind }: { readonly to: readonly string[]; readonly kind: string }, anew: boolean): boolean {
  return before.kind === kind && to.every((one) => before.to.includes(one)) && (before.open || !anew);
}

/** Does the hub tell all of them, and does somebody stand there who hears it? Of a restricted child those alone who are let in. */
function isReached({ directory, facts, news }: Told, { who, recipients }: ToBeTold): boolean {
  const as = NAMED_TO_BE_TOLD[who];
  const admitted = facts.restricted === 'YES' ? peopleNamedAs(facts.named, ['ADMITTED']) : null;
  const hears = (recipient: string): boolean => {
    if (as !== undefined) {
      return TOLD_BY_NAME[news.news].includes(as) && (admitted === null || admitted.includes(recipient)) && stands(directory, recipient);
    }
    return who !== 'PROFESSIONALS' && admitted === null && rolesTold(directory, who, recipient).some((role) => holdersOf(directory, { role, agency: recipient }) > 0);
  };
  return recipients.length > 0 && recipients.every(hears);
}

const AT_AN_AGENCY: Readonly<Partial<Record<ToldWho, readonly Role[]>>> = { PROVIDER: ['PLACEMENT_PROVIDER'], FRONT_DOOR: ['FRONT_DOOR'] };

/** To whom at an agency it comes: a host's duty, a home's manager, an authority's front door. */
function rolesTold({ agencies }: Directory, who: ToBeTold['who'], agency: string): readonly string[] {
  return AT_AN_AGENCY[who] ?? agencies.get(agency)?.duty.chain.map(({ role }) => role) ?? [];
}
