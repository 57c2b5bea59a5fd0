import type { OfferOutcome } from '../interview/interview-words.ts';
import type { KeptRecord } from './kept-record.ts';
import type { InterviewPicture, OfferPicture } from './interview-picture.ts';
import type { EpisodesNamed } from './episodes-named.ts';
import { groupBy } from './group-by.ts';
import { compareText } from './standing.ts';
import { saidOfKind, sourceOf } from './stated-fields.ts';
import { wordThatStands, type WordsBefore } from './word-that-stands.ts';

/** What a notice says of an offer that led to no interview; REFUSED only where child or parent said no. */
const STATE_OF: Readonly<Record<OfferOutcome, InterviewPicture['state']>> = {
  ACCEPTED: 'OFFERED',
  ALREADY_ARRANGED: 'OFFERED',
  DECLINED_BY_PARENT: 'REFUSED',
  DECLINED_BY_YOUNG_PERSON: 'REFUSED',
  REFUSED_AFTER_BOOKING: 'REFUSED',
  NOT_APPROPRIATE: 'NOT_HELD',
  SUBSEQUENT_MISSING_EPISODE: 'NOT_HELD',
  UNABLE_TO_ESTABLISH_CONTACT: 'NOT_HELD',
  PARENT_ACCEPTED_ADVICE_ONLY: 'NOT_HELD',
  UNABLE_TO_ESTABLISH_CONTACT_LETTER_SENT: 'NOT_HELD',
};

/** The offers made to the child with every attempt to reach them, latest first. */
export function foldOffers(records: readonly KeptRecord[], episodesNamed: EpisodesNamed, before: WordsBefore<'offer'>): OfferPicture[] {
  return records.flatMap((record) => offerOf(record, episodesNamed, before)).sort(latestFirst);
}

/** What became of an offer that no interview followed. */
export function stateOfOffer({ stated }: Pick<OfferPicture, 'stated'>): InterviewPicture['state'] {
  return stated.outcome === null ? 'OFFERED' : STATE_OF[stated.outcome];
}

/** The latest first; what happened at the same time by id. */
export function latestFirst(first: { id: string; stated: { at: { from: number } } }, second: typeof first): number {
  return second.stated.at.from - first.stated.at.from || compareText(first.id, second.id);
}

function offerOf(record: KeptRecord, episodesNamed: EpisodesNamed, before: WordsBefore<'offer'>): OfferPicture[] {
  const word = wordThatStands(record, 'offer', before);
  if (word === null) {
    return [];
  }
  // Every field is always stated, so that one statement is all of it.
  const { stands: { payload: stated }, latest } = word;
  return [{ id: record.id, record: sourceOf(record, word.stands), stated, attempts: attemptsOf(record), ...episodesNamed(stated, record.ref), order: latest.order }];
}

/** Each attempt as it was stated last, earliest first. */
function attemptsOf({ said }: KeptRecord): OfferPicture['attempts'] {
  const byPart = groupBy(saidOfKind(said, 'attempt'), ({ part }) => part);
  return [...byPart]
    .flatMap(([part, all]) => all.slice(-1).map(({ payload }) => ({ part, stated: payload })))
    .sort((first, second) => first.stated.at.from - second.stated.at.from || compareText(first.part, second.part));
}
