import { HubError } from '../domain/errors.ts';
import { interviewAnswers, locatingAnswers, type InterviewAnswers, type LocatingAnswers } from '../domain/interview/interview-form.ts';
import { checkEntries } from './given.ts';

type Checked<T> = { success: true; data: T } | { success: false; error: { issues: readonly { path: readonly PropertyKey[] }[] } };

/** The answers of the form; a question left out was not asked or not answered. */
export function answersGiven(given: object): InterviewAnswers {
  const answers = checked('answers', interviewAnswers.safeParse(answered(given)));
  checkEntries((answers.namedPeople ?? []).map(({ name }) => name), 'answers.namedPeople', '.name');
  return answers;
}

/** Where the child stayed, with whom and how to find them. */
export function locatingGiven(given: object): LocatingAnswers {
  const locating = checked('locating', locatingAnswers.safeParse(answered(given)));
  Object.entries(locating).forEach(([question, entries]) => { checkEntries(entries, `locating.${question}`); });
  return locating;
}

/** Says which answer does not fit its question, and never what it was. */
function checked<T>(where: string, read: Checked<T>): T {
  if (read.success) {
    return read.data;
  }
  const place = [where, ...(read.error.issues[0]?.path ?? []).map(String)].join('.');
  throw new HubError('BAD_INPUT', `"${place}" does not fit its question: a text, one of the question's words, or a date such as 2026-04-30.`);
}

/** Without what says nothing: no answer, an empty text, an empty list. */
function answered(given: object): object {
  return Object.fromEntries(Object.entries(given).filter(([, answer]) => !isEmpty(answer)));
}

function isEmpty(answer: unknown): boolean {
  return answer === undefined || answer === null || (typeof answer === 'string' && answer.trim() === '') || (Array.isArray(answer) && answer.length === 0);
}
