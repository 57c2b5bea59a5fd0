import type { AdapterDocument, DraftObservation } from '../../src/ingest/adapter-contract.ts';
import type { InterviewPayload, OfferPayload } from '../../src/domain/observation/observation.ts';
import { answerOf, interviewStateOf, offeredToOf, outcomeOf } from './codes.ts';
import { mapPerson } from './map-person.ts';
import { saidOf, type MessageName } from './name-message.ts';
import type { ExchangePath } from './payload.ts';
import { readAnswers, readLocating } from './read-answers.ts';
import { messageFault, type MessageReader } from './read-message.ts';

const OFFER = 'CompletedInterview/Offer';
const episodesOf = (reader: MessageReader): Pick<InterviewPayload, 'episodes' | 'episodeKeys'> => ({ episodes: [], episodeKeys: reader.all('CompletedInterview/EpisodeKeys/EpisodeKey') });

/** Without it nobody knows whether the child was heard or said no, and a guess would say one of them. */
function stateOf(reader: MessageReader): InterviewPayload['state'] {
  const state = interviewStateOf(reader.text('CompletedInterview/State') ?? '');
  if (state === null) {
    throw messageFault({ code: 'VALUE_INVALID', path: 'CompletedInterview/State', reason: 'The message does not say whether the interview took place.', remedy: 'Give COMPLETED or REFUSED.' });
  }
  return state;
}

function interviewPayload(reader: MessageReader, service: string): InterviewPayload {
  return {
    ...episodesOf(reader),
    state: stateOf(reader),
    at: reader.neededTime('CompletedInterview/At'),
    offer: null,
    offerKey: reader.textOrNull(`${OFFER}/OfferKey`),
    // Who held it stands in the answers: another authority's people are not in this hub's directory under a name it could know.
    interviewer: null,
    service,
    answers: readAnswers(reader),
    locating: readLocating(reader),
  };
}

function offerPayload(reader: MessageReader, service: string): OfferPayload {
  const said = (path: ExchangePath): OfferPayload['phonedYoungPerson'] => reader.code(path, answerOf) ?? 'NOT_SAID';
  return {
    ...episodesOf(reader),
    at: reader.neededTime(`${OFFER}/At`),
    // An interview is the child's: an offer that names nobody was made to them.
    offeredTo: reader.code(`${OFFER}/OfferedTo`, offeredToOf) ?? 'CHILD',
    outcome: reader.code(`${OFFER}/Outcome`, outcomeOf) ?? null,
    phonedYoungPerson: said(`${OFFER}/PhonedYoungPerson`),
    spokenToParentCarer: said(`${OFFER}/SpokenToParentCarer`),
    spokenToSocialWorker: said(`${OFFER}/SpokenToSocialWorker`),
    reason: reader.textOrNull(`${OFFER}/Reason`),
    askAgainOn: reader.day(`${OFFER}/AskAgainOn`) ?? null,
    explanation: reader.textOrNull(`${OFFER}/Explanation`),
    service,
  };
}

/** What tells of an interview, and not of its offer. */
const OF_INTERVIEW = ['InterviewKey', 'State', 'At', 'Answers', 'Locating', 'NamedPeople'].map((name) => `CompletedInterview/${name}`);

/** Only an offer: it waits for its answer, or the answer was no. */
function isOfferAlone(reader: MessageReader): boolean {
  return reader.has(OFFER) && !OF_INTERVIEW.some((path) => reader.has(path) || reader.all(path).length > 0);
}

/** An interview that the sending authority's service held with the offer it followed, or an offer alone. */
export function mapInterview(name: MessageName, reader: MessageReader, { agency }: Pick<AdapterDocument, 'agency'>): DraftObservation[] {
  const interview = isOfferAlone(reader) ? null : ({ kind: 'interview', key: reader.key('CompletedInterview/InterviewKey') } as const);
  const offer = reader.has(OFFER) ? ({ kind: 'offer', key: reader.key(`${OFFER}/OfferKey`) } as const) : null;
  const about = interview ?? offer;
  const observations: (DraftObservation | null)[] = [
    interview && { ...saidOf(name, interview, 'CompletedInterview'), kind: 'interview', payload: interviewPayload(reader, agency) },
    offer && { ...saidOf(name, offer, OFFER), kind: 'offer', payload: offerPayload(reader, agency) },
    about && mapPerson(name, reader, about),
  ];
  return observations.filter((observation) => observation !== null);
}
