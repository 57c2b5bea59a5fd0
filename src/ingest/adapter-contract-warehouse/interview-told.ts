import type { Payloads } from '../../domain/observation/observation.ts';
import { interviewTold, offerTold, type ReturnSaid } from '../../domain/observation/return-told.ts';
import type { DraftObservation } from '../adapter-contract.ts';
import type { WarehouseEpisode } from './absence-told.ts';
import type { EpisodeForm } from './episode-form.ts';

/** What every statement of one episode has in common. */
export type Origin = Pick<DraftObservation, 'subjectKey' | 'part' | 'order' | 'place'>;
type Kept<K extends 'offer' | 'interview'> = Payloads[K] | 'NOT_SAID';
interface Terms {
  readonly origin: Origin;
  /** Directory id of the agency whose service it was. */
  readonly service: string;
}

/** Says the offer or interview anew, or takes back what an earlier extract said of it. */
export function restate<K extends 'offer' | 'interview'>(kind: K, key: string, said: { readonly payload: Kept<K>; readonly origin: Origin }): DraftObservation {
  const record = { kind, key };
  if (said.payload === 'NOT_SAID') {
    return { ...said.origin, record, act: 'retract', kind: 'retraction', payload: { scope: 'record' } };
  }
  // Safe: the payload is of the kind it stands beside.
  return { ...said.origin, record, act: 'correct', kind, payload: said.payload } as DraftObservation;
}

/** The offer of an episode's interview, and the interview of each of its forms. */
export function interviewsTold(episode: WarehouseEpisode, terms: Terms): DraftObservation[] {
  return [...offerOf(episode, terms), ...episode.forms.map((form) => interviewOf(episode, form, terms))];
}

function returnSaid({ own, key, exported }: WarehouseEpisode, form: EpisodeForm | null, service: string): ReturnSaid {
  const end = own.time('END_DTTM');
  return {
    offered: own.text('RETURN_INTERVIEW_OFFERED'),
    accepted: own.text('RETURN_INTERVIEW_ACCEPTED'),
    form: form?.form ?? null,
    episodeKeys: form?.covers ?? [key],
    after: end !== null && end.from <= exported.until ? end : own.time('START_DTTM'),
    before: form?.answered ?? exported,
    service,
    offerKey: key,
  };
}

function offerOf(episode: WarehouseEpisode, { origin, service }: Terms): DraftObservation[] {
  // Of several forms of one episode the last says what became of the offer.
  const said = returnSaid(episode, episode.forms.at(-1) ?? null, service);
  const offer = offerTold({ ...said, episodeKeys: [episode.key] });
  if (offer === 'CONTRADICTS') {
    const reason = 'Offered and accepted contradict each other or hold another word than YES, NO or NA; no offer was taken.';
    episode.own.warn('OFFER_CONTRADICTS', 'RETURN_INTERVIEW_ACCEPTED', reason);
    return [];
  }
  return [restate('offer', episode.key, { payload: offer, origin })];
}

function interviewOf(episode: WarehouseEpisode, form: EpisodeForm, { origin, service }: Terms): DraftObservation {
  const payload = interviewTold(returnSaid(episode, form, service)) ?? 'NOT_SAID';
  return restate('interview', form.key, { payload, origin: { ...origin, place: form.place } });
}
