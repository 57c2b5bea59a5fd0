import type { InterviewPicture, OfferPicture } from '../fold/interview-picture.ts';
import type { EpisodePicture } from '../fold/picture.ts';
import type { Sourced } from '../fold/sourced.ts';
import type { Span } from '../interval/compare-intervals.ts';
import type { AttemptMethod, OfferOutcome } from '../interview/interview-words.ts';
import type { ClockEvents } from './moments.ts';

type Episode = Pick<EpisodePicture, 'id' | 'report' | 'locatedAt' | 'returnedAt' | 'safeAndWell'>;
type Offer = Pick<OfferPicture, 'stated' | 'attempts' | 'episodes'>;
type Interview = Pick<InterviewPicture, 'state' | 'at' | 'episodes'>;

/** Ends of an offer that was never made: nobody was reached, or none was to be made. */
const NOT_MADE: readonly (OfferOutcome | null)[] = ['UNABLE_TO_ESTABLISH_CONTACT', 'UNABLE_TO_ESTABLISH_CONTACT_LETTER_SENT', 'NOT_APPROPRIATE', 'SUBSEQUENT_MISSING_EPISODE'];
/** Birmingham: contact to offer can be a letter or a message; a call that nobody takes is none. */
const WRITTEN: readonly AttemptMethod[] = ['TEXT', 'LETTER', 'EMAIL', 'SOCIAL_MEDIA'];

/**
 * What the hub's picture tells of the events that clocks wait for. What it holds nothing of is left out, so that no clock
 * takes it for something that has not happened; a police check that was done is a visit (Somerset 5.2.2).
 */
export function episodeEvents(episode: Episode, told: { readonly offers: readonly Offer[]; readonly interviews: readonly Interview[] }): ClockEvents {
  const offers = told.offers.filter(({ episodes }) => episodes.includes(episode.id));
  const held = told.interviews.filter(({ state, episodes }) => state === 'COMPLETED' && episodes.includes(episode.id)).map(({ at }) => at);
  const made = offers.filter(({ stated }) => !NOT_MADE.includes(stated.outcome)).map(({ stated }) => stated.at);
  const written = offers.flatMap(({ attempts }) => attempts.flatMap(({ stated }) => (WRITTEN.includes(stated.method) ? [stated.at] : [])));
  return {
    MISSING_STARTED: [episode.report.missingSince?.value ?? null],
    LOCATED: timeOf(episode.locatedAt),
    RETURNED: timeOf(episode.returnedAt),
    ...(episode.safeAndWell?.value.outcome === 'DONE' ? { VISITED: [episode.safeAndWell.value.at] } : {}),
    OFFER_MADE: made,
    OFFER_CONTACT: [...made, ...written],
    OFFER_ACCEPTED: offers.flatMap(({ stated, attempts }) => (stated.outcome === 'ACCEPTED' ? [answeredAt(attempts)] : [])),
    INTERVIEW_HELD: held,
  };
}

function timeOf(event: Sourced<Span | null> | null): (Span | null)[] {
  return event === null ? [] : [event.value];
}

/** When an offer was answered: at the attempt that ended it; else no source says when. */
function answeredAt(attempts: Offer['attempts']): Span | null {
  return attempts.find(({ stated }) => stated.endedIt)?.stated.at ?? null;
}
