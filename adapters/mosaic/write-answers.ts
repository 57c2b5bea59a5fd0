import type { FormQuestion } from '../../src/domain/observation/form/form-questions.ts';
import type { CaseAnswer, CaseForm } from '../../src/exchange/render-contract-case-forms.ts';
import type { CsvRow } from '../../src/exchange/render-contract-csv.ts';
import { timeText } from '../../src/exchange/render-contract-texts.ts';
import { QUESTIONS } from './codes.ts';
import type { MosaicSettings } from './payload.ts';
import { readMoment } from './read-moment.ts';
import { questionOf } from './read-steps.ts';

/** The filter that asks a question, of an attempt with its number; null where the receiver's form has none. */
type FilterNames = (question: FormQuestion, number: number | null) => string | null;

function filtersOf(settings: MosaicSettings): FilterNames {
  const names = [...Object.keys(settings.questions), ...Object.keys(QUESTIONS[settings.profile])];
  const asked = names.map((name) => [name.includes('#'), questionOf(name.replace('#', '1'), settings)?.[1], name] as const);
  return (question, number) => {
    const [, , name = null] = asked.find(([isNumbered, known]) => known === question && isNumbered === (number !== null)) ?? [];
    return name === null || number === null ? name : name.replace('#', String(number));
  };
}

/** What the receiver's form asks. Who was informed is asked as a time, and would be read as something else. */
export function formOf(settings: MosaicSettings): CaseForm {
  const filterOf = filtersOf(settings);
  const isOfAttempt = (question: FormQuestion): boolean => question.startsWith('attempt.') && question !== 'attempt.ended';
  return {
    asks: (question) => question !== 'episode.informedPersons' && filterOf(question, isOfAttempt(question) ? 1 : null) !== null,
    timeText: (time) => timeText(time, readMoment),
  };
}

/** A row of the answers' table for each. */
export function answerRows(answers: readonly CaseAnswer[], settings: MosaicSettings): CsvRow[] {
  const filterOf = filtersOf(settings);
  return answers.flatMap(({ question, text, number }) => {
    const filter = filterOf(question, number);
    return filter === null ? [] : [{ FILTER_NAME: filter, TEXT_ANSWER: text }];
  });
}
