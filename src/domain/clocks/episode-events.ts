import type { Practice } from '../authority/practice.ts';
import type { InterviewPicture } from '../fold/interview-picture.ts';
import type { Span } from '../interval/compare-intervals.ts';
import { countsFor, isBeforeReturn } from '../interview/after-the-return.ts';
import type { AttemptMethod, OfferOutcome } from '../interview/interview-words.ts';
import { isStepDone, timesThatCount, type FollowedTimes } from '../interview/step-counts.ts';
import type { AttemptPayload, OfferPayload } from '../observation/observation.ts';
import { assignedSince, type AssignedWorker } from './assigned-since.ts';
import type { ClockEvents } from './moments.ts';
import { noneOfItsClocks, recordedSteps, type RecordedStep } from './recorded-steps.ts';

/** What stands of an event; a value that is null: it has happened, and no source says when. */
type Stated<T> = { readonly value: T } | null;

/** The times of one episode, whether of the picture or of a row as a reader sees it. */
interface Episode {
  readonly id: string;
  readonly report: { readonly missingSince?: Stated<Span> };
  readonly locatedAt: Stated<Span | null>;
  readonly returnedAt: Stated<Span | null>;
  readonly safeAndWell: Stated<{ readonly outcome: string; readonly at: Span | null }>;
}
interface Offer {
  readonly stated: Pick<OfferPayload, 'outcome' | 'spokenToParentCarer'> & { readonly at: Span };
  readonly attempts: readonly { readonly stated: Pick<AttemptPayload, 'method' | 'endedIt'> & { readonly at: Span } }[];
  readonly episodes: readonly string[];
}
interface Interview extends Pick<InterviewPicture, 'state' | 'episodes'> {
  readonly at: Span;
  /** Whoever recorded it said why it was held before the return. */
  readonly departs: boolean | null;
}

/** What is told beside an episode itself: offers and interviews of the child, steps of this episode, workers assigned to the child. Null: not for this reader. */
export interface ToldOfEpisode {
  readonly offers: readonly Offer[];
  readonly interviews: readonly Interview[];
  readonly steps: readonly RecordedStep[] | null;
  readonly workers: readonly AssignedWorker[] | null;
}

/** Ends of an offer that was never made: nobody was reached, or none was to be made. */
const NOT_MADE: readonly (OfferOutcome | null)[] = ['UNABLE_TO_ESTABLISH_CONTACT', 'UNABLE_TO_ESTABLISH_CONTACT_LETTER_SENT', 'NOT_APPROPRIATE', 'SUBSEQUENT_MISSING_EPISODE'];
/** Birmingham: contact to offer can be a letter or a message; a call that nobody takes is none. */
const WRITTEN: readonly AttemptMethod[] = ['TEXT', 'LETTER', 'EMAIL', 'SOCIAL_MEDIA'];

/**
 * What the hub's picture tells of the events that clocks wait for. What it holds nothing of is left out, so that no clock
 * takes it for something that has not happened. An episode somebody works in the hub (a step of it is recorded there, or
 * a worker assigned since the return) has every event recorded there that the practice has a clock on: one that is not
 * recorded has not happened. An episode worked elsewhere is never late because the hub is not told. A police check that
 * was done is a visit (Somerset 5.2.2). An offer, a try or an answer before the return or still to come is none.
 */
