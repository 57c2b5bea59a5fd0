import type { OfferPicture } from '../../domain/fold/interview-picture.ts';
import type { ChildPicture } from '../../domain/fold/picture.ts';
import { revisionOf } from './hub-statement-store.ts';
import { childFacts, withHash, type PictureRow } from './project-facts.ts';
import { momentOf } from './project-values.ts';

/** One offer of a return home interview, with every try at reaching the child. */
export function projectOffer(child: ChildPicture, offer: OfferPicture): PictureRow {
  const { stated } = offer;
  return withHash({
    id: offer.id,
    at: momentOf(stated.at),
    offered_from_at: new Date(stated.at.from).toISOString(),
    offered_to: stated.offeredTo,
    outcome: stated.outcome,
    phoned_young_person: stated.phonedYoungPerson,
    spoken_to_parent_carer: stated.spokenToParentCarer,
    spoken_to_social_worker: stated.spokenToSocialWorker,
    reason: stated.reason,
    ask_again_on: stated.askAgainOn,
    explanation: stated.explanation,
    tried: stated.tried ?? [],
    covered_by: stated.coveredBy ?? null,
    departure: stated.departure ?? null,
    service: stated.service,
    attempts: offer.attempts.map((attempt) => ({ ...attempt.stated, at: momentOf(attempt.stated.at) })),
    episode_ids: offer.episodes,
    revision: revisionOf(offer.order),
    ...childFacts(child),
  });
}
