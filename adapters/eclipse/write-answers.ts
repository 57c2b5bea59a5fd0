import { isoDay } from '../../src/domain/observation/form/form-reader.ts';
import type { FormQuestion } from '../../src/domain/observation/form/form-questions.ts';
import { readDate, type Interval } from '../../src/domain/observation/source-time.ts';
import type { CaseAnswer, CaseForm } from '../../src/exchange/render-contract-case-forms.ts';
import type { CsvRow } from '../../src/exchange/render-contract-csv.ts';
import { CONTROLS } from './codes.ts';
import type { EclipseSettings } from './payload.ts';
import { numberIn, questionOf } from './read-forms.ts';

/** The control that asks a question, of an attempt with its number; null where the receiver's form has none. */
type Controls = (question: FormQuestion, number: number | null) => string | null;

function controlsOf(settings: EclipseSettings): Controls {
  const names = [...Object.keys(settings.controls), ...Object.keys(CONTROLS)].filter((name) => numberIn(name) === null);
  // The first of a question stands: an authority's own before the adapter's.
  const known = new Map(names.toReversed().map((name) => [questionOf(name, settings), name]));
  return (question, number) => {
    const name = known.get(question);
    const label = name === undefined || number === null ? name : `${name}${String(number)}`;
    return label !== undefined && questionOf(label, settings) === question ? label : null;
  };
}

/** What the receiver's forms ask; a time is the day it lies in, and one that lies in several is none. */
export function formOf(settings: EclipseSettings): CaseForm {
  const controlOf = controlsOf(settings);
  return { asks: (question) => controlOf(question, isOfAttempt(question) ? 1 : null) !== null, timeText: dayText };
}

function isOfAttempt(question: FormQuestion): boolean {
  return question.startsWith('attempt.') && question !== 'attempt.ended';
}

function dayText(time: Interval): string | null {
  const day = isoDay(time);
  const whole = readDate(day, 'iso');
  return whole !== null && time.until <= whole.until ? day : null;
}

/** A row of the view for each answer. */
export function answerRows(answers: readonly CaseAnswer[], settings: EclipseSettings): CsvRow[] {
  const controlOf = controlsOf(settings);
  return answers.flatMap(({ question, text, isTime, number }) => {
    const control = controlOf(question, number);
    return control === null ? [] : [{ CONTROLNAME: control, [isTime ? 'DATEANSWERVALUE' : 'ANSWERVALUE']: text }];
  });
}
