import type { InterviewAnswers, LocatingAnswers } from '../interview/interview-form.ts';
import type { OfferedTo, OfferOutcome } from '../interview/interview-words.ts';
import { readAnswers } from './form-answers.ts';
import type { FormAnswer, FormQuestion, FormRemark } from './form-questions.ts';
import type { OfferPayload } from './observation.ts';
import { readDate, readDateTime, type Interval } from './source-time.ts';
import { wordList } from './word-list.ts';

/** What a return interview form says, in the words of the trade. */
export interface ReturnForm {
  /** COMPLETED where the form only says that the interview took place. */
  readonly outcome: OfferOutcome | 'COMPLETED' | null;
  /** The interview itself; null where the form says that there was none. */
  readonly held: 'COMPLETED' | 'REFUSED' | null;
  readonly heldAt: Interval | null;
  readonly offeredAt: Interval | null;
  readonly offeredTo: OfferedTo | null;
  readonly contact: Pick<OfferPayload, 'phonedYoungPerson' | 'spokenToParentCarer' | 'spokenToSocialWorker'>;
  readonly explanation: string | null;
  readonly askAgainOn: string | null;
  readonly otherEpisodes: readonly string[];
  readonly nextForm: string | null;
  readonly answers: InterviewAnswers;
  readonly locating: LocatingAnswers;
  readonly remarks: readonly FormRemark[];
}

type Outcome = NonNullable<ReturnForm['outcome']>;
const outcomeOf = wordList<Outcome>({
  Completed: 'COMPLETED',
  Held: 'COMPLETED',
  Accepted: 'ACCEPTED',
  Refused: 'REFUSED_AFTER_BOOKING',
  'Refused after booking': 'REFUSED_AFTER_BOOKING',
  'Declined by parent': 'DECLINED_BY_PARENT',
  'Declined by young person': 'DECLINED_BY_YOUNG_PERSON',
  Declined: 'DECLINED_BY_YOUNG_PERSON',
  'Already arranged': 'ALREADY_ARRANGED',
  'Not appropriate': 'NOT_APPROPRIATE',
  'Subsequent missing episode': 'SUBSEQUENT_MISSING_EPISODE',
  'Unable to establish contact': 'UNABLE_TO_ESTABLISH_CONTACT',
  'Unable to establish contact - letter sent': 'UNABLE_TO_ESTABLISH_CONTACT_LETTER_SENT',
  'Parent accepted - initial advice given, RHI not required': 'PARENT_ACCEPTED_ADVICE_ONLY',
  'Parent accepted advice only': 'PARENT_ACCEPTED_ADVICE_ONLY',
});
const offeredToOf = wordList<OfferedTo>({
  Child: 'CHILD',
  'Young person': 'CHILD',
  Parent: 'PARENT',
  Carer: 'CARER',
  'Social worker': 'SOCIAL_WORKER',
});
const yesNoOf = wordList<'YES' | 'NO'>({ Yes: 'YES', Y: 'YES', No: 'NO', N: 'NO' });
/** The child or the parent said no; what the carer then told is kept as of a refused interview (SOM 4.10). */
const REFUSALS: readonly (string | null)[] = ['REFUSED_AFTER_BOOKING', 'DECLINED_BY_YOUNG_PERSON', 'DECLINED_BY_PARENT'];
const HELD: readonly (string | null)[] = ['COMPLETED', 'ACCEPTED', 'ALREADY_ARRANGED', null];

/** Reads one form: whatever it holds is taken, and what no list knows is kept as text with a remark. */
export function readReturnForm(said: readonly FormAnswer[]): ReturnForm {
  const form = new Sheet(said);
  const { answers, locating, remarks } = readAnswers(said);
  const isAnswered = Object.keys(answers).length + Object.keys(locating).length > 0;
  const ended = endOf(form, isAnswered);
  const left = isAnswered && ended.held === null ? [answersLeft(said)] : [];
  return {
    ...ended,
    heldAt: form.read('heldAt', timeOf),
    offeredAt: form.read('offeredAt', timeOf),
    offeredTo: form.read('offeredTo', offeredToOf),
    contact: contactOf(form),
    askAgainOn: form.read('askAgainOn', dayOf),
    otherEpisodes: form.texts('otherEpisodes').flatMap((text) => text.split(/[;,|\s]+/)).filter((key) => key !== ''),
    answers,
    locating,
    remarks: [...form.remarks, ...remarks, ...left],
  };
}

/** How it ended; a form that refers to the next says that the child went missing again before an interview (KNT). */
function endOf(form: Sheet, isAnswered: boolean): Pick<ReturnForm, 'outcome' | 'held' | 'explanation' | 'nextForm'> {
  const outcome = form.read('outcome', outcomeOf);
  const unread = outcome === null ? form.texts('outcome') : [];
  const explained = [...form.texts('explanation'), ...unread];
  const explanation = explained.length === 0 ? null : explained.join('\n');
  const [nextForm = null] = form.texts('nextForm');
  return nextForm === null
    ? { outcome, held: heldOf(outcome, isAnswered), explanation, nextForm }
    : { outcome: outcome ?? 'SUBSEQUENT_MISSING_EPISODE', held: null, explanation, nextForm };
}

function contactOf(form: Sheet): ReturnForm['contact'] {
  const said = (question: FormQuestion): 'YES' | 'NO' | 'NOT_SAID' => form.read(question, yesNoOf) ?? 'NOT_SAID';
  return {
    phonedYoungPerson: said('phonedYoungPerson'),
    spokenToParentCarer: said('spokenToParentCarer'),
    spokenToSocialWorker: said('spokenToSocialWorker'),
  };
}

function heldOf(outcome: Outcome | null, isAnswered: boolean): ReturnForm['held'] {
  if (outcome === 'COMPLETED' || (isAnswered && HELD.includes(outcome))) {
    return 'COMPLETED';
  }
  return outcome === 'REFUSED_AFTER_BOOKING' || (isAnswered && REFUSALS.includes(outcome)) ? 'REFUSED' : null;
}

function answersLeft(said: readonly FormAnswer[]): FormRemark {
  const reason = 'The form answers questions of an interview and says that there was none; they stay in the document alone.';
  return { code: 'ANSWERS_WITHOUT_INTERVIEW', place: said[0]?.place ?? '', reason };
}

/** A date and time, or a date alone in either of the forms that exports write. */
function timeOf(text: string): Interval | null {
  return readDateTime(text) ?? readDate(text, 'dd/mm/yyyy');
}

function dayOf(text: string): string | null {
  const iso = readDate(text, 'dd/mm/yyyy') === null ? text : text.split('/').reverse().join('-');
  return readDate(iso, 'iso') === null ? null : iso;
}

/** The answers of one form by their question; of a word that cannot be read it keeps a remark. */
class Sheet {
  readonly #said: readonly FormAnswer[];
  readonly remarks: FormRemark[] = [];

  constructor(said: readonly FormAnswer[]) {
    this.#said = said;
  }

  texts(question: FormQuestion): string[] {
    return this.#said.filter((answer) => answer.question === question).map(({ text }) => text);
  }

  read<T>(question: FormQuestion, valueOf: (text: string) => T | null): T | null {
    const answer = this.#said.find((one) => one.question === question);
    const value = answer === undefined ? null : valueOf(answer.text);
    if (answer !== undefined && value === null) {
      const kept = question === 'outcome' ? 'it is kept as it came, in the explanation' : 'it was left out';
      this.remarks.push({ code: 'ANSWER_UNKNOWN', place: answer.place, reason: `This is no answer that ${question} can have; ${kept}.` });
    }
    return value;
  }
}
