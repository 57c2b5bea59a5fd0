import { momentsOf } from '../clocks/moments.ts';
import type { Span } from '../interval/compare-intervals.ts';
import { countsFor, isHeldFor } from '../interview/after-the-return.ts';
import { BOOKED_OUTCOMES, type OfferOutcome } from '../interview/interview-words.ts';
import type { CourseInterview, CourseOffer, CourseTriage, EpisodeCourse } from './episode-course.ts';

const CHILD_REFUSED: readonly OfferOutcome[] = ['DECLINED_BY_YOUNG_PERSON', 'REFUSED_AFTER_BOOKING'];

/** What is known of the offers of an episode once all that stands is put in the order of time. */
export interface StandingOffer {
  readonly offer: CourseOffer;
  /** How often the child was asked and said no. */
  readonly timesAsked: number;
}

/**
 * The offer that stands, of several and of the triage that it is not appropriate now: the latest. Where nobody can tell
 * which came last, an accepted one, then an open one: who refused and then accepted goes on as accepted. Null: there is
 * none by now, none of it after the return, or the coordinator has since decided that an interview is to be offered.
 */
export function standingOffer({ offers, interviews, triage, events }: Pick<EpisodeCourse, 'offers' | 'interviews' | 'triage' | 'events'>, now: number): StandingOffer | null {
  const returned = events.RETURNED ?? [];
  const counted = (offers ?? []).filter(({ at }) => countsFor(at, returned, now));
  const refused = (interviews ?? []).filter((one) => one.state === 'REFUSED' && isHeldFor(one, returned, now) === true);
  const made = [...counted, ...refused.map((one) => refusedInterview(one, counted)), ...notNow(triage)].filter(({ at }) => at.from <= now);
  const latest = made.filter((one) => !made.some((other) => isSurelyAfter(other.at, one.at)));
  const offer = latest.find(({ outcome }) => isOneOf(BOOKED_OUTCOMES, outcome)) ?? latest.find(({ outcome }) => outcome === null) ?? latest.at(-1);
  if (offer === undefined || isOpenedAgain(offer, triage)) {
    return null;
  }
  return { offer, timesAsked: made.filter(({ outcome }) => isOneOf(CHILD_REFUSED, outcome)).length };
}

/** Kent: booked, and then declined or not attended; why stands with the offer it follows. */
function refusedInterview({ at }: CourseInterview, offers: readonly CourseOffer[]): CourseOffer {
  return { ...anOffer('REFUSED_AFTER_BOOKING', at), explained: offers.some((offer) => offer.explained === true) };
}

function notNow(triage: EpisodeCourse['triage']): CourseOffer[] {
  return isTriage(triage) && triage.outcome === 'NOT_APPROPRIATE_NOW' ? [{ ...anOffer('NOT_APPROPRIATE', triage.at), coveredBy: triage.coveredBy, askAgainOn: triage.askAgainOn }] : [];
}

function isOpenedAgain(offer: CourseOffer, triage: EpisodeCourse['triage']): boolean {
  return isTriage(triage) && triage.outcome !== 'NOT_APPROPRIATE_NOW' && offer.outcome === 'NOT_APPROPRIATE' && isSurelyAfter(triage.at, offer.at);
}

function isTriage(triage: EpisodeCourse['triage']): triage is CourseTriage {
  return triage !== null && triage !== 'NONE';
}

function anOffer(outcome: OfferOutcome, at: Span): CourseOffer {
  return { at, outcome, attempts: [], explained: null, tried: [], coveredBy: null, askAgainOn: null };
}

function isSurelyAfter(one: Span, other: Span): boolean {
  return momentsOf(one).first > momentsOf(other).last;
}

/** Whether an offer ended in one of these ways; one that nobody has answered did in none. */
export function isOneOf(outcomes: readonly OfferOutcome[], outcome: OfferOutcome | null): boolean {
  return outcome !== null && outcomes.includes(outcome);
}