export function episodeEvents(episode: Episode, told: ToldOfEpisode, practice: Pick<Practice, 'clocks'> & { readonly now: number }): ClockEvents {
  const returned = timeOf(episode.returnedAt);
  const counts = (at: Span): boolean => countsFor(at, returned, practice.now);
  const offers = told.offers.filter(({ episodes, stated }) => episodes.includes(episode.id) && counts(stated.at)).map((offer) => ({ ...offer, attempts: offer.attempts.filter(({ stated }) => counts(stated.at)) }));
  const interviewed = heldFor(told.interviews.filter(({ state, episodes }) => state === 'COMPLETED' && episodes.includes(episode.id)), returned);
  const missing = [episode.report.missingSince?.value ?? null];
  const times = { missing, located: located(episode), returned, interviewed };
  const done = (told.steps ?? []).filter((step) => isStepDone(step, times, practice.now));
  const steps = recordedSteps(done, times);
  const assigned = assignedSince(holdingWorkers(told, times), returned, steps.RETURN_NOTIFIED ?? []);
  return {
    ...(isWorkedHere(told, [...done, ...assigned]) ? noneOfItsClocks(practice) : {}),
    ...steps,
    ...some('WORKER_ASSIGNED', [...(steps.WORKER_ASSIGNED ?? []), ...assigned]),
    ...some('VISITED', [...(steps.VISITED ?? []), ...checkDone(episode)]),
    ...some('CONTACT_MADE', [...(steps.CONTACT_MADE ?? []), ...spokenTo(offers)]),
    MISSING_STARTED: missing,
    LOCATED: located(episode),
    RETURNED: returned,
    ...offered(offers),
    INTERVIEW_HELD: interviewed,
  };
}

/** A reader who may not see steps or workers is told of none that is lacking. */
function isWorkedHere({ steps, workers }: ToldOfEpisode, done: readonly unknown[]): boolean {
  return steps !== null && workers !== null && done.length > 0;
}

/** The child's workers, but whoever was given this very return at a time before it: nobody can have had it then. */
function holdingWorkers({ steps, workers }: ToldOfEpisode, times: FollowedTimes): AssignedWorker[] {
  const given = (steps ?? []).filter(({ step }) => step === 'WORKER_ASSIGNED');
  const counting = given.filter((step) => timesThatCount(step, times).length > 0);
  const isOf = (those: readonly RecordedStep[], person: string): boolean => those.some(({ addressee }) => addressee === person);
  return (workers ?? []).filter(({ person }) => person === undefined || !isOf(given, person) || isOf(counting, person));
}

function offered(offers: readonly Offer[]): ClockEvents {
  const made = offers.filter(({ stated }) => !NOT_MADE.includes(stated.outcome)).map(({ stated }) => stated.at);
  const written = offers.flatMap(({ attempts }) => attempts.flatMap(({ stated }) => (WRITTEN.includes(stated.method) ? [stated.at] : [])));
  return {
    OFFER_MADE: made,
    OFFER_CONTACT: [...made, ...written],
    OFFER_ACCEPTED: offers.flatMap(({ stated, attempts }) => (stated.outcome === 'ACCEPTED' ? [answeredAt(attempts)] : [])),
  };
}

/** Whoever answered an offer was spoken to (Somerset 4.8: contact is made, and the interview refused), or the offer says so itself. */
function spokenTo(offers: readonly Offer[]): (Span | null)[] {
  return offers.flatMap(({ stated, attempts }) => {
    const answered = stated.outcome !== null && !NOT_MADE.includes(stated.outcome);
    return answered || stated.spokenToParentCarer === 'YES' ? [answered ? answeredAt(attempts) : null] : [];
  });
}

/** An interview before the return that counts for it by somebody's word has ended its duty by the return; without one it starts and ends nothing. */
function heldFor(interviews: readonly Interview[], returned: readonly (Span | null)[]): (Span | null)[] {
  return interviews.flatMap(({ at, departs }) => (!isBeforeReturn(at, returned) || departs === null ? [at] : departs ? [at, ...returned] : []));
}

function checkDone({ safeAndWell }: Episode): (Span | null)[] {
  return safeAndWell?.value.outcome === 'DONE' ? [safeAndWell.value.at] : [];
}

function some(event: 'WORKER_ASSIGNED' | 'VISITED' | 'CONTACT_MADE', times: readonly (Span | null)[]): ClockEvents {
  return times.length === 0 ? {} : { [event]: times };
}

/** Whoever is back was found by then, if nobody says that they were located before. */
function located({ locatedAt, returnedAt }: Episode): (Span | null)[] {
  return timeOf(locatedAt ?? returnedAt);
}

function timeOf(event: Stated<Span | null>): (Span | null)[] {
  return event === null ? [] : [event.value];
}

/** When an offer was answered: at the attempt that ended it; else no source says when. */
function answeredAt(attempts: Offer['attempts']): Span | null {
  return attempts.find(({ stated }) => stated.endedIt)?.stated.at ?? null;
}
