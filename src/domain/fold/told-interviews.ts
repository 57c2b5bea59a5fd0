import { contentHash } from '../interview/content-hash.ts';
import type { InterviewPayload } from '../observation/observation.ts';
import type { RecordRef } from '../record/record.ts';
import type { EpisodesNamed } from './episodes-named.ts';
import { stateOfOffer } from './fold-offers.ts';
import type { KeptRecord } from './kept-record.ts';
import type { FoldContext } from './fold-context.ts';
import type { InterviewPicture, OfferPicture } from './interview-picture.ts';
import { compareText } from './standing.ts';
import { sourceOf } from './stated-fields.ts';
import { wordThatStands, type WordsBefore } from './word-that-stands.ts';

/** An interview as it was told, before anything is decided on it. */
export type ToldInterview = Omit<InterviewPicture, 'releases' | 'redactions' | 'sharing' | 'consentNotGiven' | 'restriction' | 'named' | 'providers'>;

/** The child's interviews and the offers that led to none, the latest first: an offer is shown once, with its interview. */
export function toldInterviews(records: readonly KeptRecord[], known: Known): ToldInterview[] {
  const { offers } = known;
  const held = records.flatMap((record) => heldOf(record, known));
  const followed = new Set(held.flatMap((interview) => interview.offers));
  const offered = offers.filter(({ id }) => !followed.has(id)).map(offeredOnly);
  return [...held, ...offered].sort((first, second) => second.at.from - first.at.from || compareText(first.id, second.id));
}

/** What an interview may name. */
interface Known {
  readonly offers: readonly OfferPicture[];
  readonly episodesNamed: EpisodesNamed;
  readonly recordId: FoldContext['recordId'];
  readonly before: WordsBefore<'interview'>;
}

function heldOf(record: KeptRecord, { offers, episodesNamed, recordId, before }: Known): ToldInterview[] {
  const word = wordThatStands(record, 'interview', before);
  if (word === null) {
    return [];
  }
  const { latest, stands: { payload: { state, at } } } = word;
  // Every field is always stated, so that the latest statement is all of it; what a child said is hidden by no slip in its time.
  const stated = { ...latest.payload, state, at };
  const followed = [stated.offer, ...offerNamed(stated, record.ref).map(recordId)];
  return [
    {
      id: record.id,
      record: sourceOf(record, latest),
      state: stated.state,
      at: stated.at,
      stated,
      offers: offers.map(({ id }) => id).filter((id) => followed.includes(id)),
      ...episodesNamed(stated, record.ref),
      heldBy: stated.service,
      contentHash: contentHash(stated),
      order: latest.order,
    },
  ];
}

/** A source names an offer by its own key: only its own offers. */
function offerNamed({ offerKey }: InterviewPayload, { agency, system }: RecordRef): RecordRef[] {
  return offerKey === undefined || offerKey === null ? [] : [{ agency, system, kind: 'offer', key: offerKey }];
}

function offeredOnly(offer: OfferPicture): ToldInterview {
  const { id, record, stated, episodes, episodeGone, order } = offer;
  const state = stateOfOffer(offer);
  return {
    id,
    record,
    state,
    at: stated.at,
    stated: null,
    offers: [id],
    episodes,
    episodeGone,
    heldBy: stated.service,
    contentHash: contentHash({ state, at: stated.at }),
    order,
  };
}
