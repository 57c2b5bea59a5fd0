import type { Capacity as CapacityWord } from '../../domain/authority/practice.ts';
import { describedEnum } from '../described-enum.ts';
import type { InterviewPicture } from '../../domain/fold/interview-picture.ts';
import type { InterviewPayload } from '../../domain/observation/observation.ts';
import type { AttemptMethod as AttemptMethodWord, OfferedTo as OfferedToWord, OfferOutcome as OfferOutcomeWord, Try as TryWord } from '../../domain/interview/interview-words.ts';
import type { STRUCTURED_QUESTIONS, StructuredQuestion as StructuredQuestionWord } from '../../domain/interview/interview-form.ts';

export const InterviewState = describedEnum<InterviewPicture['state']>('InterviewState', 'How far a return home interview came.', {
  OFFERED: 'Offered, and not answered or not held yet.',
  COMPLETED: 'It took place.',
  REFUSED: 'The child or a parent said no.',
  NOT_HELD: 'It ended without an interview in another way.',
});

export const RecordedState = describedEnum<InterviewPayload['state']>('RecordedState', 'What an interviewer records of an interview.', {
  COMPLETED: 'It took place.',
  REFUSED: 'The child said no when it was to take place.',
});

export const OfferOutcome = describedEnum<OfferOutcomeWord>('OfferOutcome', 'What became of an offer.', {
  DECLINED_BY_PARENT: 'A parent or carer said no.',
  DECLINED_BY_YOUNG_PERSON: 'The child said no.',
  ACCEPTED: 'The child said yes.',
  ALREADY_ARRANGED: 'An interview was already arranged.',
  NOT_APPROPRIATE: 'Not appropriate now; the reason and the date to ask again say more.',
  SUBSEQUENT_MISSING_EPISODE: 'The child went missing again before it could be held.',
  UNABLE_TO_ESTABLISH_CONTACT: 'Nobody could be reached.',
  PARENT_ACCEPTED_ADVICE_ONLY: 'A parent took initial advice; an interview was not required.',
  UNABLE_TO_ESTABLISH_CONTACT_LETTER_SENT: 'Nobody could be reached, and a letter was sent.',
  REFUSED_AFTER_BOOKING: 'Booked, then declined or not attended.',
});

export const OfferedTo = describedEnum<OfferedToWord>('OfferedTo', 'To whom an interview was offered.', {
  CHILD: 'To the child.',
  PARENT: 'To a parent.',
  CARER: 'To a carer.',
  SOCIAL_WORKER: "To the child's social worker.",
});

export const AttemptMethod = describedEnum<AttemptMethodWord>('AttemptMethod', 'How somebody tried to reach the child.', {
  PHONE: 'By telephone.',
  TEXT: 'By text message.',
  VISIT: 'By a visit.',
  LETTER: 'By letter.',
  EMAIL: 'By e-mail.',
  VIDEO: 'By video call.',
  SOCIAL_MEDIA: 'Through social media.',
  THROUGH_CARER: 'Through a carer.',
  THROUGH_WORKER: 'Through another worker.',
  OTHER: 'In another way.',
});

export const Capacity = describedEnum<CapacityWord>('Capacity', 'In what capacity somebody holds a return home interview.', {
  SOCIAL_WORKER: 'As a social worker.',
  EARLY_HELP: 'For Early Help.',
  CASE_WORKER: 'As the worker who holds the case.',
  MISPER_WORKER: 'As a worker for missing children.',
  RETURN_WORKER: 'As a return worker.',
  OTHER: 'In another capacity.',
});

export const Try = describedEnum<TryWord>('Try', 'What a worker does before a child counts as one who could not be reached.', {
  ALL_NUMBERS: 'Every telephone number that is known.',
  ALLOCATED_WORKER: 'Through the allocated worker.',
  CARER: 'Through the carer.',
});

export const YesNoNotSaid = describedEnum<'YES' | 'NO' | 'NOT_SAID'>('YesNoNotSaid', 'An answer to a question of yes or no.', {
  YES: 'The answer is yes.',
  NO: 'The answer is no.',
  NOT_SAID: 'It was not said or not asked.',
});

export const StructuredQuestion = describedEnum<StructuredQuestionWord>(
  'StructuredQuestion',
  'A question whose answers are chosen from a list and name nobody: only these can be approved with a redacted text.',
  {
    firstTime: 'Whether it was the first time.',
    accompaniment: 'Alone, with others or persuaded.',
    triggerStillExists: 'Whether what set it off still exists.',
    vulnerabilities: 'The vulnerabilities ticked.',
    highRiskCategories: 'The high-risk categories ticked.',
    pushFactors: 'The push factors ticked.',
    pullFactors: 'The pull factors ticked.',
    followUpOn: 'The follow-up date.',
  } satisfies Record<(typeof STRUCTURED_QUESTIONS)[number], string>,
);
