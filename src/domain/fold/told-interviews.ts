import { contentHash } from '../interview/content-hash.ts';
import type { EpisodesNamed } from './episodes-named.ts';
import { stateOfOffer } from './fold-offers.ts';
import type { KeptRecord } from './kept-record.ts';
import type { InterviewPicture, OfferPicture } from './picture.ts';
import { compareText } from './standing.ts';
import { saidOfKind, sourceOf } from './stated-fields.ts';

/** An interview as it was told, before anything is decided on it. */
export type ToldInterview = Omit<InterviewPicture, 'releases' | 'redactions' | 'sharing' | 'consentNotGiven' | 'restriction' | 'named' | 'providers'>;

/** The child's interviews and the offers that led to none, the latest first: an offer is shown once, with its interview. */
export function toldInterviews(records: readonly KeptRecord[], offers: readonly OfferPicture[], episodesNamed: EpisodesNamed): ToldInterview[] {
  const held = records.flatMap((record) => heldOf(record, { offers, episodesNamed }));
  const followed = new Set(held.flatMap((interview) => interview.offers));
  const offered = offers.filter(({ id }) => !followed.has(id)).map(offeredOnly);
  return [...held, ...offered].sort((first, second) => second.at.from - first.at.from || compareText(first.id, second.id));
}

interface Known {
  readonly offers: readonly OfferPicture[];
  readonly episodesNamed: EpisodesNamed;
}

function heldOf(record: KeptRecord, { offers, episodesNamed }: Known): ToldInterview[] {
  const latest = saidOfKind(record.said, 'interview').at(-1);
  if (latest === undefined) {
    return [];
  }
  // Every field is always stated, so that the latest statement is all of it.
  const stated = latest.payload;
  return [
    {
      id: record.id,
      record: sourceOf(record, latest),
      state: stated.state,
      at: stated.at,
      stated,
      offers: offers.map(({ id }) => id).filter((id) => id === stated.offer),
      ...episodesNamed(stated, record.ref),
      heldBy: stated.service,
      contentHash: contentHash(stated),
      order: latest.order,
    },
  ];
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
