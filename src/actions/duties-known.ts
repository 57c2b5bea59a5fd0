import { clockInWords } from '../domain/clocks/clock-in-words.ts';
import type { ChildGroup } from '../domain/clocks/clock.ts';
import { episodeEvents } from '../domain/clocks/episode-events.ts';
import { isRunning } from '../domain/clocks/most-urgent.ts';
import { readClocks, type PracticeClock } from '../domain/clocks/practice-clocks.ts';
import { countsFor, isHeldFor } from '../domain/interview/after-the-return.ts';
import { BOOKED_OUTCOMES } from '../domain/interview/interview-words.ts';
import { runningDuties, type RunningDuty } from '../domain/workflow/duties.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { doneAbout, doneByNow, type DoneAbout, type KnownReturn } from './known-return.ts';
import type { AskedAt } from './offer-warnings.ts';

/** An episode whose duties are asked for. */
interface Asked {
  readonly id: string;
  readonly facts: ChildFacts;
}

/** What still runs of a return, as far as the actor reads what it runs on. */
export interface DutiesKnown {
  readonly running: readonly RunningDuty[];
  /** The statutory clock, while no interview is held; `settled`: an offer of it came to an end. */
  readonly interview: { readonly clock: PracticeClock; readonly settled: boolean } | null;
}

export function dutiesKnown(known: KnownReturn, { id, facts }: Asked, { practice, now }: AskedAt): DutiesKnown {
  const done = doneAbout(known, [id], now);
  const byNow = doneByNow(known, [id], now);
  const clocks = readClocks(practice, groupsOf(known, facts, byNow), { events: eventsOf(known, id, { done, practice, now }), now });
  const [statutory] = clocks;
  const runs = statutory !== undefined && isRunning(statutory.reading);
  return {
    running: runningDuties(clocks, byNow.steps.map(({ step }) => step)),
    interview: statutory !== undefined && runs ? { clock: statutory, settled: isSettled(known, id, now) } : null,
  };
}

/** A clock as a warning says it, with its rule. */
export function stillRuns({ clock, reading }: PracticeClock, now: number, settled = false): string {
  const { words, source } = clockInWords(clock, reading, now);
  return `${settled ? 'the offer ended without an interview, and its clock runs on' : 'still to do'}: ${words} (${source})`;
}

function eventsOf({ episodes, offers, interviews, assignments }: KnownReturn, id: string, { done, practice, now }: { readonly done: DoneAbout } & AskedAt): ReturnType<typeof episodeEvents> {
  const one = episodes.find((episode) => episode.id === id);
  const told = {
    offers: offers.map(({ at, outcome, episodes: about, attempts }) => ({
      stated: { at, outcome, spokenToParentCarer: 'NOT_SAID' as const },
      attempts: attempts.map((attempt) => ({ stated: { at: attempt.at, method: 'OTHER' as const, endedIt: false } })),
      episodes: about,
    })),
    interviews,
    steps: done.steps,
    workers: assignments.map(({ payload: { worker, from, until } }) => ({ person: worker, from, until })),
  };
  const episode = {
    id,
    report: one?.missingSince ? { missingSince: { value: one.missingSince } } : {},
    locatedAt: null,
    returnedAt: one?.isBack === true ? { value: one.returnedAt } : null,
    safeAndWell: null,
  };
  return episodeEvents(episode, told, { ...practice, now });
}

function groupsOf({ legalStatus }: KnownReturn, { providers, hosts, responsible }: ChildFacts, { steps }: DoneAbout): ChildGroup[] {
  const isLookedAfter = legalStatus !== null || providers.length > 0;
  const isOpen = !isLookedAfter && steps.some(({ step }) => step === 'SOCIAL_WORKER_AWARE');
  const isElsewhere = responsible.length > 0 && hosts.some((host) => !responsible.includes(host));
  return [...(isLookedAfter ? (['LOOKED_AFTER'] as const) : []), ...(isOpen ? (['OPEN_NOT_LOOKED_AFTER'] as const) : []), ...(isElsewhere ? (['PLACED_OUT_OF_AREA'] as const) : [])];
}

/** An interview was held for the return, or an offer of it came to an end without one; neither before the return, nor still to come. */
function isSettled({ episodes, offers, interviews }: KnownReturn, id: string, now: number): boolean {
  const back = episodes.filter((one) => one.id === id && one.isBack).map(({ returnedAt }) => returnedAt);
  const held = interviews.some((one) => one.episodes.includes(id) && isHeldFor(one, back, now) === true);
  const ended = offers.filter(({ outcome, at }) => outcome !== null && !BOOKED_OUTCOMES.includes(outcome) && outcome !== 'NOT_APPROPRIATE' && countsFor(at, back, now));
  return held || ended.some(({ episodes: about }) => about.includes(id));
}
