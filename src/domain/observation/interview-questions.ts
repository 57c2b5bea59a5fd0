import { z } from 'zod';
import { INTERVIEW_FORM, LOCATING_FORM, type InterviewAnswers, type InterviewQuestion, type LocatingQuestion } from '../interview/interview-form.ts';

/** The closed lists of the form, for adapters, which know this room alone. */
export { NAMED_PERSON_CATEGORIES, OFFERED_TO, OFFER_OUTCOMES, YES_NO_UNKNOWN } from '../interview/interview-words.ts';
export type { LocatingQuestion };

/** A list of named people needs grades and review dates, which no authority's form asks. */
export type AskedQuestion = Exclude<InterviewQuestion, 'namedPeople'>;
/** Those that are answered by words of a list. */
export type ChosenQuestion = { [Q in AskedQuestion]: string extends InterviewAnswers[Q] ? never : Q }[AskedQuestion];

/** How a question is answered: in words of the writer's own, by a date, or by words of a list, one or several. */
export type AnswerKind = 'TEXT' | 'DATE' | { readonly one: readonly string[] } | { readonly several: readonly string[] };

// Safe: the keys of constant objects are exactly their own names.
export const ASKED_QUESTIONS = Object.keys(INTERVIEW_FORM).filter((name) => name !== 'namedPeople') as AskedQuestion[];
export const LOCATING_QUESTIONS = Object.keys(LOCATING_FORM) as LocatingQuestion[];

const KINDS = new Map<AskedQuestion, AnswerKind>(ASKED_QUESTIONS.map((question) => [question, kindOf(INTERVIEW_FORM[question])]));

/** How the interview form wants this question answered. */
export function answerKind(question: AskedQuestion): AnswerKind {
  return KINDS.get(question) ?? 'TEXT';
}

function kindOf(shape: z.ZodType): AnswerKind {
  if (shape instanceof z.ZodEnum) {
    return { one: wordsOf(shape) };
  }
  if (shape instanceof z.ZodArray && shape.element instanceof z.ZodEnum) {
    return { several: wordsOf(shape.element) };
  }
  return shape instanceof z.ZodNullable && shape.unwrap() instanceof z.ZodISODate ? 'DATE' : 'TEXT';
}

function wordsOf({ options }: z.ZodEnum): string[] {
  return options.map(String);
}
