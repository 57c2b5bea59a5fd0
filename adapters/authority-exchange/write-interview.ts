import type { Outgoing, OutgoingInterview, OutgoingOffer } from '../../src/exchange/render-contract.ts';
import { answersOf, cannotSay } from '../../src/exchange/render-contract-matter.ts';
import { plainKey } from '../../src/exchange/render-contract-texts.ts';
import { element, section, type XmlPart } from '../../src/exchange/render-contract-xml.ts';
import { ASKED_QUESTIONS, LOCATING_QUESTIONS } from '../../src/domain/observation/interview-questions.ts';
import { spanText } from './write-span.ts';

/** The interview with the offer it followed, or an offer alone. */
export function writeInterview({ interview, offers }: Outgoing): XmlPart[] {
  const [offer, second] = offers;
  if (second !== undefined) {
    throw cannotSay('A message has one offer: send the others in messages of their own.');
  }
  const episodeKeys = (interview ?? offer)?.episodeKeys ?? [];
  const keys = section('EpisodeKeys', ...episodeKeys.map((key) => element('EpisodeKey', plainKey(key))));
  return section('CompletedInterview', interview === null ? [] : ofInterview(interview), keys, offer === undefined ? [] : ofOffer(offer), interview === null ? [] : ofAnswers(interview));
}

function ofInterview({ key, state, at }: OutgoingInterview): XmlPart[] {
  return [...element('InterviewKey', plainKey(key)), ...element('State', state), ...element('At', spanText(at))];
}

function ofOffer(offer: OutgoingOffer): XmlPart[] {
  return section(
    'Offer',
    element('OfferKey', plainKey(offer.key)),
    element('At', spanText(offer.at)),
    element('OfferedTo', offer.offeredTo),
    element('Outcome', offer.outcome),
    element('PhonedYoungPerson', offer.phonedYoungPerson),
    element('SpokenToParentCarer', offer.spokenToParentCarer),
    element('SpokenToSocialWorker', offer.spokenToSocialWorker),
    element('Reason', offer.reason),
    element('AskAgainOn', offer.askAgainOn),
    element('Explanation', offer.explanation),
  );
}

function ofAnswers(interview: OutgoingInterview): XmlPart[] {
  const { answers, locating } = answersOf(interview);
  const said = ASKED_QUESTIONS.flatMap((question) => listed(answers[question]).flatMap((answer) => element('Answer', answer, { question })));
  const facts = LOCATING_QUESTIONS.flatMap((question) => listed(locating[question]).flatMap((fact) => element('Fact', fact, { question })));
  const people = (answers.namedPeople ?? []).flatMap(({ name, category, reviewOn }) => section('NamedPerson', element('Name', name), element('Category', category), element('ReviewOn', reviewOn)));
  return [...section('Answers', said), ...section('Locating', facts), ...section('NamedPeople', people)];
}

function listed(answer: string | readonly string[] | null | undefined): readonly string[] {
  return typeof answer === 'string' ? [answer] : (answer ?? []);
}
