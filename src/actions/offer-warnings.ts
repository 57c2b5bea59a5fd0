import type { Practice } from '../domain/authority/practice.ts';
import { earliest, happenedBy, type ClockEvents, type Moments } from '../domain/clocks/moments.ts';
import { recordedSteps } from '../domain/clocks/recorded-steps.ts';
import { countsFor, isHeldFor } from '../domain/interview/after-the-return.ts';
import { attemptsDone, type AttemptsDone } from '../domain/interview/attempts-done.ts';
import { closingWarnings, type ClosingOffer } from '../domain/interview/closing-warnings.ts';
import type { OfferOutcome } from '../domain/interview/interview-words.ts';
import { letterTo } from '../domain/interview/letter-to.ts';
import type { PracticeWarning } from '../domain/interview/practice-warning.ts';
import type { StandingOffer } from '../store/write/read-return.ts';
import { doneAbout, doneByNow, followedTimes, isDone, type KnownReturn } from './known-return.ts';
import { letterFacts } from './letter-facts.ts';

/** The practice asked, and when. */
export interface AskedAt {
  readonly practice: Practice;
  readonly now: number;
}
/** An offer, or an interview that was refused as one, that ends so. */
export type EndingOffer = Pick<StandingOffer, 'id' | 'episodes' | 'explanation' | 'tried'> & { readonly outcome: OfferOutcome };

/** What the practice asks for before an offer ends so, and is not there. */
export function endWarnings(known: KnownReturn, offer: EndingOffer, at: AskedAt): PracticeWarning[] {
  const done = doneByNow(known, offer.episodes, at.now);
  const closing: ClosingOffer = {
    ...offer,
    attempts: triesFor(known, offer, at),
    explained: offer.explanation !== null,
    letterSent: offer.outcome === 'UNABLE_TO_ESTABLISH_CONTACT_LETTER_SENT' || isDone(done, 'LETTER_SENT'),
    letter: letterTo(letterFacts(known, done, at.now), at.practice),
    parentsAsked: isDone(done, 'PARENTS_ASKED') || isDone(done, 'CARER_INFORMATION'),
    timesAsked: timesAsked(known, offer, at.now),
    episodeFinalised: known.episodes.some(({ id, finalised }) => finalised && offer.episodes.includes(id)),
    formDone: sameEpisodes(known.interviews, offer).length > 0,
  };
  return closingWarnings(closing, at.practice);
}

/** How far the tries at reaching the child go, those of every offer about the same return together. */
export function triesFor(known: KnownReturn, offer: Pick<StandingOffer, 'id' | 'episodes'>, { practice, now }: AskedAt): AttemptsDone {
  const attempts = sameEpisodes(known.offers, offer).flatMap((one) => one.attempts);
  const times = followedTimes(known, offer.episodes);
  const start = triesBegan({ ...recordedSteps(doneAbout(known, offer.episodes, now).steps, times), RETURNED: times.returned }, { practice, now });
  return attemptsDone(attempts, practice, { start, returned: times.returned, now });
}

function triesBegan(events: ClockEvents, { practice, now }: AskedAt): Moments | null {
  const began = practice.clocks.find(({ id }) => id === 'ATTEMPTS')?.start ?? null;
  return began === null ? null : earliest(happenedBy(now, events, [began]).timed);
}

const CHILD_REFUSED: readonly (OfferOutcome | null)[] = ['DECLINED_BY_YOUNG_PERSON', 'REFUSED_AFTER_BOOKING'];

function timesAsked(known: KnownReturn, offer: Pick<StandingOffer, 'id' | 'episodes'>, now: number): number {
  const { returned } = followedTimes(known, offer.episodes);
  const declined = sameEpisodes(known.offers, offer).filter(({ outcome, at }) => CHILD_REFUSED.includes(outcome) && countsFor(at, returned, now));
  return declined.length + sameEpisodes(known.interviews, offer).filter((one) => one.state === 'REFUSED' && isHeldFor(one, returned, now) === true).length;
}

/** Those about one of the same episodes, and the one itself. */
function sameEpisodes<T extends { readonly id: string; readonly episodes: readonly string[] }>(those: readonly T[], { id, episodes }: Pick<StandingOffer, 'id' | 'episodes'>): T[] {
  return those.filter((one) => one.id === id || one.episodes.some((episode) => episodes.includes(episode)));
}
